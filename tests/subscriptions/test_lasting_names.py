"""Names that nobody else has: those of an address, or of what an organisation says of itself."""

from __future__ import annotations

import re
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bsc_site.publish.subscriptions.lasting_names import names_of
from tests.builders.small_projects import kpi, project

ONE, OTHER = "0f1e7c52-8a3c-4a53-9d54-5f2c8d1b7a01", "b1a7c0de-1111-4222-8333-444455556666"
TAG = re.compile(r"tag:[a-z0-9.-]+,2026:[A-Za-z0-9\-._~%/:@!$'()*+,;=]*")
"""RFC 4151, section 2.1, with a year alone."""


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://example.org/scorecard/", "tag:example.org,2026:scorecard/a/b"),
        ("https://example.org", "tag:example.org,2026:a/b"),
        ("http://localhost:8000/x/y/", "tag:localhost,2026:8000/x/y/a/b"),
        ("https://Müller.example/", "tag:xn--mller-kva.example,2026:a/b"),
    ],
)
def test_a_site_with_an_address_has_names_of_it(address: str, name: str) -> None:
    assert names_of(project(), address).of("a", "b") == name
    assert TAG.fullmatch(name)


def test_two_that_began_alike_have_different_names_as_soon_as_one_says_something_of_itself() -> None:
    """Its name, its title, its mission or its vision; the rest of the scorecard changes no name."""
    here = names_of(project(), "", "Our scorecard").of("nps")
    others = [
        names_of(project(), "", "Their scorecard"),
        names_of(project(title="Another"), "", "Our scorecard"),
        names_of(project(mission="We mend things."), "", "Our scorecard"),
        names_of(project(vision="Everybody mends."), "", "Our scorecard"),
    ]
    assert len({here, *(each.of("nps") for each in others)}) == 5
    assert names_of(project(kpi(id="nps")), "", "Our scorecard").of("nps") == here
    assert UUID(here.removeprefix("urn:uuid:")).version == 5


def test_a_site_with_an_id_has_names_of_it_alone_until_it_has_an_address() -> None:
    """What the organisation says of itself may change then, and tells nobody the same news again."""
    here = names_of(project(), "", "Our scorecard", ONE).of("nps")
    assert names_of(project(title="Another", vision="More"), "", "Renamed", ONE).of("nps") == here
    assert names_of(project(), "", "Our scorecard", OTHER).of("nps") != here
    assert names_of(project(), "", "Our scorecard").of("nps") != here
    address = "https://example.org"
    assert names_of(project(), address, "", ONE).of("nps") == names_of(project(), address).of("nps")


@given(
    st.lists(st.text(max_size=8), min_size=2, max_size=2, unique=True), st.sampled_from(["", "https://a.example/b/"])
)
def test_different_things_have_different_names_that_are_addresses(texts: list[str], address: str) -> None:
    names = names_of(project(), address)
    first, second = (names.of("kpis", each) for each in texts)
    assert first != second
    assert not address or TAG.fullmatch(first)
