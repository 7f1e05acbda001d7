"""The matter of pages: exactly that of an assessment on which a page may depend, and the word by which it is known."""
