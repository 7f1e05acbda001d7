"""Repository remarks: what of a data repository has no place in a scorecard, each with the line where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import field

from bsc_site.exchange.draft.not_carried import listed
from bsc_site.exchange.open_sdg.meta_files import MetaValue
from bsc_site.model.problem import Place, Problem
from bsc_site.model.rules import problem
from bsc_site.model.saying.said import said
from bsc_site.model.sentences import open_sdg_sentences as told
from bsc_site.model.value_class import dataclass

_LOOKS = (
    *("graph_", "embedded_feature", "data_show_", "data_start_values", "data_keywords", "data_notice", "csv_size"),
    *("permalink", "layout", "published", "sort", "indicator_sort_order", "goal_meta_link", "precision", "standalone"),
    *("composite_breakdown_label", "expected_disaggregations", "copyright", "previous", "source_active", "proxy"),
    *("chart_", "map_", "x_axis_label", "national_metadata_", "footer_fields", "related_indicators"),
)
"""How keys begin that say where and how an indicator is shown."""
_GLOBAL = "__GLOBAL"
_SOURCES = re.compile(r"source_\w+_\d+")


@dataclass(slots=True)
class RepositoryRemarks:
    """Collects what is to be said about a repository."""

    each: list[Problem] = field(default_factory=list)

    def add(self, code: str, place: Place, message: str) -> None:
        """One line."""
        self.each.append(problem(code, place, message))

    def about_phrases(self, missing: Mapping[str, MetaValue]) -> None:
        """Each group of texts that stand elsewhere, once, at the first that is missing."""
        groups: dict[str, list[str]] = {}
        for key in missing:
            groups.setdefault(key.partition(".")[0], []).append(key)
        for group, keys in groups.items():
            words = said(told.NO_PHRASE, count=len(keys), key=keys[0], group=group)
            self.add("BSC616", missing[keys[0]].place, words)

    def about_the_rest(self, records: Mapping[str, Iterable[tuple[str, MetaValue]]]) -> None:
        """Each key that says something and was not used, once, with the indicators that have it."""
        looks: dict[str, Place] = {}
        sources: dict[str, Place] = {}
        world: list[Place] = []
        found: dict[str, dict[str, Place]] = {}
        for name, entries in records.items():
            for key, value in entries:
                if key.endswith(_GLOBAL):
                    world.append(value.place)
                elif _SOURCES.fullmatch(key):
                    sources.setdefault(key, value.place)
                elif key.startswith(_LOOKS):
                    looks.setdefault(key, value.place)
                else:
                    found.setdefault(key, {}).setdefault(name, value.place)
        for key, places in found.items():
            first = next(iter(places.values()))
            self.each.append(problem("BSC613", first, said(told.NO_PLACE, where=listed(places)), key))
        for form, places in ((told.LOOKS, looks), (told.SOURCES, sources)):
            if places:
                self.add("BSC613", min(places.values()), said(form, keys=", ".join(sorted(places))))
        if world:
            self.add("BSC613", world[0], said(told.OF_THE_UN))
