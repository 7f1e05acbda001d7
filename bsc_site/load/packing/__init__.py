"""Packing: files that are compressed, and how large they may become."""
