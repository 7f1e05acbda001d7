"""Secrecy: what is above an audience is in no byte of what is made for it."""
