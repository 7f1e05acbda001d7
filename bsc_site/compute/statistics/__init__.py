"""Statistics: methods that several analyses share, over plain series of numbers."""
