"""What can be found by name: every element and page of a site with its kind, where it stands and what it says now."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from bsc_site.model.concluded.assessment import Standing
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.value_class import dataclass
from bsc_site.render.addresses import Addresses
from bsc_site.render.pages.register import BY_NAME
from bsc_site.render.views.parts.page_parts import StatusMark
from bsc_site.render.views.parts.standpoint import Standpoint
from bsc_site.render.views.parts.value_sentences import score_text, value_text
from bsc_site.render.views.review_views.reviews_view import book_of, review_link
from bsc_site.wording.figures import share_text
from bsc_site.wording.language import noted, say, told

_ALIKE = " · "


@dataclass(frozen=True, slots=True)
class FinderRow:
    """One that can be found: its kind, its name, the address of its page, and what stands beside its name.

    `value` is its figure or score, `more` what it belongs to, `words` further texts that find it: earlier ids.
    """

    kind: str
    name: str
    address: str
    status: StatusMark | None = None
    value: str = ""
    more: str = ""
    words: str = ""

    @property
    def is_page(self) -> bool:
        """Whether it is a page that the scorecard at the top has once."""
        return self.kind == _PAGE


_KPI, _OBJECTIVE, _PERSPECTIVE, _INITIATIVE, _PERSON, _TEAM, _REVIEW, _SCORECARD, _PAGE = (
    noted("KPI"),
    noted("Objective"),
    noted("Perspective"),
    noted("Initiative"),
    noted("Person"),
    noted("Team"),
    noted("Review"),
    noted("Scorecard"),
    noted("Page"),
)


def finder_rows(assessment: Assessment) -> tuple[FinderRow, ...]:
    """Every element that this audience sees and every page of the scorecard at the top, kind by kind."""
    addresses = Addresses(assessment.project)
    sights = [
        _Sight(Standpoint(assessment, addresses, card, addresses.home(card.scorecard.id), BY_NAME))
        for card in assessment.scorecards.values()
    ]
    kinds: tuple[Callable[[_Sight], Iterator[FinderRow]], ...] = (
        _Sight.kpis,
        _Sight.objectives,
        _Sight.perspectives,
        _Sight.initiatives,
        _Sight.scorecards,
        _Sight.people,
        _Sight.teams,
        _Sight.reviews,
        _Sight.pages,
    )
    return tuple(row for kind in kinds for sight in sights for row in kind(sight))


@dataclass(frozen=True, slots=True)
class _Sight:
    """What is found of one scorecard."""

    here: Standpoint

    @property
    def top(self) -> bool:
        return self.here.id == self.here.assessment.project.root.id

    def kpis(self) -> Iterator[FinderRow]:
        homes: dict[str, str] = {}
        for goal in self.here.card.objectives.values():
            homes |= {kpi: goal.objective.name for kpi in goal.kpis if kpi not in homes}
        for name in self.here.seen(self.here.card.kpis):
            found = self.here.assessment.kpis[name]
            if found.scorecard != self.here.id:
                continue
            value = value_text(found.kpi, found.current.value) if found.current else ""
            status = replace(self.here.kpi_status(found), why="")
            more = self._beside(homes.get(name, ""))
            words = " ".join(found.kpi.was)
            yield FinderRow(_KPI, found.kpi.name, self.here.addresses.kpi(name), status, value, more, words)

    def objectives(self) -> Iterator[FinderRow]:
        for name, goal in self.here.card.objectives.items():
            address = self.here.addresses.objective(self.here.id, name)
            more = self._beside(self.here.card.perspectives[goal.perspective].perspective.name)
            row = FinderRow(_OBJECTIVE, goal.objective.name, address, more=more, words=" ".join(goal.objective.was))
            yield self._scored(row, goal.standing)

    def perspectives(self) -> Iterator[FinderRow]:
        for name, row in self.here.card.perspectives.items():
            address = self.here.addresses.perspective(self.here.id, name)
            declared, more = row.perspective, self._beside("")
            found = FinderRow(_PERSPECTIVE, declared.name, address, more=more, words=" ".join(declared.was))
            yield self._scored(found, row.standing)

    def initiatives(self) -> Iterator[FinderRow]:
        for name, found in self.here.card.initiatives.items():
            declared = found.initiative
            address = self.here.addresses.initiative(self.here.id, name)
            status = replace(self.here.initiative_status(found), why="")
            more = self._beside(self.here.person(declared.owner).text if declared.owner else "")
            value = "" if found.progress is None else share_text(found.progress)
            yield FinderRow(_INITIATIVE, declared.name, address, status, value, more, " ".join(declared.was))

    def scorecards(self) -> Iterator[FinderRow]:
        card = self.here.card
        address = self.here.addresses.home(self.here.id)
        words = " ".join((*card.scorecard.was, *((told(BY_NAME["home"].title),) if self.top else ())))
        yield self._scored(FinderRow(_SCORECARD, card.scorecard.title, address, words=words), card.standing)

    def people(self) -> Iterator[FinderRow]:
        for each in self.here.card.scorecard.people:
            more = _ALIKE.join(filter(None, (each.role, each.team)))
            yield FinderRow(
                _PERSON, each.name, self.here.addresses.person(each.id), more=more, words=" ".join(each.was)
            )

    def teams(self) -> Iterator[FinderRow]:
        for each in self.here.addresses.teams if self.top else ():
            yield FinderRow(_TEAM, each, self.here.addresses.team(each))

    def reviews(self) -> Iterator[FinderRow]:
        for each in book_of(self.here).meetings:
            address = self.here.addresses.review(self.here.id, each.period)
            yield FinderRow(_REVIEW, review_link(self.here, each).text, address, more=self._beside(""))

    def pages(self) -> Iterator[FinderRow]:
        for page in BY_NAME.values() if self.top else ():
            if page.folder and page.written(self.here):
                yield FinderRow(_PAGE, told(page.in_nav), self.here.overview_address(page.name))

    def _scored(self, row: FinderRow, standing: Standing) -> FinderRow:
        mark = self.here.status(standing.status, standing.score)
        score = "" if standing.score is None else say("{score} of 100", score=score_text(standing.score))
        return replace(row, status=mark, value=score)

    def _beside(self, text: str) -> str:
        """The text, and the scorecard where it is not the one at the top."""
        return _ALIKE.join(filter(None, (text, "" if self.top else self.here.card.scorecard.title)))
