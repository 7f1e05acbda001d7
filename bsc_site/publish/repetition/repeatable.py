"""Whether a build depends on nothing but its files: no database, no program of the project, no environment."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from bsc_site.load.settings.own_settings import read_own_settings
from bsc_site.model.problem import Problem

_OF_THE_SITE_BEFORE = "BSC122"
"""The rule that compares with the site that stood before, which the next build would find replaced."""
_OUTSIDE = ("INHERIT", "hooks")


def repeatable(root: Path, problems: Iterable[Problem]) -> bool:
    """Whether the same files would make the same site and say the same, `problems` being what was said this time."""
    look = read_own_settings(root)
    plugins = {each.value if isinstance(each, ScalarNode) else None for each in look.items("plugins")}
    asks = any((root / "scorecard").glob("connections.y*ml"))
    outside = any(look.has(each) for each in _OUTSIDE) or plugins - {"search", "material/search"}
    elsewhere = any(".." in (look.text(*keys) or "") for keys in (("docs_dir",), ("theme", "custom_dir")))
    told = any(each.code == _OF_THE_SITE_BEFORE for each in problems)
    return not (asks or outside or elsewhere or told or (look.root is not None and _asks_environment(look.root)))


def _asks_environment(node: Node) -> bool:
    if isinstance(node, MappingNode):
        return any(_asks_environment(part) for pair in node.value for part in pair)
    if isinstance(node, SequenceNode):
        return node.tag == "!ENV" or any(map(_asks_environment, node.value))
    return node.tag == "!ENV"
