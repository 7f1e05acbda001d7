"""Stakeholders of a plan as the people of a scorecard, and which of them owns what."""

from __future__ import annotations

from dataclasses import field
from typing import Any

from bsc_site.exchange.draft.names_as_ids import IdBook
from bsc_site.exchange.draft.plain_text import one_line
from bsc_site.exchange.stratml.plan_remarks import PlanRemarks, quoted
from bsc_site.exchange.stratml.xml_tree import XmlElement
from bsc_site.model.value_class import dataclass

OWNER = "Owner"
"""The role by which a plan that was written here names who answers for an element."""


@dataclass(slots=True)
class People:
    """Everybody whom a plan names, once each, by name."""

    remarks: PlanRemarks
    ids: IdBook = field(default_factory=lambda: IdBook("person"))
    by_name: dict[str, dict[str, Any]] = field(default_factory=dict)

    @property
    def each(self) -> list[dict[str, Any]]:
        """The people of the scorecard in the order of the plan."""
        return [{**person, "role": "; ".join(person["role"])} for person in self.by_name.values()]

    def owner_of(self, element: XmlElement, name: str) -> str | None:
        """The id of the one stakeholder with the role Owner, otherwise of the only one who performs; None without.

        All stakeholders of the element become people; that several have a part in it is a remark.
        """
        found = [(person, each) for each in element.all("stakeholder") if (person := self._person(each)) is not None]
        owners = [person for person, each in found if OWNER in _role_names(each)]
        performers = [person for person, each in found if "Performer" in _role_types(each)]
        chosen = owners if len(owners) == 1 else performers
        owner = chosen[0] if len(set(chosen)) == 1 else None
        others = {person: each for person, each in found if person != owner}
        if others:
            names = ", ".join(self._name(person) for person in others)
            words = f"that these have a part in {quoted(name)} is left out, for an objective has one owner: {names}"
            self.remarks.lost(next(iter(others.values())), words)
        return owner

    def mention(self, element: XmlElement) -> None:
        """Make people of the stakeholders of an element that nobody owns."""
        for each in element.all("stakeholder"):
            self._person(each)

    def _name(self, person: str) -> str:
        return next(name for name, each in self.by_name.items() if each["id"] == person)

    def _person(self, stakeholder: XmlElement) -> str | None:
        names = [each for each in stakeholder.all("name") if one_line(each.text())]
        if not names:
            for each in stakeholder.below():  # empty elements of forms have a type all the same
                each.used = each.used or each.name == "roletype"
            return None
        names[0].used = True
        name = one_line(names[0].text())
        if name not in self.by_name:
            self.by_name[name] = {"id": self.ids.id_of(name), "name": name, "role": []}
        person = self.by_name[name]
        for role in stakeholder.all("role"):
            for each in role.all("roletype"):
                each.used = True
            for each in role.all("name"):
                words = one_line(each.text())
                each.used = True
                if words and words != OWNER and words not in person["role"]:
                    person["role"].append(words)
        return str(person["id"])


def _role_names(stakeholder: XmlElement) -> set[str]:
    return {one_line(each.text()) for role in stakeholder.all("role") for each in role.all("name")}


def _role_types(stakeholder: XmlElement) -> set[str]:
    return {one_line(each.text()) for role in stakeholder.all("role") for each in role.all("roletype")}
