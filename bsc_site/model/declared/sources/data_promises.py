"""Data promises: what may be relied on in a file, and what is said of figures that it does not hold any more."""

from __future__ import annotations

from bsc_site.model.declared.sources.expectations import RowExpectation
from bsc_site.model.declared.sources.gone_figures import GoneFigures
from bsc_site.model.fields import Part


class DataPromises(Part):
    """What may be relied on in a file."""

    expect: RowExpectation | None = None
    """What must hold of the rows that are taken, whatever the file is filled with tomorrow."""
    gone: GoneFigures = ()
    """The figures that the file had and has no more, on purpose, such as those of a file that always holds the last 24
    months; without periods, whichever are gone."""
