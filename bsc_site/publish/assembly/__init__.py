"""Assembly: a site that is made in parts, each by a build of its own, and joined when all of them are there."""
