"""Spellings taken: which rows a filter took although their text is not written as it says."""

from __future__ import annotations

from bsc_site.load.figures.problem_book import EXAMPLES, ProblemBook
from bsc_site.load.readings.source_rows import SourceRows
from bsc_site.load.yaml.yaml_words import in_yaml


def tell_spellings(rows: SourceRows, book: ProblemBook) -> None:
    """A note for each column of a KPI's filter where cells differ from the wanted text in upper and lower case."""
    for condition in rows.conditions:
        found = rows.spellings.get(condition.heading)
        if found:
            named = ", ".join(f"'{text}' ({_rows(count)})" for text, count in found.most_common(EXAMPLES))
            listed = ", ".join(map(in_yaml, (*sorted(condition.texts), *sorted(found)[:EXAMPLES])))
            book.find(
                rows.kpi.id,
                "source.where",
                "BSC334",
                f"'{condition.heading}' is also written {named}, and these rows are taken too; say so with "
                f"`{in_yaml(condition.heading)}: [{listed}]`, or declare `case_sensitive: true` to leave them out",
            )


def _rows(count: int) -> str:
    return "1 row" if count == 1 else f"{count:,} rows"
