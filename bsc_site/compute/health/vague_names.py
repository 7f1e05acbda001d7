"""Vague names: names of objectives that could stand on anybody's map."""

from __future__ import annotations

import re


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


VERBS = _listed(
    """
    achieve boost build create deliver develop drive enable encourage enhance ensure establish expand foster gain
    grow improve increase leverage maintain manage maximise maximize optimise optimize promote provide raise realise
    realize strengthen support sustain transform upgrade
    """,
)
"""What is done, without saying to what."""

ABSTRACT = _listed(
    """
    agility awareness capability capabilities collaboration commitment communication communications competence
    competitiveness culture effectiveness efficiency engagement excellence experience growth impact innovation
    leadership learning morale motivation operations outcomes performance process processes productivity
    professionalism progress quality reputation results satisfaction service services success sustainability
    synergies synergy teamwork transformation transparency value wellbeing
    """,
)
"""What is meant, without saying whose or where."""

FILLERS = _listed(
    """
    a all an and better best continual continuous continuously excellent for further good great greater high higher
    in more of operational organisational organizational our overall the their to through with world-class
    """,
)

_WORD = re.compile(r"[^\W\d_][\w-]*")


def vague_words(name: str) -> tuple[str, ...]:
    """The words of a name that holds nothing but general verbs and abstract nouns; empty for every other name.

    Only English is known; a figure in the name makes it a definite one.
    """
    words = tuple(word.lower() for word in _WORD.findall(name))
    if any(letter.isdigit() for letter in name) or ABSTRACT.isdisjoint(words):
        return ()
    telling = tuple(word for word in words if word not in FILLERS)
    return telling if all(word in VERBS or word in ABSTRACT for word in telling) else ()
