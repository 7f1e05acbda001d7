"""The grammar of formulas: their text becomes a tree of operations, over KPIs as over the columns of a row."""
