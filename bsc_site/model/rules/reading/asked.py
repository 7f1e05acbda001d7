"""Rules about data that is asked for: queries on files (412 to 419)."""

from __future__ import annotations

from bsc_site.model.problem import Severity
from bsc_site.model.rule import Rule

RULES: tuple[Rule, ...] = (
    Rule(
        "BSC412",
        Severity.ERROR,
        "The query says what no query may say",
        "A query is one select over files of the project. It changes nothing, reaches nothing else, and the same files "
        "give the same answer every day: what asks for the day, for chance or for the machine is refused.",
        "Write one select, name each file in quotes, and write dates as they are.",
    ),
    Rule(
        "BSC413",
        Severity.ERROR,
        "The query cannot be answered",
        "Its SQL cannot be read, names a table, a column or a function that is not there, or mixes what does not go "
        "together. The line and the column are those of the mistake within the query.",
        "Correct the SQL at that place. It is that of DuckDB.",
    ),
    Rule(
        "BSC414",
        Severity.ERROR,
        "The query takes too much",
        "It was stopped because it took too long, needed too much memory or gave too many rows.",
        "Let it read fewer columns and rows, and sum up by period within the query.",
    ),
)
