"""Printing: pages as PDF, by the Chromium of the machine."""
