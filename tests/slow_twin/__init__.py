"""A second computation of what a scorecard says: slow, plain, written from the documents and from nothing else."""
