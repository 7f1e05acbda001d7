"""What a reader is told of the values of a chart."""
