"""What the data is worth: the score of every KPI, file and person that the page of data quality shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from markupsafe import Markup

from bsc_site.model.concluded.data_quality import DataQuality, KpiQuality, SourceScore, StewardScore
from bsc_site.model.problem import Problem, Severity
from bsc_site.model.series import Mended
from bsc_site.model.value_class import dataclass
from bsc_site.render.text import own
from bsc_site.render.views.parts.page_parts import Link
from bsc_site.render.views.parts.standpoint import Standpoint
from bsc_site.wording.figures import date_text, number_text
from bsc_site.wording.language import enumeration, say_count
from bsc_site.wording.provenance.data_quality_text import part_name, rows_text, to_check_text
from bsc_site.wording.provenance.mended_text import change_of_cell_text, mended_text


@dataclass(frozen=True, slots=True)
class WorthRow:
    """The data of one KPI: its score, the parts that cost it points, and what there is to look at."""

    link: Link
    score: str
    bar: Markup
    lacks: str
    rows: str
    coverage: str
    revised: str
    check: str
    changed: str
    steward: Link


@dataclass(frozen=True, slots=True)
class FileRow:
    """One data file and the score of the KPIs that read it."""

    file: str
    score: str
    bar: Markup
    kpis: str
    rows: str
    told: str
    """How many problems of each severity its rows have; a dash without any."""
    changed: str


@dataclass(frozen=True, slots=True)
class StewardRow:
    """One person and the score of the KPIs whose figures they deliver."""

    person: Link
    score: str
    bar: Markup
    kpis: str


@dataclass(frozen=True, slots=True)
class MendedRow:
    """Cells of one column that are read in another way than they stand; `cell` is the first of them."""

    link: Link
    column: str
    what: str
    rows: str
    cell: str
    where: str
    because: str


@dataclass(frozen=True, slots=True)
class WorthView:
    """The worst first; `score` is empty where no figure is read from data, `sound` are the KPIs that lose no point."""

    score: str
    kpis: tuple[WorthRow, ...]
    sound: tuple[Link, ...]
    files: tuple[FileRow, ...]
    stewards: tuple[StewardRow, ...]
    mended: tuple[MendedRow, ...]


def worth_view(here: Standpoint, problems: Sequence[Problem]) -> WorthView:
    """The quality of the data of the scorecard where the page stands; `problems` are those that readers may see."""
    seen = set(here.seen(here.card.kpis))
    known = DataQuality({name: each for name, each in here.assessment.quality.kpis.items() if name in seen})
    return WorthView(
        score="" if known.score is None else number_text(known.score, 0),
        kpis=tuple(_row(here, each) for each in known.kpis.values() if not each.sound),
        sound=tuple(here.kpi(each.kpi) for each in known.kpis.values() if each.sound),
        files=tuple(_file(each, problems) for each in known.sources),
        stewards=tuple(_steward(here, each) for each in known.stewards),
        mended=tuple(_mended(here, each, cells) for each in known.kpis.values() for cells in each.corrections),
    )


def _row(here: Standpoint, known: KpiQuality) -> WorthRow:
    lacking = (part_name(each.part) for each in known.parts if not each.sound)
    return WorthRow(
        link=here.kpi(known.kpi),
        score=number_text(known.score, 0),
        bar=score_bar(known.score),
        lacks=enumeration(lacking),
        rows=rows_text(known),
        coverage=f"{known.figures} / {known.due}",
        revised=number_text(known.revised, 0) if known.revised else "—",
        check=to_check_text(known) or "—",
        changed=date_text(known.changed) if known.changed else "—",
        steward=here.person(known.steward),
    )


def _file(source: SourceScore, problems: Sequence[Problem]) -> FileRow:
    return FileRow(
        source.file,
        number_text(source.score, 0),
        score_bar(source.score),
        _kpis(source.kpis),
        number_text(source.rows, 0),
        _told(each for each in problems if each.place.file == source.file) or "—",
        date_text(source.changed) if source.changed else "—",
    )


def _steward(here: Standpoint, steward: StewardScore) -> StewardRow:
    return StewardRow(
        here.person(steward.person), number_text(steward.score, 0), score_bar(steward.score), _kpis(steward.kpis)
    )


def _mended(here: Standpoint, known: KpiQuality, cells: Mended) -> MendedRow:
    return MendedRow(
        here.kpi(known.kpi),
        cells.column,
        mended_text(cells),
        number_text(cells.rows, 0),
        change_of_cell_text(cells),
        f"{cells.place.file}:{cells.place.line}",
        cells.because or "—",
    )


def _told(problems: Iterable[Problem]) -> str:
    counts = Counter(each.severity for each in problems)
    warnings, notes = counts[Severity.WARNING], counts[Severity.NOTE]
    texts = (
        say_count("{count} warning", "{count} warnings", warnings) if warnings else "",
        say_count("{count} note", "{count} notes", notes) if notes else "",
    )
    return enumeration(filter(None, texts))


def _kpis(kpis: tuple[str, ...]) -> str:
    return say_count("{count} KPI", "{count} KPIs", len(kpis))


def score_bar(score: float) -> Markup:
    """A bar as long as a score of 100."""
    return own(
        '<svg viewBox="0 0 100 8" width="100" height="8" preserveAspectRatio="none" aria-hidden="true" '
        'fill="currentColor">'
        f'<rect width="100" height="8" opacity=".15"/><rect width="{score:.1f}" height="8" opacity=".7"/></svg>'
    )
