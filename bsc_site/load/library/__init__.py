"""The library: measures to choose from, by sector, in files that are part of the program."""
