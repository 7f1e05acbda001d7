"""Sheets: the kinds of workbook, whose tables stand in sheets."""
