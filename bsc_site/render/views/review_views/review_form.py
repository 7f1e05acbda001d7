"""Review form: what a meeting is to speak of, as entries of YAML with the facts beside them and blanks to fill."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import timedelta

from markupsafe import Markup

from bsc_site.exchange.draft.yaml_text import yaml_line
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.concluded.review_assessment import (
    DecisionAssessment,
    DecisionState,
    Element,
    ReviewMeeting,
    element_of,
)
from bsc_site.model.problem import Place
from bsc_site.model.value_class import dataclass
from bsc_site.model.vocabularies import Status
from bsc_site.render.text import copied
from bsc_site.render.views.parts.value_sentences import point_sentence
from bsc_site.wording.figures import date_text, period_text
from bsc_site.wording.language import say

_UNTIL = timedelta(days=30)
"""How long after the meeting's day the example of a decision is due."""


@dataclass(frozen=True, slots=True)
class ReviewForm:
    """The entries to be filled in, each as its lines, and what they are about."""

    entries: tuple[tuple[str, ...], ...]
    red: int = 0
    changed: int = 0
    undone: int = 0
    """How many KPIs are off track, how many have another status, how many earlier decisions are not done."""


def nowhere(_: DecisionAssessment) -> Place | None:
    """No place: those who read a form need not know where a decision is declared."""
    return None


def review_form(
    assessment: Assessment,
    scorecard: str,
    meeting: ReviewMeeting,
    place: Callable[[DecisionAssessment], Place | None] = nowhere,
) -> ReviewForm:
    """An entry for every KPI off track, every changed status and whatever an earlier decision not yet done is about.

    What the review has an entry for already is left out. `place` tells where a decision is declared.
    """
    agenda = _agenda(assessment, scorecard, meeting, place)
    wanted = agenda.wanted()
    kpis = {each.id for each in wanted if each.kind == "kpi"}
    undone = sum(len(agenda.undone.get(each, ())) for each in wanted)
    entries = tuple(tuple(agenda.entry(each)) for each in wanted)
    return ReviewForm(entries, len(kpis.intersection(agenda.red)), len(kpis.intersection(agenda.moved)), undone)


def form_lines(assessment: Assessment, scorecard: str, meeting: ReviewMeeting, most: int) -> Markup:
    """The first entries of the form, at most so many, as lines to copy; empty where the review has all it needs."""
    agenda = _agenda(assessment, scorecard, meeting, nowhere)
    return copied("\n".join(line for each in agenda.wanted()[:most] for line in agenda.entry(each)))


def _agenda(
    assessment: Assessment, scorecard: str, meeting: ReviewMeeting, place: Callable[[DecisionAssessment], Place | None]
) -> _Agenda:
    red = [each for each in meeting.kpis.values() if each.status is Status.OFF_TRACK]
    names = assessment.scorecards[scorecard].scorecard.words
    undone: dict[Element, list[DecisionAssessment]] = {}
    for each in meeting.earlier:
        if each.state is not DecisionState.DONE:
            undone.setdefault(element_of(each.review.on, scorecard), []).append(each)
    return _Agenda(
        assessment,
        scorecard,
        meeting,
        place,
        tuple(each.kpi.id for each in sorted(red, key=lambda each: -1.0 if each.score is None else each.score)),
        {each.kpi: names.of(each.before.status, each.before.score) for each in meeting.moves},
        undone,
    )


