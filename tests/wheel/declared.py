"""What pyproject.toml and constraints.txt declare, as lists for pip."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


@dataclass(frozen=True)
class Wanted:
    """What an environment shall hold: requirements, and constraints for all that they bring along."""

    name: str
    requirements: tuple[str, ...]
    constraints: tuple[str, ...]


def newest() -> Wanted:
    """The dependencies at run time alone, in the versions with which the program is developed."""
    return Wanted("newest", tuple(PROJECT["dependencies"]), _constraints())


def lowest() -> Wanted:
    """The same, each in the lowest version that is declared to do."""
    bounds = lowest_versions(PROJECT["dependencies"])
    free = tuple(line for line in _constraints() if canonicalize_name(line.partition("==")[0]) not in bounds)
    return Wanted("lowest", tuple(f"{name}=={version}" for name, version in bounds.items()), free)


def lowest_versions(declared: list[str]) -> dict[str, str]:
    """Name of the distribution to its lower bound."""
    requirements = [Requirement(each) for each in declared]
    return {
        canonicalize_name(each.name): next(bound.version for bound in each.specifier if bound.operator == ">=")
        for each in requirements
    }


def _constraints() -> tuple[str, ...]:
    return tuple((ROOT / "constraints.txt").read_text("utf-8").split())
