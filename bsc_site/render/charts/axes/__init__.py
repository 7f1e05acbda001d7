"""Axes: how far time and values reach in a chart, and which words stand along them."""
