"""The commands that users type, by what they are for."""
