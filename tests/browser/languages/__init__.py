"""Sites in other languages, as their readers use them."""
