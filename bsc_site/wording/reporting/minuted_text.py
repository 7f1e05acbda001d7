"""What was minuted, in words: what a review says otherwise, and what became of a decision."""

from __future__ import annotations

from collections.abc import Iterator

from bsc_site.model.declared.review import Decision
from bsc_site.model.differences.difference import OtherDecision, OtherEntry, OtherField
from bsc_site.wording.figures import period_text
from bsc_site.wording.language import enumeration, say
from bsc_site.wording.reporting.people_named import PeopleNamed

_KEYS = ("by", "analysis", "recommendation", "audience")
_LONGEST = 80
"""Letters of a decision that are told; of a longer one its beginning."""


def entry_difference(what: OtherEntry) -> str:
    """`review of Q3 2026 is new`, or which of its keys were edited."""
    before, after = what.before, what.after
    if after is None:
        return say("review of {period} is gone", period=period_text(before.period)) if before else ""
    period = period_text(after.period)
    if before is None:
        return say("review of {period} is new", period=period)
    keys = enumeration(key for key in _KEYS if getattr(before, key) != getattr(after, key))
    return say("review of {period}: {keys} edited", period=period, keys=keys)


def decision_difference(what: OtherDecision, people: PeopleNamed) -> str:
    """`decided in the review of Q3 2026: Price test (Ann, due Jan 2027)`, or what became of the decision."""
    before, after, period = what.before, what.after, period_text(what.entry.period)
    if after is None:
        return say("decision of {period} is gone: {text}", period=period, text=_short(before.text)) if before else ""
    if before is None:
        sentence = say("decided in the review of {period}: {text}", period=period, text=_short(after.text))
        return say("{decision} ({facts})", decision=sentence, facts=enumeration(_facts(after, people)))
    edits = enumeration(_edits(before, after, people))
    return say("decision of {period}: {text}: {edits}", period=period, text=_short(after.text), edits=edits)


def _facts(decision: Decision, people: PeopleNamed) -> Iterator[str]:
    yield people.name(decision.owner)
    yield say("due {period}", period=period_text(decision.due)) if decision.due else say("no due date")
    if decision.done:
        yield say("done {period}", period=period_text(decision.done))


def _edits(before: Decision, after: Decision, people: PeopleNamed) -> Iterator[str]:
    if before.done != after.done:
        yield say("done {period}", period=period_text(after.done)) if after.done else say("open again")
    if before.due != after.due:
        days = (period_text(each) if each else say("no due date") for each in (before.due, after.due))
        yield say(
            "{key}: {after}, before that {before}", key="due", **dict(zip(("before", "after"), days, strict=True))
        )
    owners = people.pair(OtherField("owner", before.owner, after.owner))
    if before.owner != after.owner and owners:
        yield say("{key}: {after}, before that {before}", key="owner", before=owners[0], after=owners[1])
    if before.text != after.text:
        yield say("{key} edited", key="text")


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rstrip()}…"
