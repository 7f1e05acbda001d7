"""Rules about earlier ids (121, 122): what may stand under `was`, and ids that are gone."""

from __future__ import annotations

from bsc_site.model.problem import Severity
from bsc_site.model.rule import Rule
from bsc_site.model.saying.said import sentence

RULES: tuple[Rule, ...] = (
    Rule(
        "BSC121",
        Severity.ERROR,
        "An earlier id leads to two elements",
        "The addresses of an earlier id lead to the element that had it. One that is the id of an element today, or "
        "that two elements had, leads nowhere that anybody could tell.",
        "Remove it from `was`, or correct it.",
    ),
    Rule(
        "BSC122",
        Severity.WARNING,
        "An id that was published is gone",
        "Links and bookmarks lead to the addresses of an id, and data files name it. Compared are the last commit and "
        "the site that stands; the next build makes the present ids the known ones.",
        "Where the element is called otherwise now, write its earlier id under `was`: its addresses lead on, and rows "
        "of data files that name it are read. Where it was given up, nothing is to be done.",
    ),
)

OWN_ID = sentence("'{id}' is the id that it has now; remove it from was:")
ID_OF_ANOTHER = sentence("'{id}' is the id of another {kind} in {file}, line {line}; remove it from was:")
FORMER_ID_TWICE = sentence("'{id}' is an earlier id in {file}, line {line} already; remove one of the two")
NOW_CALLED = sentence("; it is called '{id}' now")
CALLED_OTHERWISE = sentence(
    "the {kind} '{old}' is gone, and '{id}' is new; if it is the same, write `was: [{entries}]` here and its "
    "addresses lead on"
)
GIVEN_UP = sentence(
    "the {kind} '{old}' is gone, and its addresses with it; if it has another id now, write `was: [{old}]` there"
)
