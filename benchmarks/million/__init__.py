"""A million strings, random and adversarial, through the grammars of times and figures and the stages on them."""
