"""Rules about elements that are called otherwise than before."""
