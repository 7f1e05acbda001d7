"""What our dataclasses do is what those of the standard library do."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle
from dataclasses import FrozenInstanceError, field
from functools import cached_property
from typing import Any

import pytest

from bsc_site.model.value_class import dataclass


@dataclass(frozen=True, slots=True)
class Base:
    """Two fields, one with a value of its own."""

    name: str
    size: int = 1


@dataclass(frozen=True, slots=True)
class Derived(Base):
    """Adds what is made anew each time, and what takes no part."""

    parts: list[int] = field(default_factory=list)
    aside: str = field(default="", repr=False, compare=False)


@dataclass(frozen=True)
class Open:
    """Without slots, so that it can keep what it worked out."""

    side: int

    @cached_property
    def area(self) -> int:
        """The square."""
        return self.side * self.side


@dataclass(slots=True)
class Mutable:
    """Fills a field of its own once it stands."""

    start: int
    seen: set[int] = field(default_factory=set)
    doubled: int = field(init=False)
    words: dict[str, int] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        """What follows from the first field."""
        self.doubled = 2 * self.start


@dataclass(frozen=True, slots=True, eq=False)
class Itself:
    """Is equal to itself alone."""

    name: str


@dataclass(frozen=True, slots=True)
class OwnHash:
    """Hashes as it likes."""

    name: str

    def __hash__(self) -> int:
        """The same for all."""
        return 7


@dataclass(frozen=True, slots=True)
class Only:
    """One field."""

    figure: float


@dataclass(frozen=True, slots=True)
class Nothing:
    """No field at all."""


def _as_the_library_makes_it(cls: Any) -> Any:
    """The same class by the decorator of the standard library; inherited ones are declared anew."""
    copied = [(each.name, each.type, copy.copy(each)) for each in dataclasses.fields(cls)]
    own = {name: cls.__dict__[name] for name in ("__post_init__",) if name in cls.__dict__}
    own |= {"__hash__": cls.__dict__["__hash__"]} if cls is OwnHash else {}
    frozen, slots, eq = cls is not Mutable, cls is not Open, cls is not Itself
    return dataclasses.make_dataclass(cls.__name__, copied, namespace=own, frozen=frozen, slots=slots, eq=eq)


MADE: list[tuple[Any, tuple[Any, ...], dict[str, Any]]] = [
    (Base, ("a",), {}),
    (Base, ("a", 2), {}),
    (Base, (), {"size": 3, "name": "b"}),
    (Derived, ("a", 2, [3]), {}),
    (Derived, ("a",), {"aside": "unseen"}),
    (Open, (3,), {}),
    (Mutable, (4,), {}),
    (Mutable, (4, {1}), {}),
    (Itself, ("a",), {}),
    (OwnHash, ("a",), {}),
    (Only, (1.5,), {}),
    (Nothing, (), {}),
]


@pytest.mark.parametrize(("cls", "given", "named"), MADE, ids=lambda each: getattr(each, "__name__", ""))
def test_a_value_holds_shows_and_hashes_what_the_standard_library_would(
    cls: Any, given: tuple[Any, ...], named: dict[str, Any]
) -> None:
    ours, theirs = cls(*given, **named), _as_the_library_makes_it(cls)(*given, **named)
    for each in dataclasses.fields(cls):
        assert getattr(ours, each.name) == getattr(theirs, each.name)
    assert repr(ours) == repr(theirs)
    assert (ours == cls(*given, **named)) == (cls is not Itself)
    assert cls.__match_args__ == type(theirs).__match_args__
    assert _hash_or_none(ours) == _hash_or_none(theirs) or cls is Itself


def _hash_or_none(value: object) -> int | None:
    try:
        return hash(value)
    except TypeError:
        return None


@pytest.mark.parametrize("cls", list(dict.fromkeys(made[0] for made in MADE)))
def test_it_is_called_with_the_same_names(cls: Any) -> None:
    ours, theirs = inspect.signature(cls), inspect.signature(_as_the_library_makes_it(cls))
    assert [(each.name, each.kind) for each in ours.parameters.values()] == [
        (each.name, each.kind) for each in theirs.parameters.values()
    ]


@pytest.mark.parametrize(
    ("given", "named"), [((), {}), (("a", 1, 2), {}), (("a",), {"width": 1}), (("a",), {"name": "b"})]
)
def test_what_it_is_not_called_with_fails(given: tuple[Any, ...], named: dict[str, Any]) -> None:
    with pytest.raises(TypeError, match=r"Base\.__init__"):
        Base(*given, **named)


def test_a_frozen_value_takes_nothing_else() -> None:
    value: Any = Base("a")
    with pytest.raises(FrozenInstanceError, match="cannot assign to field 'name'"):
        value.name = "b"
    with pytest.raises(FrozenInstanceError, match="cannot delete field 'name'"):
        del value.name
    with pytest.raises(FrozenInstanceError):
        value.other = 1
    assert value == Base("a")


def test_a_changeable_value_is_changed_and_cannot_be_hashed() -> None:
    value = Mutable(1)
    value.start, value.doubled = 2, 4
    assert value == Mutable(2)
    with pytest.raises(TypeError, match="unhashable"):
        hash(value)


def test_values_of_other_classes_are_never_equal() -> None:
    assert Base("a") != Derived("a")
    assert Nothing() == Nothing()


def test_a_figure_that_is_no_number_equals_itself() -> None:
    nan = float("nan")
    assert Only(nan) == Only(nan)
    assert Only(float("nan")) != Only(nan)


def test_what_takes_no_part_is_left_out() -> None:
    assert Derived("a", aside="x") == Derived("a", aside="y")
    assert "aside" not in repr(Derived("a", aside="x"))


def test_a_fresh_list_belongs_to_one_value() -> None:
    one, other = Derived("a"), Derived("a")
    one.parts.append(1)
    assert other.parts == []


@pytest.mark.parametrize("value", [Base("a", 2), Derived("a", 1, [2]), Open(3), Mutable(1), Nothing()])
def test_a_value_survives_pickle_copy_and_replacement(value: Any) -> None:
    assert pickle.loads(pickle.dumps(value)) == value  # noqa: S301  # our own bytes
    assert copy.deepcopy(value) == value
    assert type(value) is not Base or dataclasses.replace(value, size=9) == Base("a", 9)


def test_a_class_without_slots_keeps_what_it_worked_out() -> None:
    square = Open(3)
    assert square.area == square.__dict__["area"] == 9


def test_values_know_their_fields_by_place() -> None:
    match Derived("a", 2):
        case Base(name, size):
            assert (name, size) == ("a", 2)


def test_init_is_written_once_at_the_first_use() -> None:
    @dataclass(frozen=True, slots=True)
    class Unused:
        """Declared only here."""

        name: str

    before = Unused.__dict__["__init__"]
    assert not inspect.isfunction(before)
    Unused("a")
    written = Unused.__dict__["__init__"]
    assert inspect.isfunction(written)
    Unused("b")
    assert Unused.__dict__["__init__"] is written
