"""The ways in and out: other formats become the files of a project, and a project becomes files of other formats."""
