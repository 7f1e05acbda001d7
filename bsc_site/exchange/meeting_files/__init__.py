"""Meeting files: the pack of a review as slides and as a text, for programs in which people go on writing."""
