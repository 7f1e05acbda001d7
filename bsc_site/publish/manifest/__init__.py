"""The manifest: from what a site was made and by what, with the digest of every file."""
