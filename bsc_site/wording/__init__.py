"""Facts into words: every sentence, number and date as text, in the language that is spoken."""
