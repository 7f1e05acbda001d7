"""References: every id that an element names leads to an element that exists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from bsc_site.load.ignoring import reason_at
from bsc_site.load.scorecards.identities import Known, card_id
from bsc_site.load.scorecards.validation import Sheet
from bsc_site.load.suggestions import did_you_mean, nearest
from bsc_site.load.yaml.marked_file import KeyPath
from bsc_site.model.declared.kpi import ManualStatus
from bsc_site.model.declared.review import Decision
from bsc_site.model.declared.scorecard import DEFAULT_AUDIENCES, NO_AUDIENCE, Objective
from bsc_site.model.fields import Part
from bsc_site.model.problem import Problem
from bsc_site.model.rules.renames.former_ids import NOW_CALLED
from bsc_site.model.saying.noun_sentences import NOUNS
from bsc_site.model.saying.said import one_of, said
from bsc_site.model.sentences import reference_sentences as told
from bsc_site.model.value_class import dataclass

_UNKNOWN = {
    "person": ("BSC103", told.NO_PERSON),
    "kpi": ("BSC104", told.NO_KPI),
    "objective": ("BSC105", told.NO_OBJECTIVE),
    "theme": ("BSC106", told.NO_THEME),
    "initiative": ("BSC107", told.NO_INITIATIVE),
}
_ABOUT = ("kpi", "objective", "initiative", "perspective", "scorecard", "risk")
_PROJECT_WIDE = ("kpi", "scorecard")
_WITH_SCOPE = 3


@dataclass(frozen=True)
class _Naming:
    """One place where an id is named."""

    kind: str
    id: str
    path: KeyPath
    beside: tuple[str, ...] = ()
    """The ids of the list that it stands in."""
    own: str = ""
    """The id of the element that names it, where it cannot name itself."""


def reference_problems(sheets: Iterable[Sheet], known: Known) -> Iterator[Problem]:
    """A problem for each reference of the scorecards that leads nowhere."""
    helpers = _helpers(known)
    for sheet in sheets:
        for naming in _namings(sheet):
            if not known.has(naming.kind, naming.id, card_id(sheet.source)):
                yield _unknown(sheet, naming, known)
            elif naming.kind == "kpi" and naming.id in helpers and "from_children" not in naming.path:
                yield sheet.problem("BSC180", naming.path, said(told.HELPER_KPI, id=naming.id))
        yield from _audiences(sheet)
        yield from _supports(sheet, known)
        yield from _about(sheet, known)
        yield from _repeated(sheet)
        yield from _waiting(sheet)


def parent_problems(sheets: Iterable[Sheet], known: Known) -> Iterator[Problem]:
    """Parents that do not exist, parents in a circle, and more than one scorecard at the top."""
    sheets = tuple(sheets)
    parents = {sheet.card.id: sheet.card.parent for sheet in sheets}
    for sheet in sheets:
        parent = sheet.card.parent
        if parent is not None and not known.has("scorecard", parent):
            message = said(told.NO_SCORECARD, id=parent, hint=did_you_mean(parent, known.of("scorecard")))
            yield sheet.problem("BSC109", ("parent",), message)
        circle = _circle(sheet.card.id, {name: (up,) if up else () for name, up in parents.items()})
        if circle and sheet.card.id == min(circle):
            message = said(told.PARENTS_LEAD_BACK, id=sheet.card.id, chain=" -> ".join((*circle, circle[0])))
            yield sheet.problem("BSC111", ("parent",), message)
    tops = [sheet for sheet in sheets if sheet.card.parent is None and sheet.sound(("parent",))]
    for sheet in tops[1:]:
        if reason_at(sheet.card, (), "BSC119") is None:
            yield sheet.problem("BSC119", ("id",), said(told.SECOND_AT_THE_TOP, id=tops[0].card.id))


def _helpers(known: Known) -> frozenset[str]:
    """The ids of KPIs that only help to compute others."""
    return frozenset(each.id for each in known.of("kpi").values() if each.element.get("hidden") is True)


def _unknown(sheet: Sheet, naming: _Naming, known: Known) -> Problem:
    code, sentence = _UNKNOWN[naming.kind]
    others = [each for each in known.of(naming.kind, card_id(sheet.source)) if each != naming.own]
    now = known.called_now(naming.kind, naming.id, card_id(sheet.source))
    hint = said(NOW_CALLED, id=now) if now else _hint(naming.id, others, naming.beside)
    return sheet.problem(code, naming.path, said(sentence, id=naming.id, scope=card_id(sheet.source), hint=hint))


def _hint(identity: str, allowed: Iterable[str], beside: Iterable[str] = ()) -> str:
    """What was probably meant by an id that is not known; not what stands in the same list already."""
    near = nearest(identity, allowed)
    if near and near in beside:
        return said(told.NEAR_IS_LISTED, near=near)
    return did_you_mean(identity, (near,)) if near else said(told.CORRECT_OR_ADD)


def _namings(sheet: Sheet) -> Iterator[_Naming]:
    card = sheet.card
    for row, perspective in enumerate(card.perspectives):
        for index, objective in enumerate(perspective.objectives):
            yield from _objective_namings(objective, ("perspectives", row, "objectives", index))
    for index, kpi in enumerate(card.kpis):
        yield from _people(kpi.owner, ("kpis", index, "owner"))
        yield from _people(kpi.updater, ("kpis", index, "updater"))
        yield from _setter(kpi.manual_status, ("kpis", index))
        if kpi.from_children is not None:
            yield from _each("kpi", kpi.from_children.kpis, ("kpis", index, "from_children", "kpis"))
    for index, initiative in enumerate(card.initiatives):
        path: KeyPath = ("initiatives", index)
        yield from _people(initiative.owner, (*path, "owner"))
        yield from _each("objective", initiative.serves, (*path, "serves"))
        yield from _each("initiative", initiative.depends_on, (*path, "depends_on"), initiative.id)
    for index, risk in enumerate(card.risks):
        yield from _people(risk.owner, ("risks", index, "owner"))
    for index, review in enumerate(card.reviews):
        yield from _people(review.by, ("reviews", index, "by"))
        yield from _decisions(review.decisions, ("reviews", index, "decisions"))


def _objective_namings(objective: Objective, path: KeyPath) -> Iterator[_Naming]:
    yield from _people(objective.owner, (*path, "owner"))
    yield from _setter(objective.manual_status, path)
    yield from _each("theme", objective.themes, (*path, "themes"))
    yield from _each("kpi", objective.kpis, (*path, "kpis"))
    for index, drive in enumerate(objective.drives):
        link = (*path, "drives", index)
        yield _Naming("objective", drive.to, (*link, "to"), tuple(each.to for each in objective.drives), objective.id)
        yield from _each("kpi", drive.via, (*link, "via"))
        yield from _each("kpi", drive.controls, (*link, "controls"))


def _people(identity: str | None, path: KeyPath) -> Iterator[_Naming]:
    if identity is not None:
        yield _Naming("person", identity, path)


def _setter(status: ManualStatus | None, path: KeyPath) -> Iterator[_Naming]:
    if status is not None:
        yield from _people(status.by, (*path, "manual_status", "by"))


def _each(kind: str, identities: tuple[str, ...], path: KeyPath, own: str = "") -> Iterator[_Naming]:
    for index, identity in enumerate(identities):
        yield _Naming(kind, identity, (*path, index), identities, own)


def _decisions(decisions: Iterable[Decision], path: KeyPath) -> Iterator[_Naming]:
    for index, decision in enumerate(decisions):
        yield from _people(decision.owner, (*path, index, "owner"))


def _elements(sheet: Sheet) -> Iterator[tuple[Part, KeyPath]]:
    """Every element that may have an audience, with its path."""
    card = sheet.card
    yield card, ()
    for row, perspective in enumerate(card.perspectives):
        yield perspective, ("perspectives", row)
        for index, objective in enumerate(perspective.objectives):
            path: KeyPath = ("perspectives", row, "objectives", index)
            yield objective, path
            yield from ((each, (*path, "drives", place)) for place, each in enumerate(objective.drives))
    for key in ("kpis", "initiatives", "reviews", "risks", "people", "themes"):
        for index, element in enumerate(getattr(card, key)):
            yield element, (key, index)
            for part in ("milestones", "decisions"):
                parts = enumerate(getattr(element, part, ()))
                yield from ((each, (key, index, part, place)) for place, each in parts)


def _audiences(sheet: Sheet) -> Iterator[Problem]:
    allowed = sheet.card.audiences or DEFAULT_AUDIENCES
    if not sheet.sound(("audiences",)):
        return
    if "audiences" in sheet.source.value:
        yield from _reserved_audiences(sheet)
        yield from _turned_audiences(sheet)
    if sheet.card.parent is None and sheet.card.audience not in {None, allowed[0]}:
        yield sheet.problem("BSC158", ("audience",), said(told.TOP_FOR_FEWER, audience=str(sheet.card.audience)))
    told_of = [(getattr(element, "audience", None), path) for element, path in _elements(sheet)]
    for audience, path in (*told_of, *((each.audience, each.path) for each in sheet.source.kept)):
        if audience is None or audience in allowed:
            continue
        wrong = told.NO_AUDIENCE_DECLARED if sheet.card.audiences else told.NO_USUAL_AUDIENCE
        wrong = told.NO_AUDIENCE_OF_ALL if audience == NO_AUDIENCE else wrong
        message = said(wrong, audience=audience, allowed=one_of(allowed))
        yield sheet.problem("BSC108", (*path, "audience"), message)


def _reserved_audiences(sheet: Sheet) -> Iterator[Problem]:
    """A site for an audience of that name could not be asked for."""
    for index, name in enumerate(sheet.card.audiences):
        if name.casefold() == NO_AUDIENCE:
            message = said(told.RESERVED_AUDIENCE, name=name, reserved=NO_AUDIENCE)
            yield sheet.problem("BSC118", ("audiences", index), message)


_WIDE, _MIDDLE, _NARROW = (
    ("public", "everyone", "everybody", "world"),
    ("staff", "employees", "internal", "company"),
    ("management", "managers", "leaders", "leadership", "executives", "board", "directors", "confidential"),
)
_CIRCLES = {name: rank for rank, names in enumerate((_WIDE, _MIDDLE, _NARROW)) for name in names}


def _turned_audiences(sheet: Sheet) -> Iterator[Problem]:
    """Known audiences that stand in the wrong order: the site for everybody would show what was meant for a few."""
    names = sheet.card.audiences
    known = [name for name in names if name.casefold() in _CIRCLES]
    ordered = sorted(known, key=_width)
    if known == ordered:
        return
    turned = next(index for index, name in enumerate(names) if name in known and name != ordered[known.index(name)])
    rest = iter(ordered)
    right = ", ".join(next(rest) if name in known else name for name in names)
    yield sheet.problem("BSC154", ("audiences", turned), said(told.TURNED_AUDIENCES, right=right))


def _width(name: str) -> int:
    return _CIRCLES[name.casefold()]


def _supports(sheet: Sheet, known: Known) -> Iterator[Problem]:
    parent = sheet.card.parent
    if not sheet.sound(("parent",)):
        return
    for row, perspective in enumerate(sheet.card.perspectives):
        for index, objective in enumerate(perspective.objectives):
            path: KeyPath = ("perspectives", row, "objectives", index, "supports")
            for number, reference in enumerate(objective.supports):
                wrong = _wrong_support(reference, parent, known, objective.supports)
                if wrong:
                    yield sheet.problem("BSC105" if parent else "BSC120", (*path, number), wrong)


def _wrong_support(reference: str, parent: str | None, known: Known, beside: tuple[str, ...]) -> str:
    """What is wrong with a line of sight; empty when it leads to an objective of the parent."""
    scope, _, identity = reference.rpartition("/")
    if parent is None:
        return said(told.NO_PARENT_TO_SUPPORT, reference=reference)
    if scope not in {"", parent}:
        return said(told.NOT_IN_THE_PARENT, reference=reference, parent=parent)
    if known.has("objective", identity, parent) or not known.has("scorecard", parent):
        return ""
    hint = _hint(identity, known.of("objective", parent), [each.rpartition("/")[2] for each in beside])
    return said(told.NO_OBJECTIVE, id=identity, scope=parent, hint=hint)


def _about(sheet: Sheet, known: Known) -> Iterator[Problem]:
    for key in ("reviews", "risks"):
        for index, element in enumerate(getattr(sheet.card, key)):
            if element.on is None:
                continue
            wrong = _wrong_address(element.on, card_id(sheet.source), known)
            kind, _, name = element.on.partition("/")
            if wrong:
                yield sheet.problem("BSC110", (key, index, "on"), wrong)
            elif kind == "kpi" and name in _helpers(known):
                yield sheet.problem("BSC180", (key, index, "on"), said(told.HELPER_KPI, id=name))


def _wrong_address(address: str, scope: str, known: Known) -> str:
    kind, *rest = address.split("/")
    if kind not in _ABOUT or len(rest) not in {1, 2}:
        return said(told.NO_ELEMENT, address=address, kinds=one_of(_ABOUT))
    if len(rest) + 1 == _WITH_SCOPE:
        scope = rest[0]
    inside = "" if kind in _PROJECT_WIDE else scope
    if known.has(kind, rest[-1], inside):
        return ""
    now = known.called_now(kind, rest[-1], inside)
    hint = said(NOW_CALLED, id=now) if now else _hint(rest[-1], known.of(kind, inside))
    return said(told.NO_SUCH_ELEMENT, kind=said(NOUNS[kind]), id=rest[-1], hint=hint)


def _repeated(sheet: Sheet) -> Iterator[Problem]:
    for naming in _twice(_lists(sheet)):
        yield sheet.problem("BSC114", naming.path, said(told.TWICE_IN_A_LIST, id=naming.id))


def _lists(sheet: Sheet) -> Iterator[list[_Naming]]:
    for row, perspective in enumerate(sheet.card.perspectives):
        for index, objective in enumerate(perspective.objectives):
            path: KeyPath = ("perspectives", row, "objectives", index)
            for key in ("kpis", "themes", "supports", "value_proposition"):
                yield list(_each("", getattr(objective, key), (*path, key)))
            yield [_Naming("", link.to, (*path, "drives", n, "to")) for n, link in enumerate(objective.drives)]
            for number, link in enumerate(objective.drives):
                for key in ("via", "controls"):
                    yield list(_each("", getattr(link, key), (*path, "drives", number, key)))
    for index, kpi in enumerate(sheet.card.kpis):
        if kpi.from_children is not None:
            yield list(_each("", kpi.from_children.kpis, ("kpis", index, "from_children", "kpis")))
    for index, initiative in enumerate(sheet.card.initiatives):
        for key in ("serves", "depends_on"):
            yield list(_each("", getattr(initiative, key), ("initiatives", index, key)))
    yield list(_each("", sheet.card.audiences, ("audiences",)))


def _twice(lists: Iterable[list[_Naming]]) -> Iterator[_Naming]:
    for names in lists:
        seen: set[str] = set()
        for naming in names:
            if naming.id in seen:
                yield naming
            seen.add(naming.id)


def _waiting(sheet: Sheet) -> Iterator[Problem]:
    """Objectives that drive themselves; initiatives that wait for themselves or for each other."""
    for row, perspective in enumerate(sheet.card.perspectives):
        for index, objective in enumerate(perspective.objectives):
            for number, link in enumerate(objective.drives):
                if link.to == objective.id:
                    path: KeyPath = ("perspectives", row, "objectives", index, "drives", number, "to")
                    yield sheet.problem("BSC113", path, said(told.DRIVES_ITSELF, id=objective.id))
    needs = {each.id: each.depends_on for each in sheet.card.initiatives}
    for index, initiative in enumerate(sheet.card.initiatives):
        path = ("initiatives", index, "depends_on")
        if initiative.id in initiative.depends_on:
            yield sheet.problem("BSC113", path, said(told.WAITS_FOR_ITSELF, id=initiative.id))
            continue
        circle = _circle(initiative.id, needs)
        if circle and initiative.id == min(circle):
            yield sheet.problem("BSC112", path, said(told.WAIT_IN_A_CIRCLE, chain=" -> ".join((*circle, circle[0]))))


def _circle(start: str, onward: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The shortest way from `start` back to it, `start` first; empty when there is none."""
    ways: list[tuple[str, ...]] = [(start,)]
    seen: set[str] = set()
    for way in ways:
        for name in onward.get(way[-1], ()):
            if name == start:
                return way
            if name not in seen:
                seen.add(name)
                ways.append((*way, name))
    return ()
