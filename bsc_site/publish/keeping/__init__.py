"""Keeping: results of earlier builds by all that they depend on, in a folder that may be lost or damaged."""
