"""References: every id that an element names leads to an element that exists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from bsc_site.load.ignoring import reason_at
from bsc_site.load.scorecards.identities import Known, card_id
from bsc_site.load.scorecards.validation import Sheet
from bsc_site.load.suggestions import did_you_mean, one_of
from bsc_site.load.yaml.marked_file import KeyPath
from bsc_site.model.declared.fields import Part
from bsc_site.model.declared.kpi import ManualStatus
from bsc_site.model.declared.review import Decision
from bsc_site.model.declared.scorecard import DEFAULT_AUDIENCES, NO_AUDIENCE, Objective
from bsc_site.model.problem import Problem

_UNKNOWN = {
    "person": ("BSC103", "there is no person '{id}' under people"),
    "kpi": ("BSC104", "there is no KPI '{id}'"),
    "objective": ("BSC105", "there is no objective '{id}' in the scorecard '{scope}'"),
    "theme": ("BSC106", "there is no theme '{id}' under themes"),
    "initiative": ("BSC107", "there is no initiative '{id}' in the scorecard '{scope}'"),
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


def reference_problems(sheets: Iterable[Sheet], known: Known) -> Iterator[Problem]:
    """A problem for each reference of the scorecards that leads nowhere."""
    for sheet in sheets:
        for naming in _namings(sheet):
            if not known.has(naming.kind, naming.id, card_id(sheet.source)):
                yield _unknown(sheet, naming, known)
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
            message = f"there is no scorecard '{parent}'{did_you_mean(parent, known.of('scorecard'))}"
            yield sheet.problem("BSC109", ("parent",), message)
        circle = _circle(sheet.card.id, {name: (up,) if up else () for name, up in parents.items()})
        if circle and sheet.card.id == min(circle):
            message = (
                f"the parents lead back to '{sheet.card.id}': {' -> '.join((*circle, circle[0]))}; "
                "set parent: null at the top"
            )
            yield sheet.problem("BSC111", ("parent",), message)
    tops = [sheet for sheet in sheets if sheet.card.parent is None and sheet.sound(("parent",))]
    for sheet in tops[1:]:
        if reason_at(sheet.card, (), "BSC119") is None:
            message = (
                f"'{tops[0].card.id}' is at the top already; set parent: to the scorecard that this one cascades from"
            )
            yield sheet.problem("BSC119", ("id",), message)


def _unknown(sheet: Sheet, naming: _Naming, known: Known) -> Problem:
    code, text = _UNKNOWN[naming.kind]
    near = did_you_mean(naming.id, known.of(naming.kind, card_id(sheet.source)))
    message = text.format(id=naming.id, scope=card_id(sheet.source))
    return sheet.problem(code, naming.path, message + (near or "; correct the id, or add it"))


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
        yield from _each("initiative", initiative.depends_on, (*path, "depends_on"))
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
        yield _Naming("objective", drive.to, (*link, "to"))
        yield from _each("kpi", drive.via, (*link, "via"))
        yield from _each("kpi", drive.controls, (*link, "controls"))


def _people(identity: str | None, path: KeyPath) -> Iterator[_Naming]:
    if identity is not None:
        yield _Naming("person", identity, path)


def _setter(status: ManualStatus | None, path: KeyPath) -> Iterator[_Naming]:
    if status is not None:
        yield from _people(status.by, (*path, "manual_status", "by"))


def _each(kind: str, identities: Iterable[str], path: KeyPath) -> Iterator[_Naming]:
    for index, identity in enumerate(identities):
        yield _Naming(kind, identity, (*path, index))


def _decisions(decisions: Iterable[Decision], path: KeyPath) -> Iterator[_Naming]:
    for index, decision in enumerate(decisions):
        yield from _people(decision.owner, (*path, index, "owner"))


def _elements(sheet: Sheet) -> Iterator[tuple[Part, KeyPath]]:
    """Every element that may have an audience, with its path."""
    card = sheet.card
    for row, perspective in enumerate(card.perspectives):
        yield perspective, ("perspectives", row)
        for index, objective in enumerate(perspective.objectives):
            yield objective, ("perspectives", row, "objectives", index)
    for key in ("kpis", "initiatives", "reviews", "risks"):
        for index, element in enumerate(getattr(card, key)):
            yield element, (key, index)


def _audiences(sheet: Sheet) -> Iterator[Problem]:
    allowed = sheet.card.audiences or DEFAULT_AUDIENCES
    if not sheet.sound(("audiences",)):
        return
    if "audiences" in sheet.source.value:
        yield from _reserved_audiences(sheet)
        yield from _turned_audiences(sheet)
    for element, path in _elements(sheet):
        audience = getattr(element, "audience", None)
        if audience is None or audience in allowed:
            continue
        wrong = f"'{audience}' is not among the audiences of the scorecard; use {one_of(allowed)}"
        if audience == NO_AUDIENCE:
            advice = "; remove the line, what has no audience is for everybody"
        else:
            advice = (
                "" if sheet.card.audiences else ", or declare your own: audiences: [everyone, leaders], widest first"
            )
        yield sheet.problem("BSC108", (*path, "audience"), wrong + advice)


def _reserved_audiences(sheet: Sheet) -> Iterator[Problem]:
    """A site for an audience of that name could not be asked for."""
    for index, name in enumerate(sheet.card.audiences):
        if name.casefold() == NO_AUDIENCE:
            message = (
                f"'{name}' is reserved: `--audience {NO_AUDIENCE}` leaves nothing out; choose another, such as everyone"
            )
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
    message = f"audiences run from the widest to the narrowest; write audiences: [{right}]"
    yield sheet.problem("BSC154", ("audiences", turned), message)


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
                wrong = _wrong_support(reference, parent, known)
                if wrong:
                    yield sheet.problem("BSC105" if parent else "BSC120", (*path, number), wrong)


def _wrong_support(reference: str, parent: str | None, known: Known) -> str:
    """What is wrong with a line of sight; empty when it leads to an objective of the parent."""
    scope, _, identity = reference.rpartition("/")
    if parent is None:
        return f"'{reference}' supports an objective of the parent, but the scorecard has none; set parent:"
    if scope not in {"", parent}:
        return f"'{reference}' is not in the parent scorecard; write {parent}/ and one of its objectives"
    if known.has("objective", identity, parent) or not known.has("scorecard", parent):
        return ""
    near = did_you_mean(identity, known.of("objective", parent))
    return f"there is no objective '{identity}' in the scorecard '{parent}'{near or '; correct the id, or add it'}"


def _about(sheet: Sheet, known: Known) -> Iterator[Problem]:
    for key in ("reviews", "risks"):
        for index, element in enumerate(getattr(sheet.card, key)):
            wrong = _wrong_address(element.on, card_id(sheet.source), known) if element.on is not None else ""
            if wrong:
                yield sheet.problem("BSC110", (key, index, "on"), wrong)


def _wrong_address(address: str, scope: str, known: Known) -> str:
    kind, *rest = address.split("/")
    if kind not in _ABOUT or len(rest) not in {1, 2}:
        return f"'{address}' is no element; write kind/id with one of {one_of(_ABOUT)}, such as kpi/repeat-rate"
    if len(rest) + 1 == _WITH_SCOPE:
        scope = rest[0]
    inside = "" if kind in _PROJECT_WIDE else scope
    if known.has(kind, rest[-1], inside):
        return ""
    near = did_you_mean(rest[-1], known.of(kind, inside))
    return f"there is no {'KPI' if kind == 'kpi' else kind} '{rest[-1]}'{near or '; correct the id, or add it'}"


def _repeated(sheet: Sheet) -> Iterator[Problem]:
    for naming in _twice(_lists(sheet)):
        message = f"'{naming.id}' stands in this list already; remove one of the two"
        yield sheet.problem("BSC114", naming.path, message)


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
                    yield sheet.problem("BSC113", path, f"'{objective.id}' drives itself; name another objective")
    needs = {each.id: each.depends_on for each in sheet.card.initiatives}
    for index, initiative in enumerate(sheet.card.initiatives):
        path = ("initiatives", index, "depends_on")
        if initiative.id in initiative.depends_on:
            yield sheet.problem("BSC113", path, f"'{initiative.id}' waits for itself; name another initiative")
            continue
        circle = _circle(initiative.id, needs)
        if circle and initiative.id == min(circle):
            message = (
                f"the initiatives wait for each other: {' -> '.join((*circle, circle[0]))}; "
                "remove one of the dependencies"
            )
            yield sheet.problem("BSC112", path, message)


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
