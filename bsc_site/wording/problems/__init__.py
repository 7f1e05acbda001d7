"""Problems in words: what was found, what each rule means, and the lines in which they are told."""
