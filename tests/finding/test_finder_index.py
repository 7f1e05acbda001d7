"""What can be found by name: everything that readers may see, once, in few bytes."""

from __future__ import annotations

import json
from typing import Any

from bsc_site.publish.data_files.finder_index import finder_index
from bsc_site.render.pages.finder_rows import finder_rows
from tests.builders.company import assessed_company
from tests.builders.small_projects import assessed, kpi, project, readings


def index(whole: Any) -> dict[str, Any]:
    """The index of an assessment as the script gives it to the page."""
    text = finder_index(finder_rows(whole)).decode()
    assert text.startswith("window.bscFinderIndex = ")
    assert text.endswith(";\n")
    found: dict[str, Any] = json.loads(text.removeprefix("window.bscFinderIndex = ").removesuffix(";\n"))
    return found


def test_every_element_has_its_kind_its_address_and_what_it_says_now() -> None:
    found = index(assessed_company())
    rows = {row[2]: row for row in found["rows"]}
    kind, name, _, mark, value, *_ = rows["kpis/repeat-rate/"]
    assert (found["kinds"][kind], name) == ("KPI", "Repeat purchase rate")
    assert found["marks"][mark][0] in {"on-track", "at-risk", "off-track"}
    assert value.endswith(" %")
    assert {found["kinds"][row[0]] for row in found["rows"]} >= {"KPI", "Objective", "Perspective", "Person", "Page"}
    assert len(rows) == len(found["rows"])


def test_what_an_audience_may_not_see_is_not_found() -> None:
    secret = kpi(id="secret", name="Hidden away", audience="board")
    seen = kpi(id="seen", name="Seen", was=["shown"])
    whole = project(secret, seen, audiences=["public", "board"])
    told = json.dumps(index(assessed(whole, readings("seen", {"2025-01": 1}), audience="public")))
    assert "Hidden away" not in told
    assert "secret" not in told
    assert '"shown"' in told
