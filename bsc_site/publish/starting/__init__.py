"""A new project: its first files, in an empty folder or in the place of the demo."""
