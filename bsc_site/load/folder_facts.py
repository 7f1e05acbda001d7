"""Folder facts: what reading the YAML of a project tells about its data files, beside the project itself."""

from __future__ import annotations

from bsc_site.model.value_class import dataclass


@dataclass(frozen=True, slots=True)
class FolderFacts:
    """What the readers of data files are not to complain about.

    `broken` are ids of KPIs that the project lacks only because their declaration is wrong: nothing is said about rows
    that name them, nor about files that no sound KPI uses. A `torn` project lacks KPIs of which nothing is known: only
    files that a `source` names are read. `named` are files with texts of KPIs, which hold no figures.
    """

    broken: frozenset[str] = frozenset()
    torn: bool = False
    named: frozenset[str] = frozenset()


WHOLE = FolderFacts()
"""Of a project without a mistake, whose texts all stand in its YAML."""
