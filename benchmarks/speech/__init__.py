"""How the learnt reader of statements is made, from the corpus alone, and how well it reads events it did not see."""
