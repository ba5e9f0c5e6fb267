"""What is measured and how: the corpus made into captures and gold, the scorer, and the score tables."""
