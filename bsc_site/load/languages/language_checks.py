"""Language checks: whether the scorecards of a project agree on languages that are known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bsc_site.load.joining.yaml_files import JoinedCard
from bsc_site.load.languages.site_languages import KEY
from bsc_site.load.settings.offered_languages import OFFERED, known, offered_language
from bsc_site.load.suggestions import did_you_mean
from bsc_site.model.problem import Problem
from bsc_site.model.rules.translating import text_languages as told
from bsc_site.model.saying.said import said
from bsc_site.model.sentences.settings_sentences import NO_CATALOGUE
from bsc_site.model.translated.prose import CODE


def language_problems(cards: Iterable[JoinedCard], offered: Sequence[str]) -> Iterator[Problem]:
    """What is wrong with the languages that scorecards name, where the site has the languages `offered`."""
    for card in cards:
        named = card.value.get(KEY)
        if not isinstance(named, list):
            continue
        codes = [each for each in named if isinstance(each, str)]
        if len(codes) == len(named) and all(map(known, codes)) and tuple(dict.fromkeys(codes)) != tuple(offered):
            message = said(told.ELSEWHERE, codes=f"[{', '.join(offered)}]")
            yield card.problem("BSC183", (KEY,), message)
            continue
        yield from _of_each(card, named)


def _of_each(card: JoinedCard, named: Sequence[object]) -> Iterator[Problem]:
    for index, code in enumerate(named):
        if not isinstance(code, str) or CODE.fullmatch(code) is None:
            continue  # a mistake that the model finds
        if code in named[:index]:
            yield card.problem("BSC183", (KEY, index), said(told.TWICE, code=code))
        elif not known(code):
            hint = did_you_mean(code, OFFERED)
            yield card.problem("BSC029", (KEY, index), said(told.NO_CODE, code=code, hint=hint))
        elif offered_language(code) is None:
            message = said(NO_CATALOGUE, language=code, offered=", ".join(OFFERED))
            yield card.problem("BSC520", (KEY, index), message)
