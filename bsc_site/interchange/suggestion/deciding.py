"""Deciding: what a trial reading asks is answered where one answer alone can be read, and put to the user elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import field, replace

from bsc_site.interchange.suggestion.rule_answers import ANSWERS
from bsc_site.interchange.suggestion.suggested import AskedQuestion, SuggestedKpi, TriedAnswer
from bsc_site.interchange.suggestion.trial_reading import Declared, Trial, TrialGround
from bsc_site.load.proposals.proposed import Choice, OpenQuestion, ProposedKpi
from bsc_site.load.proposals.proposed_periods import frequency_of
from bsc_site.model.period import Frequency
from bsc_site.model.saying.said import Said, said
from bsc_site.model.sentences import suggestion_sentences as sentences
from bsc_site.model.value_class import dataclass
from bsc_site.wording.problems.finding_text import said_again, worded

_MOST_ROUNDS = 5
_SHOWN = 3
_FREQUENCY = "frequency"
_GUESSES = (Frequency.DAILY, Frequency.MONTHLY, Frequency.YEARLY)
_SEVERAL_FIGURES = "BSC340"
_FIRST = ("BSC312", "BSC332", "BSC310")
"""What is asked before anything else: without an answer there are no figures."""


@dataclass(frozen=True, slots=True)
class _Named:
    """A proposed KPI with its id."""

    id: str
    kpi: ProposedKpi


@dataclass(slots=True)
class Deciding:
    """Takes a proposal to what can be pasted.

    `asked` are the questions so far, each with the answer that is taken for the time being as its first.
    """

    ground: TrialGround
    given: Declared
    """Keys that every KPI has, such as those of a KPI that the project declares."""
    kpis: list[_Named]
    asked: list[OpenQuestion] = field(default_factory=list)
    tidy: bool = False
    _tried: dict[str, Trial] = field(default_factory=dict)

    def decide(self) -> Trial:
        """Answer and ask until nothing more is asked; what is read then."""
        self._set_frequency()
        hopeless: set[tuple[str, str]] = set()
        for _ in range(_MOST_ROUNDS):
            trial = self._trial()
            question = self._next_question(trial, hopeless)
            if question is None:
                break
            self._put(question)
        return self._trial()

    def suggested(self, trial: Trial) -> tuple[SuggestedKpi, ...]:
        """The KPIs without what is asked, with the figures of the first answers."""
        found = []
        for each in self.kpis:
            source = None if self.tidy else {"file": self.ground.file, **each.kpi.source}
            figures = trial.figures.get(each.id, ())
            found.append(SuggestedKpi(each.id, each.kpi.name, each.kpi.keys, source, figures))
        return tuple(found)

    def questions(self) -> tuple[AskedQuestion, ...]:
        """Every question with the first figures that each of its answers gives."""
        found = []
        for number, question in enumerate(self.asked):
            answers = []
            about = self._about(question)
            for choice in question.choices:
                trial = self._trial({number: choice})
                figures = {name: trial.figures[name][:_SHOWN] for name in about if name in trial.figures}
                answers.append(TriedAnswer(choice, figures))
            kpis = frozenset(about) if question.kpi is not None else frozenset()
            found.append(AskedQuestion(said_again(question.words), tuple(answers), question.example, kpis))
        return tuple(found)

    def _about(self, question: OpenQuestion) -> list[str]:
        if question.kpi is None:
            return [each.id for each in self.kpis]
        return [self.kpis[question.kpi].id]

    def _next_question(self, trial: Trial, hopeless: set[tuple[str, str]]) -> OpenQuestion | None:
        told = [(each.code, each.message, "") for each in trial.problems]
        told += [(each.code, each.message, each.element.removeprefix("kpi/")) for each in map(worded, trial.findings)]
        for code, message, kpi in sorted(told, key=lambda each: each[0] not in _FIRST):
            if code not in ANSWERS or (code, message + kpi) in hopeless:
                continue
            hopeless.add((code, message + kpi))
            choices = self._fitting(trial, code, kpi)
            if choices:
                return OpenQuestion(_words(code, message), tuple(choices), kpi=self._place(kpi))
        return None

    def _place(self, kpi: str) -> int | None:
        names = [each.id for each in self.kpis]
        return names.index(kpi) if kpi in names and len(names) > 1 else None

    def _fitting(self, trial: Trial, code: str, kpi: str) -> list[Choice]:
        """The answers with which the question is gone and nothing new is wrong, each meaning once."""
        found: list[Choice] = []
        meanings: list[object] = []
        for choice in ANSWERS[code]:
            trying = self._trial(extra=_trying(choice, self._place(kpi)))
            if _same(trial, code, kpi) <= _same(trying, code, kpi) or _wrong(trying) > _wrong(trial):
                continue
            meaning = {name: [(each.period, each.value) for each in read] for name, read in trying.figures.items()}
            if meaning and meaning not in meanings:
                meanings.append(meaning)
                found.append(choice)
        return found

    def _put(self, question: OpenQuestion) -> None:
        if len(question.choices) > 1 or question.example:
            self.asked.append(question)
        else:
            self.kpis = [
                replace(each, kpi=each.kpi.with_choice(question.choices[0]))
                if each.id in self._about(question)
                else each
                for each in self.kpis
            ]
        if any(choice.source for choice in question.choices):
            self._set_frequency()

    def _set_frequency(self) -> None:
        """Give each KPI the frequency that its periods show, where nothing else tells it."""
        if _FREQUENCY in self.given or all(_FREQUENCY in each.kpi.keys for each in self.kpis):
            return
        for guess in _GUESSES:
            trial = self._trial(extra=_trying(Choice({_FREQUENCY: guess.value})))
            if trial.periods:
                break
        else:
            return
        events = any("count" in each.kpi.source for each in self.kpis) or _combined(self.asked)
        frequency = frequency_of(set(trial.periods), self.ground.year_starts, events=events)
        self.kpis = [
            replace(each, kpi=each.kpi.with_choice(Choice({_FREQUENCY: frequency.value}))) for each in self.kpis
        ]

    def _trial(self, other: dict[int, Choice] | None = None, extra: OpenQuestion | None = None) -> Trial:
        """What is read with the first answer to each question, but for some, and with one more."""
        answers = [(each, (other or {}).get(number, each.choices[0])) for number, each in enumerate(self.asked)]
        answers += [(extra, extra.choices[0])] if extra is not None else []
        declared = [self._declared(each, answers) for each in self.kpis]
        key = repr(declared)
        if key not in self._tried:
            self._tried[key] = self.ground.read(declared)
        return self._tried[key]

    def _declared(self, named: _Named, answers: Iterable[tuple[OpenQuestion, Choice]]) -> Declared:
        kpi = named.kpi
        for question, choice in answers:
            if named.id in self._about(question):
                kpi = kpi.with_choice(choice)
        declared = {"id": named.id, "name": kpi.name or named.id, "direction": "none", **kpi.keys, **self.given}
        return declared if self.tidy else {**declared, "source": {"file": self.ground.file, **kpi.source}}


def named_kpis(ids: Sequence[str], kpis: Sequence[ProposedKpi]) -> list[_Named]:
    """The KPIs of a proposal with their ids."""
    return [_Named(id_, kpi) for id_, kpi in zip(ids, kpis, strict=True)]


def _words(code: str, message: str) -> Said:
    """The question as it is asked here, or as a build asks it."""
    if code == _SEVERAL_FIGURES:
        return said(sentences.SEVERAL_FIGURES)
    return said(sentences.AS_CHECK_ASKS, message=message)


def _trying(choice: Choice, kpi: int | None = None) -> OpenQuestion:
    """A question with one answer, to see what is read with it."""
    return OpenQuestion(said(sentences.AS_CHECK_ASKS, message=""), (choice,), kpi=kpi)


def _combined(asked: Iterable[OpenQuestion]) -> bool:
    return any("aggregate" in choice.keys for each in asked for choice in each.choices)


def _same(trial: Trial, code: str, kpi: str) -> int:
    """How many problems of a rule there are, those of one KPI where it is about one."""
    findings = [each for each in trial.findings if each.code == code and (not kpi or each.element == f"kpi/{kpi}")]
    return len(findings) + (0 if kpi else sum(each.code == code for each in trial.problems))


def _wrong(trial: Trial) -> int:
    """How many kinds of things are wrong."""
    return len({each.code for each in trial.problems} | {each.code for each in trial.findings})
