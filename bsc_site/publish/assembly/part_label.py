"""The label of a part: from what it was made, for whom and when, what it holds, and of which site it is a part."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from bsc_site.model.value_class import dataclass

LABEL, PAGES = "part.json", "site"
"""The file of the label in the folder of a part, and the folder beside it with what the part gives to the site."""
MAKING = "making"
"""What the manifest of the whole site will say of how it was made, among what the part was made from."""
_FORM = "bsc-site part 1"
NEEDED = frozenset({"program", "day", "audience", "files", "figures"})
"""What a label says at least of what the part was made from."""


@dataclass(frozen=True, slots=True)
class PartLabel:
    """What is known of a part without looking at its pages.

    `made_from` names what all parts of a site have in common, such as its day; `scorecards` are the ids of those that
    the part holds, `site` those of the whole site, parents first, so that the first one is at the top.
    `pages` maps each HTML file to the Markdown file that it was made from, `own` are those of the project below the
    folder `docs`. `files` maps every file of the part to its digest (SHA-256).
    """

    made_from: Mapping[str, str]
    scorecards: tuple[str, ...]
    site: tuple[str, ...]
    pages: Mapping[str, str]
    docs: str
    own: tuple[str, ...]
    files: Mapping[str, str]

    @property
    def has_top(self) -> bool:
        """Whether it holds what the site has once."""
        return self.site[0] in self.scorecards


def label_bytes(label: PartLabel) -> bytes:
    """The label as it is written."""
    text = json.dumps({"form": _FORM, **asdict(label)}, ensure_ascii=False, indent=1, sort_keys=True)
    return text.encode() + b"\n"


def read_label(folder: Path) -> PartLabel | None:
    """The label of the part in the folder; None where it is none, or of another form. Raises OSError without a file."""
    try:
        told = json.loads((folder / LABEL).read_bytes())
        if told["form"] != _FORM:
            return None
        label = PartLabel(
            made_from=_texts_by_name(told["made_from"]),
            scorecards=_texts(told["scorecards"]),
            site=_texts(told["site"]),
            pages=_texts_by_name(told["pages"]),
            docs=str(told["docs"]),
            own=_texts(told["own"]),
            files=_texts_by_name(told["files"]),
        )
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
    sound = label.made_from.keys() >= NEEDED and label.site and {*label.scorecards} <= {*label.site}
    return label if sound and not any(_leads_out(each) for each in label.files) else None


def _leads_out(path: str) -> bool:
    """Whether the path leads out of the folder of the site, where a part has nothing to write."""
    return path.startswith("/") or "\\" in path or ".." in path.split("/") or not path


def _texts(told: Any) -> tuple[str, ...]:
    if not isinstance(told, list) or not all(isinstance(each, str) for each in told):
        raise TypeError
    return tuple(told)


def _texts_by_name(told: Any) -> dict[str, str]:
    return dict(zip(told, _texts(list(told.values())), strict=True))
