"""What is said to have happened: the words that tell it and the family that each belongs to."""
