"""The list by which the demo is known is up to date, and every file of the repository has its part in a copy of it."""

from __future__ import annotations

from bsc_site.publish.starting.demo import DEMO, PROGRAM, STAYS, WORKSHOP, demo_digests, generated
from tests.house.demo_list import PAGE, demo_list
from tests.house.repository import FILES, ROOT


def test_the_list_names_every_file_of_the_demo_as_it_is() -> None:
    """When it does not: `python -m tests.house.demo_list`."""
    assert PAGE.read_text(encoding="utf-8") == demo_list()


def test_what_the_program_writes_itself_needs_no_digest() -> None:
    """The schema and the book of rules change with the program."""
    assert not generated().keys() & demo_digests().keys()
    assert {name: (ROOT / name).read_bytes() for name in generated()} == generated()


def test_every_file_is_the_demos_the_programs_or_the_workshops() -> None:
    """So that `init --here` does with it what is right; a new one is to be added to one of the four."""
    parts = (*DEMO, *PROGRAM, *STAYS, *WORKSHOP)
    found = {path.relative_to(ROOT).parts[0] for path in FILES}
    assert len(parts) == len(set(parts))
    assert found - set(parts) == set()
