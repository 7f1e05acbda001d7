"""Which pages of a site have a preview picture of their own, and what each of them says."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.render.addresses import Addresses
from bsc_site.render.pages.finder_rows import FinderRow
from bsc_site.render.previews.preview_picture import PreviewPicture

MOST = 100
"""So many pictures take a second and five megabytes; the pages of a folder beyond show that of the home page."""
LATEST = 36
"""Values of the course of a KPI."""
_FOLDERS = ("", "perspectives", "objectives", "kpis")
"""The folders of pages that have pictures, from the fewest pages to the most; the home pages stand in none."""
_ADDRESS = re.compile(r"(?:s/[^/]+/)?(?:(?P<folder>\w+)/[^/]+/)?")
_JOINT = " · "


def site_previews(assessment: Assessment, rows: Iterable[FinderRow], organisation: str) -> dict[str, PreviewPicture]:
    """Address of a page to its picture; `rows` are all that can be found in the site, `organisation` its name.

    Either every page of a folder has one, or none.
    """
    by_folder: dict[str, list[FinderRow]] = {}
    for row in rows:
        address = _ADDRESS.fullmatch(row.address)
        if address is not None and row.status is not None:
            by_folder.setdefault(address["folder"] or "", []).append(row)
    courses = _courses(assessment)
    shown: dict[str, PreviewPicture] = {}
    for folder in _FOLDERS:
        found = by_folder.get(folder, [])
        if len(shown) + len(found) > MOST:
            break
        shown |= {row.address: _picture(row, organisation, courses.get(row.address, ())) for row in found}
    return shown


def _courses(assessment: Assessment) -> dict[str, tuple[float, ...]]:
    """The latest values of each KPI by the address of its page."""
    addresses = Addresses(assessment.project)
    return {
        addresses.kpi(name): tuple(each.value for each in found.points[-LATEST:] if each.value is not None)
        for name, found in assessment.kpis.items()
    }


def _picture(row: FinderRow, organisation: str, course: tuple[float, ...]) -> PreviewPicture:
    above = _JOINT.join(dict.fromkeys((organisation, row.more or row.kind)))
    mark = row.status
    return PreviewPicture(above, row.name, mark.shape if mark else "", mark.word if mark else "", row.value, course)
