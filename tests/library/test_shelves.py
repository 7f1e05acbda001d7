"""Every file of the library holds what it should, and nothing that would mislead."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import msgspec
import pytest

from bsc_site.commands.library_commands import PERSPECTIVES, SECTORS
from bsc_site.load.library.library_measure import LibraryMeasure, LibrarySector, Sector, UsualPerspective
from bsc_site.load.library.shelves import all_measures, library_sector
from bsc_site.model.vocabularies import Direction, Kind

MEASURES = [each.measure for each in all_measures()]
EVERY_SECTOR = pytest.mark.parametrize("sector", list(Sector))


def test_every_sector_has_a_file_and_every_file_a_sector() -> None:
    folder = Path(__file__).parents[2] / "bsc_site" / "load" / "library" / "sectors"
    assert {each.stem for each in folder.iterdir()} == {each.value for each in Sector}
    assert [library_sector(each).sector for each in Sector] == list(Sector)


def test_the_command_names_the_sectors_and_perspectives_of_the_library() -> None:
    """They stand twice, so that help starts without reading the library."""
    assert (tuple(Sector), tuple(UsualPerspective)) == (SECTORS, PERSPECTIVES)


@EVERY_SECTOR
def test_a_sector_offers_measures_that_lead_and_that_lag_in_every_usual_row(sector: Sector) -> None:
    measures = library_sector(sector).measures
    rows = {each.perspective for each in measures}
    assert 15 <= len(measures) <= 20
    assert {each.kind for each in measures} == set(Kind)
    assert rows >= set(UsualPerspective) - {UsualPerspective.MISSION, UsualPerspective.CUSTOMER}
    assert rows & {UsualPerspective.MISSION, UsualPerspective.CUSTOMER}


def test_no_two_measures_share_an_id_or_a_name() -> None:
    counts = Counter([each.id for each in MEASURES] + [each.name for each in MEASURES])
    assert [name for name, count in counts.items() if count > 1] == []


def test_ids_can_be_those_of_kpis() -> None:
    assert [each.id for each in MEASURES if not re.fullmatch(r"[a-z][a-z0-9-]*[a-z0-9]", each.id)] == []


@pytest.mark.parametrize("measure", MEASURES, ids=lambda each: each.id)
def test_a_measure_says_what_is_counted_and_aims_the_better_way(measure: LibraryMeasure) -> None:
    first, last = measure.example
    better = first < last if measure.direction is Direction.HIGHER else first > last
    empty = [each for each in (measure.name, measure.formula, measure.unit, measure.figures) if not each.strip()]
    assert (empty, better, len(measure.also) > 0, measure.formula.endswith(".")) == ([], True, True, False)
    if measure.unit == "%":
        assert "× 100" in measure.formula
        assert max(measure.example) <= 120


def test_a_benchmark_has_figures_a_publication_and_its_year() -> None:
    known = [each.benchmark for each in MEASURES if each.benchmark is not None]
    figures = [[each for each in (one.low, one.high, one.value) if each is not msgspec.UNSET] for one in known]
    assert len(known) > 10
    assert all(figures)
    assert [one for one in known if not one.source.strip() or not 2008 <= one.year <= 2026] == []


@pytest.mark.parametrize(
    "spoilt", [{"formular": "x"}, {"direction": "up"}, {"example": [1]}, {"benchmark": {"low": 1}}]
)
def test_a_file_that_does_not_hold_what_it_should_is_refused(spoilt: dict[str, object]) -> None:
    plain = msgspec.json.decode(msgspec.json.encode(library_sector(Sector.ANY)))
    msgspec.convert(plain, LibrarySector)
    plain["measures"][0] |= spoilt
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(plain, LibrarySector)
