"""Preparing: the steps from the table of a file to the one of which a KPI's rows are taken."""
