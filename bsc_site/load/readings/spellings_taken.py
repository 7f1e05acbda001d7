"""Spellings taken: which rows a filter took although their text is not written as it says."""

from __future__ import annotations

from bsc_site.load.figures.problem_book import EXAMPLES, ProblemBook
from bsc_site.load.readings.source_rows import SourceRows
from bsc_site.load.yaml.yaml_words import in_yaml
from bsc_site.model.saying.said import Listed, said
from bsc_site.model.sentences.in_data import reading_sentences as told


def tell_spellings(rows: SourceRows, book: ProblemBook) -> None:
    """A note for each column of a KPI's filter where cells differ from the wanted text in upper and lower case."""
    for condition in rows.conditions:
        found = rows.spellings.get(condition.heading)
        if found:
            named = Listed(
                said(told.TEXT_IN_ROWS, text=text, count=count) for text, count in found.most_common(EXAMPLES)
            )
            listed = ", ".join(map(in_yaml, (*sorted(condition.texts), *sorted(found)[:EXAMPLES])))
            line = f"{in_yaml(condition.heading)}: [{listed}]"
            message = said(told.ALSO_WRITTEN, heading=condition.heading, texts=named, line=line)
            book.find(rows.kpi.id, "source.where", "BSC334", message)
