"""What the library says of a measure, and of a sector."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from msgspec import UNSET, Struct, UnsetType, to_builtins

from bsc_site.model.period import Frequency
from bsc_site.model.vocabularies import Direction, Kind, Preset


class Sector(StrEnum):
    """The sectors that the library knows; the first one is for all."""

    ANY = "any"
    ONLINE_SHOP = "online-shop"
    SAAS = "saas"
    MANUFACTURING = "manufacturing"
    CITY = "city"
    AGENCY = "agency"
    NONPROFIT = "nonprofit"
    HOSPITAL = "hospital"
    EDUCATION = "education"


class UsualPerspective(StrEnum):
    """Where a measure usually stands, whatever an organisation calls that row of its map."""

    MISSION = "mission"
    """What changes for people; without such a row the one of those who are served."""
    CUSTOMER = "customer"
    """Those who are served."""
    FINANCIAL = "financial"
    """Money: what comes in, and what it is spent on."""
    INTERNAL = "internal"
    """What must be done well."""
    LEARNING = "learning"
    """People, knowledge and tools."""


class KnownBenchmark(Struct, frozen=True, forbid_unknown_fields=True):
    """What others reach or are asked to reach, as a primary public source says it; at least one figure."""

    source: str
    year: int
    """Of the publication."""
    low: float | UnsetType = UNSET
    high: float | UnsetType = UNSET
    value: float | UnsetType = UNSET


class LibraryMeasure(Struct, frozen=True, forbid_unknown_fields=True):
    """A measure to choose, in our own words."""

    id: str
    name: str
    perspective: UsualPerspective
    formula: str
    """In words."""
    unit: str
    direction: Direction
    kind: Kind
    frequency: Frequency
    figures: str
    """Where the figures usually come from."""
    example: tuple[float, float]
    """Where a new project may begin and what it may aim at: made up."""
    definition: str = ""
    """The publication that defines it, empty where none is known."""
    benchmark: KnownBenchmark | None = None
    also: tuple[str, ...] = ()
    """Other words by which people look for it."""


class UsualDrive(Struct, frozen=True, forbid_unknown_fields=True):
    """What an objective is thought to move, after how many months, and why."""

    to: str
    lag: int
    because: str


class UsualObjective(Struct, frozen=True, forbid_unknown_fields=True):
    """An objective with which a new scorecard of the sector may begin, in our own words."""

    id: str
    name: str
    perspective: UsualPerspective
    measures: tuple[str, ...]
    """Ids of the library, of this sector or of any organisation; the first one stands for the objective."""
    drives: UsualDrive | None = None


class LibrarySector(Struct, frozen=True, forbid_unknown_fields=True):
    """A sector with its measures, in the order of its file."""

    sector: Sector
    name: str
    measures: tuple[LibraryMeasure, ...]
    preset: Preset = Preset.PRIVATE
    """The kind of organisation that it usually is."""
    mission: str = ""
    vision: str = ""
    objectives: tuple[UsualObjective, ...] = ()
    """What a new scorecard begins with, results first; none for any organisation."""


class Shelved(Struct, frozen=True):
    """A measure with the sector that it stands under."""

    sector: LibrarySector
    measure: LibraryMeasure

    @property
    def plain(self) -> dict[str, Any]:
        """What is known of it as plain values, without what is made up."""
        known: dict[str, Any] = to_builtins(self.measure)
        known.pop("example")
        return {"id": known.pop("id"), "sector": self.sector.sector.value, **known}
