"""Preview: the site on this computer, built again whenever a file changes."""
