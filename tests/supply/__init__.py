"""What comes along with the program: its licences, its pins, and what a release says of them."""
