"""Source people: who answers for an indicator and who delivers its figures, as the people of a scorecard."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from bsc_site.exchange.draft.names_as_ids import IdBook
from bsc_site.exchange.open_sdg.meta_files import MetaValue, texts_of
from bsc_site.exchange.open_sdg.phrases import Phrases
from bsc_site.exchange.open_sdg.repository import IndicatorRecord
from bsc_site.model.value_class import dataclass

_NUMBERED = range(1, 7)
_LONGEST = 200


@dataclass(slots=True)
class SourcePeople:
    """Everybody whom the metadata names, once each."""

    phrases: Phrases
    ids: IdBook = field(default_factory=lambda: IdBook("person"))
    by_name: dict[str, dict[str, Any]] = field(default_factory=dict)

    @property
    def each(self) -> list[dict[str, Any]]:
        """The people of the scorecard, in the order in which they were named."""
        return list(self.by_name.values())

    def owner_of(self, record: IndicatorRecord) -> str:
        """The id of the contact, a person or an organisation; nothing where none is named."""
        name = self._said(record.take("CONTACT_NAME", "contact_name"))
        team = self._said(record.take("CONTACT_ORGANISATION", "contact_organisation"))
        role = self._said(record.take("CONTACT_FUNCT"))
        unit = self._said(record.take("ORGANISATION_UNIT"))
        email = self._said(record.take("CONTACT_MAIL", "CONTACT_EMAIL", "contact_email"))
        email = email if "@" in email and " " not in email else ""
        if name:
            return self._person(name, role=role, team=team, email=email)
        return self._person(team, role=unit, email=email) if team else ""

    def updater_of(self, record: IndicatorRecord) -> str:
        """The id of the organisation that the figures come from: the first source that is named."""
        listed = record.values.get("sources")
        if listed is not None and isinstance(listed.written, list):
            for each in listed.written:
                if name := self._said(MetaValue(texts_of(each).get("organisation", ""), listed.place)):
                    record.used.add("sources")
                    return self._person(name)
        for number in _NUMBERED:
            active = record.values.get(f"source_active_{number}")
            name = self._said(record.values.get(f"source_organisation_{number}"))
            if name and (active is None or active.is_true):
                record.used.add(f"source_organisation_{number}")
                return self._person(name)
        return ""

    def _said(self, value: MetaValue | None) -> str:
        text = self.phrases.said(value)
        return text if len(text) <= _LONGEST else ""

    def _person(self, name: str, **told: str) -> str:
        known: Mapping[str, Any] | None = self.by_name.get(name.casefold())
        if known is None:
            known = self.by_name[name.casefold()] = {"id": self.ids.id_of(name), "name": name, **told}
        return str(known["id"])
