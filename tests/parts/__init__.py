"""Tests of sites that are built in parts and joined."""
