"""What a rule is: a stable code for one thing that is checked."""

from __future__ import annotations

from bsc_site.model.problem import Severity
from bsc_site.model.value_class import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that is checked; the code never changes its meaning and is never given to another rule."""

    code: str
    severity: Severity
    title: str
    """What is wrong, as a short sentence without a full stop."""
    meaning: str
    """Why it matters, for someone who sees the code for the first time."""
    mend: str
    """How to make it go away."""
    source: str = ""
    """Where the rule comes from, when it is not plain logic."""
