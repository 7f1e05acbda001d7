"""The page of a KPI: what its head says, how it is folded, and how many sides it takes on paper."""
