"""Scorecard sheets: a whole scorecard in a workbook, written for readers, and read where people keep theirs."""
