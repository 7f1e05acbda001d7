"""Dataclasses that cost little to declare: what fills one's fields is written when the first of its values is made.

The standard library writes and compiles six functions for each frozen class, 0.5 ms whenever a command starts, and
hundreds of classes are declared for the few of which one command makes values.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator
from dataclasses import MISSING, Field, FrozenInstanceError
from operator import attrgetter
from reprlib import recursive_repr
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from dataclasses import dataclass  # noqa: TID251  # types are checked as those of the standard library
else:

    def dataclass(cls: type | None = None, *, frozen: bool = False, slots: bool = False, eq: bool = True) -> Any:
        """What `dataclasses.dataclass` makes of a class and these flags; `fields`, `replace` and pickle know it too."""
        declared = _Declared(frozen, slots, eq)
        return declared.made(cls) if cls else declared.made


__all__ = ["dataclass"]


class _Declared:
    """The flags with which a class is declared."""

    def __init__(self, frozen: bool, slots: bool, eq: bool) -> None:  # noqa: FBT001  # the decorator names them
        self.frozen, self.slots, self.eq = frozen, slots, eq

    def made(self, cls: type) -> type:
        """The class with its fields as the standard library finds them, and with functions that need no compiler."""
        own = dict(cls.__dict__)
        made: type = dataclasses.dataclass(  # noqa: TID251  # what ours are made of
            init=False, repr=False, eq=False, slots=self.slots
        )(cls)
        for name, function in self._functions(made):
            if own.get(name) is None:  # a class that compares by its fields and says nothing of hashing has None there
                setattr(made, name, function)
        return made

    def _functions(self, made: type) -> Iterator[tuple[str, Any]]:
        """What is put into the class, unless it has its own."""
        fields = dataclasses.fields(made)
        yield "__init__", _WrittenAtFirst(made, frozen=self.frozen)
        yield "__repr__", _repr_of(tuple(each.name for each in fields if each.repr))
        if self.eq:
            compared = _values_of(each.name for each in fields if each.compare)
            hashed = _values_of(each.name for each in fields if (each.compare if each.hash is None else each.hash))
            yield "__eq__", _equality(compared)
            yield "__hash__", _hash_of(hashed) if self.frozen else None
        if self.frozen:
            yield "__setattr__", _refuse_setting
            yield "__delattr__", _refuse_deleting
        if self.frozen and self.slots:
            yield "__getstate__", _state_of(each.name for each in fields)
            yield "__setstate__", _set_state


class _WrittenAtFirst:
    """Stands for the `__init__` of a class until it is asked for; then the written one takes its place."""

    def __init__(self, owner: type, *, frozen: bool) -> None:
        self.owner, self.frozen = owner, frozen

    def __get__(self, instance: object, owner: type) -> Callable[..., None]:
        written = _written_init(self.owner, frozen=self.frozen)
        type.__setattr__(self.owner, "__init__", written)
        bound: Callable[..., None] = written if instance is None else written.__get__(instance, owner)
        return bound


def _written_init(cls: type, *, frozen: bool) -> Any:
    """The `__init__` that takes each field and puts it in its place."""
    known: dict[str, Any] = {"_MISSING": MISSING, "_set": object.__setattr__}
    taken, lines = [], []
    for each in dataclasses.fields(cls):
        value = _value_taken(each, known)
        if each.init:
            taken.append(each.name + _default_of(each, known))
        if value is not None:
            lines.append(_assignment(cls, each.name, value, known) if frozen else f"self.{each.name} = {value}")
    if hasattr(cls, "__post_init__"):
        lines.append("self.__post_init__()")
    body = "\n    ".join(lines or ["pass"])
    exec(f"def __init__({', '.join(['self', *taken])}):\n    {body}", known)  # noqa: S102  # names of our own classes
    written = known["__init__"]
    written.__qualname__, written.__module__ = f"{cls.__qualname__}.__init__", cls.__module__
    written.__annotations__ = {each.name: each.type for each in dataclasses.fields(cls) if each.init} | {"return": None}
    return written


def _default_of(each: Field[Any], known: dict[str, Any]) -> str:
    """What stands behind the name among the parameters."""
    if each.default_factory is not MISSING:
        return "=_MISSING"
    if each.default is MISSING:
        return ""
    known[f"_default_{each.name}"] = each.default
    return f"=_default_{each.name}"


def _value_taken(each: Field[Any], known: dict[str, Any]) -> str | None:
    """What the field holds at first; None where nothing is put there."""
    if each.default_factory is not MISSING:
        known[f"_made_{each.name}"] = each.default_factory
        fresh = f"_made_{each.name}()"
        return f"{fresh} if {each.name} is _MISSING else {each.name}" if each.init else fresh
    return each.name if each.init else None


def _assignment(cls: type, name: str, value: str, known: dict[str, Any]) -> str:
    """The line that fills a field of a frozen value: by its slot, which is faster, or by name where it has none."""
    fill = getattr(getattr(cls, name, None), "__set__", None)
    if fill is None:
        return f"_set(self, {name!r}, {value})"
    known[f"_fill_{name}"] = fill
    return f"_fill_{name}(self, {value})"


def _values_of(names: Iterable[str]) -> Callable[[Any], tuple[Any, ...]]:
    """What gives the values of these fields, side by side."""
    match tuple(names):
        case ():
            return lambda _: ()
        case (only,):
            return lambda value: (getattr(value, only),)
        case several:
            return attrgetter(*several)


def _equality(compared: Callable[[Any], tuple[Any, ...]]) -> Callable[[Any, Any], Any]:
    def __eq__(self: Any, other: Any) -> Any:  # noqa: N807  # becomes that method
        return compared(self) == compared(other) if other.__class__ is self.__class__ else NotImplemented

    return __eq__


def _hash_of(hashed: Callable[[Any], tuple[Any, ...]]) -> Callable[[Any], int]:
    def __hash__(self: Any) -> int:  # noqa: N807  # becomes that method
        return hash(hashed(self))

    return __hash__


def _repr_of(names: tuple[str, ...]) -> Callable[[Any], str]:
    @recursive_repr()
    def __repr__(self: Any) -> str:  # noqa: N807  # becomes that method
        return f"{self.__class__.__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in names)})"

    return __repr__


def _refuse_setting(_: Any, name: str, __: Any) -> NoReturn:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_deleting(_: Any, name: str) -> NoReturn:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _state_of(names: Iterable[str]) -> Callable[[Any], list[Any]]:
    """What pickle keeps of a frozen value with slots."""
    values = _values_of(names)

    def __getstate__(self: Any) -> list[Any]:  # noqa: N807  # becomes that method
        return [*values(self)]

    return __getstate__


def _set_state(self: Any, state: list[Any]) -> None:
    for each, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, each.name, value)
