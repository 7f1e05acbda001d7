"""Rules about texts that are written in several languages."""

from __future__ import annotations

from bsc_site.model.problem import Severity
from bsc_site.model.rule import Rule
from bsc_site.model.saying.said import Counted, sentence, sentence_of_count

NO_CODE = sentence("'{code}' is not the code of a language; codes look like en, de or fr-CH{hint}")
NO_SITE: Counted = sentence_of_count(
    "{count} text of this file is in '{language}', in which there is no site; add '{language}' to languages: {codes}",
    "{count} texts of this file are in '{language}', in which there is no site; add '{language}' to languages: {codes}",
)
NO_TEXT = sentence("this is not a text; put it in quotes if it is meant as one")
EMPTY = sentence("the text in '{code}' is empty; write it, or leave {code} out")
NOTHING_GIVEN = sentence("there is no text in any language; write one, or remove the key")
NOT_IN_THE_FIRST = sentence("there is no text in '{code}', so the one in '{given}' stands there; add {code}: ..")
NOT_TRANSLATED: Counted = sentence_of_count(
    "{language}: {count} of {total} texts of this file is not translated: {keys}",
    "{language}: {count} of {total} texts of this file are not translated: {keys}",
)
ELSEWHERE = sentence("the languages of the site are {codes}; name the same ones here, or none")
TWICE = sentence("'{code}' is named twice; remove one of the two")

RULES: tuple[Rule, ...] = (
    Rule(
        "BSC029",
        Severity.ERROR,
        "This is not the code of a language",
        "A text in several languages is a mapping from codes of languages to texts; under a code that nobody knows "
        "nobody would ever read it.",
        "Write the code as in en, de or fr-CH.",
    ),
    Rule(
        "BSC030",
        Severity.ERROR,
        "A text is empty in one of its languages",
        "Readers of that language would see nothing, where they could read the text of another language.",
        "Write the text, or leave its language out.",
    ),
    Rule(
        "BSC181",
        Severity.WARNING,
        "A text is not written in the first language of the site",
        "That language stands in for all that are missing; without it readers of the site see whichever text was "
        "given first.",
        "Add the text in that language.",
    ),
    Rule(
        "BSC182",
        Severity.NOTE,
        "Texts are not translated",
        "On the site in that language they stand in another one.",
        "Write each of them as a mapping, such as `name: {en: Customers, de: Kunden}`; where all languages say the "
        "same, with the same text for each.",
    ),
    Rule(
        "BSC183",
        Severity.ERROR,
        "The languages of the site are named in two ways",
        "All scorecards of a project become one site, in the same languages; each has its own address.",
        "Name them once, in the scorecard at the top.",
    ),
    Rule(
        "BSC184",
        Severity.NOTE,
        "Texts are written in a language that no site has",
        "The scorecard at the top names the languages of the site; texts in any other are read by nobody.",
        "Add the language to languages there, or keep the texts for the day when you do.",
    ),
)
