"""The preview: what a browser sees while somebody writes."""
