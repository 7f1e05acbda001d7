"""A tidy file that is read by columns gives what reading it row by row gives."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bsc_site.load.readings.project_readings import load_readings
from bsc_site.load.tidy_files.long_rows import LongRows
from tests.builders.data_files import project_of, told
from tests.builders.project_folders import write
from tests.gathering.test_columns_say_what_rows_say import FIGURES, WRONG_DAYS, WRONG_FIGURES, mostly

KPIS = ("one", "ONE", "two", "three", "thre", "", "no kpi")
PERIODS = ("2024-01", "2024-02", "2024-Q2", "Jan 2024", "01/02/2024", "")
HEADINGS = (
    ("kpi", "period", "value"),
    ("period", "value", "kpi", "note"),
    ("kpi", "period", "value", "target"),
    ("kpi", "period", "numerator", "denominator", "value"),
    ("kpi", "period", "value", "rating"),
)
CELLS = {
    "kpi": mostly(KPIS[:4], KPIS),
    "period": mostly(PERIODS[:4], (*PERIODS, *WRONG_DAYS)),
    "note": mostly(("",), ("a note",)),
    "target": mostly(("", "5"), ("x",)),
    "rating": mostly(("",), ("Good",)),
}
FIGURE = mostly(FIGURES, WRONG_FIGURES)
FILES = st.sampled_from(HEADINGS).flatmap(
    lambda names: st.tuples(
        st.just(names), st.lists(st.tuples(*(CELLS.get(name, FIGURE) for name in names)), max_size=30)
    )
)


def row_by_row(self: LongRows) -> None:
    """Every row looked at by itself."""
    for line, cells in self.table.rows:
        reading, target = self.reading(line, cells), self.kpis.named(cells[self.column])
        if reading is not None and target is not None:
            target.rows.keep(reading)


def read(root: Path) -> tuple[Any, ...]:
    """What is told, and every reading."""
    kpis = (("one", "monthly", "count"), ("two", "quarterly", "%"), ("three", "monthly", "%"))
    project = project_of(*({"id": id_, "frequency": frequency, "unit": unit} for id_, frequency, unit in kpis))
    loaded = load_readings(root, project)
    return told(loaded), loaded.readings


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(FILES, min_size=1, max_size=2))
def test_a_tidy_file_by_columns_is_the_file_row_by_row(files: list[tuple[Any, list[Any]]]) -> None:
    texts: dict[str, str | bytes] = {}
    for number, (headings, rows) in enumerate(files):
        text = io.StringIO()
        csv.writer(text, lineterminator="\n").writerows([headings, *rows])
        texts[f"data/{number}.csv"] = text.getvalue()
    with TemporaryDirectory() as folder:
        root = write(Path(folder), texts)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(LongRows, "take", row_by_row)
            expected = read(root)
        assert read(root) == expected