@dataclass(frozen=True, slots=True)
class _Agenda:
    assessment: Assessment
    scorecard: str
    meeting: ReviewMeeting
    place: Callable[[DecisionAssessment], Place | None]
    red: tuple[str, ...]
    """The KPIs that are off track, the worst score first."""
    moved: Mapping[str, str]
    """The KPIs whose status changed, with the status before."""
    undone: Mapping[Element, Sequence[DecisionAssessment]]
    """What was decided about each element and is not done, the most urgent first."""

    def wanted(self) -> tuple[Element, ...]:
        """Everything that the meeting is to speak of and has no entry for, once."""
        held = {element_of(each.review.on, self.scorecard) for each in self.meeting.entries}
        figures = [Element("kpi", "", each) for each in (*self.red, *self.moved)]
        return tuple(each for each in dict.fromkeys((*figures, *self.undone)) if each not in held)

    def entry(self, element: Element) -> Iterator[str]:
        """The lines of one entry: comments with the facts, then the keys."""
        yield from (f"# {_plain(each)}" for each in self._facts(element))
        yield f"- period: {self.meeting.period}"
        own = element.scorecard not in ("", self.scorecard)
        parts = (element.kind, *((element.scorecard,) if own else ()), element.id)
        yield f"  {yaml_line('on', '/'.join(each for each in parts if each))}"
        speaker = self._speaker(element)
        yield from [f"  {yaml_line('by', speaker)}"] if speaker else []
        why, advice = say("why it stands where it stands"), say("what the meeting advises")
        yield f'  analysis: ""         # TODO: {why}'
        yield f'  recommendation: ""   # {advice}'
        due = (self.meeting.day + _UNTIL).isoformat()
        yield f"  decisions: []        # [{{text: .., owner: {speaker or '..'}, due: {due}}}]"

    def _facts(self, element: Element) -> Iterator[str]:
        yield self._stands(element)
        if element.kind == "kpi" and element.id in self.moved:
            since = period_text(self.meeting.since) if self.meeting.since else ""
            yield say("At the review of {period} it was: {status}", period=since, status=self.moved[element.id])
        missing = {each.kpi: each for each in self.meeting.unexplained}.get(element.id)
        if element.kind == "kpi" and missing and missing.since.end < self.meeting.period.start:
            yield say("Off track since {period}", period=period_text(missing.since))
        for each in self.undone.get(element, ()):
            yield _decided(each, self.place(each))

    def _stands(self, element: Element) -> str:
        """`Return rate: 27.5 % in Oct 2026 against 24.2 % expected: Act`; the name alone where nothing is known."""
        if element.kind == "kpi" and element.id in self.meeting.kpis:
            found = self.meeting.kpis[element.id]
            if found.current is not None:
                names = self.assessment.scorecards[found.scorecard].scorecard.words
                told = point_sentence(found.kpi, found.current, names)
                return say("{name}: {told}", name=found.kpi.name, told=told)
            return found.kpi.name
        card = self.assessment.scorecards.get(element.scorecard)
        if card is not None and element.kind == "objective" and element.id in card.objectives:
            return card.objectives[element.id].objective.name
        if card is not None and element.kind == "initiative" and element.id in card.initiatives:
            return card.initiatives[element.id].initiative.name
        return element.id or element.kind

    def _speaker(self, element: Element) -> str:
        """The owner of what is spoken of; empty for nobody."""
        card = self.assessment.scorecards.get(element.scorecard or self.scorecard)
        owner = None
        if element.kind == "kpi" and element.id in self.assessment.kpis:
            owner = self.assessment.kpis[element.id].kpi.owner
        elif card is not None and element.kind == "objective" and element.id in card.objectives:
            owner = card.objectives[element.id].objective.owner
        elif card is not None and element.kind == "initiative" and element.id in card.initiatives:
            owner = card.initiatives[element.id].initiative.owner
        return owner if owner in self.assessment.project.people else ""


def _decided(found: DecisionAssessment, place: Place | None) -> str:
    return " ".join(filter(None, (_not_done(found), _where(place))))


def _not_done(found: DecisionAssessment) -> str:
    text = found.decision.text
    if found.decision.due is None:
        return say("Decided, and not done yet: {text}.", text=text)
    day = date_text(found.decision.due.end)
    if found.state is DecisionState.OVERDUE:
        return say("Decided, and overdue since {day}: {text}.", text=text, day=day)
    return say("Decided, and due by {day}: {text}.", text=text, day=day)


def _where(place: Place | None) -> str:
    if place is None:
        return ""
    return say("When it was done, write so there: {place}", place=f"{place.file}:{place.line}")


def _plain(text: str) -> str:
    """The text on one line, without signs that no file of YAML may hold, and without asking for anything itself."""
    line = " ".join(text.split()).replace("TODO", "To do")
    return line if line.isprintable() else json.dumps(line)
