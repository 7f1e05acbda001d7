"""The names that the condition of a scoring rule may use."""

CONDITION_NAMES = frozenset({"value", "target", "baseline", "red_flag", "previous"})
"""Each a figure of the KPI at one period: its value, what it is compared with, and the value before."""
