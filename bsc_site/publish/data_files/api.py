"""The published data: the assessment as JSON and CSV files that other programs read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import field
from functools import partial
from typing import NamedTuple, TypeAlias

from bsc_site.model.concluded.assessment import KpiAssessment, ScorecardAssessment
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.problem import Problem
from bsc_site.model.value_class import dataclass
from bsc_site.publish.data_files.api_kpi import KpiSurroundings, kpi_detail, kpi_entry, kpi_head, surroundings_of
from bsc_site.publish.data_files.api_quality import published_quality
from bsc_site.publish.data_files.api_scorecard import published_scorecard
from bsc_site.publish.data_files.published_series import series_csv
from bsc_site.publish.published_data.published_json import joined, json_bytes, lines
from bsc_site.publish.published_data.published_kpi import KpiEntry
from bsc_site.publish.published_data.published_schema import schema_file
from bsc_site.publish.published_data.published_text import line, members
from bsc_site.render.matter.row_making import RowMaking, made_now
from bsc_site.render.matter.site_part import SitePart, cards_of

Detail: TypeAlias = "tuple[bytes, bytes, bytes]"
"""What is said of a KPI beside its place in a scorecard: its chances and the members with which its document ends, as
JSON, and its CSV."""
DOCUMENTS = ("scorecard", "kpi", "data-quality")
"""The kinds of documents, each with a schema beside it."""


Make: TypeAlias = "Callable[[str, Callable[[], Detail]], Detail]"
"""The detail of the KPI with this id, by what makes it or from what was made before."""


def made_anew(_: str, make: Callable[[], Detail]) -> Detail:
    """As `make` makes it."""
    return make()


def documents(
    assessment: Assessment, problems: Iterable[Problem], make: Make = made_anew, part: SitePart | None = None
) -> dict[str, bytes]:
    """Every published data file of the part by its path in the site: `api/v1/scorecard.json`, `api/v1/kpis/nps.json`,
    `api/v1/data-quality.json`, `data/nps.csv` and the JSON Schemas; those of a child scorecard below `s/<id>/`, for
    each KPI that it declares or lists.

    `problems` are those of the whole project and stand with the root alone, or the files of 200 scorecards would each
    repeat what is wrong with the other 199.
    """  # noqa: D205  # a list of addresses
    return dict(each_document(assessment, problems, make, part))


def each_document(
    assessment: Assessment,
    problems: Iterable[Problem],
    make: Make = made_anew,
    part: SitePart | None = None,
    rows: RowMaking = made_now,
) -> Iterator[tuple[str, bytes]]:
    """The same one after the other, each as soon as it is made."""
    listed, cards = tuple(problems), tuple(cards_of(assessment, part))
    around, details = surroundings_of(assessment), _Details(make, Counter(kpi for card in cards for kpi in card.kpis))
    schemas = {name: schema_file(name) for name in DOCUMENTS}
    for card in cards:
        home = around.addresses.home(card.scorecard.id)
        entries = _entries(assessment, card, around, rows)
        own = listed if card.scorecard.id == assessment.project.root.id else ()
        scorecard = members(published_scorecard(assessment, card, own))
        scorecard["kpis"] = lines(each.line for each in entries.values())
        yield f"{home}api/v1/scorecard.json", json_bytes(scorecard)
        yield f"{home}api/v1/data-quality.json", json_bytes(members(published_quality(assessment, card)))
        yield from ((f"{home}api/v1/{name}.schema.json", schema) for name, schema in schemas.items())
        for kpi, entry in entries.items():
            chances, end, series = details.of(assessment, kpi)
            told = entry.around(chances)
            yield f"{home}api/v1/kpis/{kpi}.json", b"".join((b"{\n", told, b",\n", end, b"\n}\n"))
            yield f"{home}data/{kpi}.csv", series


class _EntryTexts(NamedTuple):
    """The entry of a KPI as JSON: on one line, and as its own document begins before and after its chances."""

    line: str
    before: str
    after: str

    def around(self, chances: bytes) -> bytes:
        """The beginning of its document with these chances, which replace that of the entry."""
        return b"".join((self.before.encode(), b',\n"chance":', chances, b",\n", self.after.encode()))


def _entries(
    assessment: Assessment, card: ScorecardAssessment, around: KpiSurroundings, rows: RowMaking
) -> dict[str, _EntryTexts]:
    objectives: dict[str, list[str]] = {}
    for each in card.objectives.values():
        for kpi in each.kpis:
            objectives.setdefault(kpi, []).append(each.objective.id)

    def texts(kpi: str, found: KpiAssessment, goals: Sequence[str]) -> _EntryTexts:
        beside = (card.scorecard.id, goals, around.positions.get(kpi), around.duties.get(kpi))
        make = partial(_entry_texts, assessment, found, partial(kpi_entry, found, goals, around, card.scorecard.words))
        return _EntryTexts(*rows("entry", found, beside, make))

    known = ((kpi, assessment.kpis[kpi]) for kpi in card.kpis if kpi in assessment.kpis)
    return {kpi: texts(kpi, found, objectives.get(kpi, [])) for kpi, found in known}


def _entry_texts(assessment: Assessment, found: KpiAssessment, make: Callable[[], KpiEntry]) -> _EntryTexts:
    entry = make()
    told = [*(members(kpi_head(assessment, found)) | members(entry)).items()]
    at = next(place for place, (name, _) in enumerate(told) if name == "chance")
    return _EntryTexts(line(entry), joined(dict(told[:at])), joined(dict(told[at + 1 :])))


@dataclass(frozen=True, slots=True)
class _Details:
    """What every scorecard says alike of a KPI, as JSON and as CSV: made once, however many scorecards list it."""

    make: Make
    wanted: Counter[str]
    """How often each is still wanted; then it is forgotten."""
    made: dict[str, Detail] = field(default_factory=dict)

    def of(self, assessment: Assessment, kpi: str) -> Detail:
        """The members of its document, and its series."""
        found = self.made.pop(kpi, None) or self.make(kpi, lambda: detail_of(assessment, kpi))
        self.wanted[kpi] -= 1
        if self.wanted[kpi] > 0:
            self.made[kpi] = found
        return found


def detail_of(assessment: Assessment, kpi: str) -> Detail:
    """What every scorecard says alike of a KPI."""
    found = assessment.kpis[kpi]
    detail = kpi_detail(found, assessment.scorecards[found.scorecard].scorecard)
    told = members(detail)
    chances = told.pop("chance")
    return chances.encode(), joined(told).encode(), series_csv(detail.series)
