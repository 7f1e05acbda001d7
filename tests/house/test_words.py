"""Facts come before words: what computes says nothing, and what shows takes no fact out of a text."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from tests.house.repository import ROOT, modules

HOLDS_WORDS_TO_LOOK_FOR = {"bsc_site/compute/health/vague_names.py"}
"""Lists of the words that a rule finds in names; nobody is told them."""
SAYS_NO_SENTENCE_OF_ITS_OWN = {
    "bsc_site/load/figures/currencies.py": "codes of currencies",
    "bsc_site/load/figures/magnitudes.py": "words in front of a number or behind it",
    "bsc_site/load/layouts/google_analytics_4.py": "what stands in its files",
    "bsc_site/load/layouts/hubspot_report.py": "what stands in its files",
    "bsc_site/load/layouts/power_bi_matrix.py": "what stands in its files",
    "bsc_site/load/layouts/salesforce_report.py": "what stands in its files",
    "bsc_site/load/proposals/layout_shape.py": "headings of Open SDG",
    "bsc_site/load/layouts/search_console.py": "names of KPIs, which are data of a project",
    "bsc_site/load/layouts/shopify_orders.py": "what stands in its files, and names of KPIs",
    "bsc_site/load/layouts/tableau_crosstab.py": "a word of the YAML",
    "bsc_site/load/layouts/world_bank.py": "what stands in its files",
    "bsc_site/load/git/deliveries.py": "what git is asked",
    **dict.fromkeys(
        [
            f"bsc_site/load/queries/{name}.py"
            for name in ("engine", "files_meant", "own_tables", "permitted", "sql_mistakes", "statement")
        ],
        "what DuckDB is asked and says",
    ),
    "bsc_site/load/rows/total_words.py": "words of rows that add up",
    "bsc_site/load/schema.py": "the schema, which editors show in English",
    "bsc_site/load/spellings/month_names.py": "names of months",
    "bsc_site/load/spellings/part_words.py": "words of parts of a year",
    "bsc_site/load/spellings/spelled.py": "kinds of spellings",
    "bsc_site/load/gathering/many_rows.py": "a declared word",
    "bsc_site/load/installing.py": "a command",
    "bsc_site/load/yaml/marked_yaml.py": "types",
    "bsc_site/load/formats/kinds.py": "a word of the YAML",
    "bsc_site/load/formats/sqlite_file.py": "what SQLite is asked",
    "bsc_site/load/periods/column_rules.py": "a line of the YAML",
    "bsc_site/load/readings/sheet_rows.py": "a line of the YAML",
    "bsc_site/load/rows/repeated_rows.py": "a word of the YAML",
    "bsc_site/load/rows/total_rows.py": "a word of the YAML",
    "bsc_site/load/scorecards/status_checks.py": "a word of the YAML",
    **dict.fromkeys(
        [
            f"bsc_site/load/periods/{name}.py"
            for name in ("day_order", "meanings", "number_units", "six_digits", "wide", "years")
        ],
        "words of the YAML, kinds of spellings, and reasons by which a column is asked about once",
    ),
    "bsc_site/load/yaml/syntax_causes.py": "what the parser of YAML says",
    "bsc_site/load/yaml/yaml_syntax.py": "what the parser of YAML says",
}
"""Modules that read files, and what their texts are."""
CHANGES_NO_WORDS_OF_A_SENTENCE = {
    "bsc_site/publish/disk/tree.py": "names of files",
    "bsc_site/publish/engine/generated_settings.py": "a folder's name as the heading of its pages",
    "bsc_site/publish/engine/language_switch.py": "a language's own name, alone in a choice",
    "bsc_site/publish/filling/first_headings.py": "anchors",
    "bsc_site/publish/link_check/flaws.py": "names of files and anchors",
    "bsc_site/publish/link_check/reading.py": "words of HTML",
    "bsc_site/publish/link_check/reference.py": "words of HTML",
    "bsc_site/publish/link_check/scripts.py": "words of HTML",
    "bsc_site/publish/preview/server.py": "endings of files, and what the machine says",
    "bsc_site/publish/file_failures.py": "what the machine says",
    "bsc_site/publish/starting/installation.py": "a checksum",
    "bsc_site/render/charts/stretching.py": "the commands of a path, which are letters",
    "bsc_site/render/views/quality_views/health_view.py": "the first letter of a whole sentence",
}
PHRASE = re.compile(r"[A-Za-z]{2,}[,;:]? \(?[A-Za-z]{2,}")
PART_OF_A_PHRASE = re.compile(r"[A-Za-z]{2,}[,;:]? |[ (][A-Za-z]{2,}")
"""What stands between the places of an f-string."""
CASES = {"lower", "upper", "capitalize", "title", "swapcase"}
SIGNS = {"—", "−"}
"""What a text shows for no value, and for less than nothing; a link's declared sign is another one."""


def phrases(tree: ast.AST) -> Iterator[str]:
    """Every text of a module with two words side by side; docstrings of modules, classes and attributes aside."""
    texts = [node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)]
    parts = [each for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for each in node.values]
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in texts:
            pattern = PART_OF_A_PHRASE if node in parts else PHRASE
            if pattern.search(node.value):
                yield node.value


def changed_cases(tree: ast.AST) -> Iterator[str]:
    """Every call that makes the letters of a text small or large."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CASES:
            yield ast.unparse(node)


def questions_to_texts(tree: ast.AST) -> Iterator[str]:
    """Every comparison with the dash that stands for nothing, every look for a sign at the beginning."""
    for node in ast.walk(tree):
        compared = [node.left, *node.comparators] if isinstance(node, ast.Compare) else []
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "startswith":
            compared = node.args
        signs = [each for one in compared for each in ([one, *one.elts] if isinstance(one, ast.Tuple) else [one])]
        if any(isinstance(each, ast.Constant) and each.value in SIGNS for each in signs):
            yield ast.unparse(node)


SPEAKERS = {"say", "say_in", "say_count", "noted"}


def sentences_inside_of_texts(tree: ast.AST) -> Iterator[str]:
    """Every sentence that is said inside of an f-string, where Babel does not find it."""
    for node in ast.walk(tree):
        for each in ast.walk(node) if isinstance(node, ast.JoinedStr) else ():
            if isinstance(each, ast.Call) and isinstance(each.func, ast.Name) and each.func.id in SPEAKERS:
                yield ast.unparse(each)


def _below(*folders: str) -> Iterator[tuple[str, ast.Module]]:
    for path, tree in modules().items():
        name = path.relative_to(ROOT).as_posix()
        if name.startswith(tuple(f"bsc_site/{folder}/" for folder in folders)):
            yield name, tree


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("x = 'has no owner'", ["has no owner"]),
        ("x = f'{name} owns {count}'", [" owns "]),
        ("x = f'kpi/{name}'", []),
        ("x = 'off_track'", []),
        ("x: 'str | None' = 'scoring.rules'", []),
        ("'''A module without words.'''\nx = 1\n'''What x is.'''", []),
    ],
)
def test_a_phrase_would_be_seen(code: str, found: list[str]) -> None:
    assert list(phrases(ast.parse(code))) == found


def test_a_changed_case_and_a_question_to_a_text_would_be_seen() -> None:
    assert list(changed_cases(ast.parse("word.lower() + frequency.noun.capitalize()"))) != []
    assert list(questions_to_texts(ast.parse("told == '—'"))) != []
    assert list(questions_to_texts(ast.parse("told in ('', '—')"))) != []
    assert list(questions_to_texts(ast.parse("told.startswith(('+', '−'))"))) != []
    assert list(questions_to_texts(ast.parse("told = '—'"))) == []


def test_what_computes_says_nothing() -> None:
    found = {name: list(phrases(tree)) for name, tree in _below("compute") if name not in HOLDS_WORDS_TO_LOOK_FOR}
    assert len(found) > 50
    assert {name: each for name, each in found.items() if each} == {}


def test_what_reads_files_says_nothing_of_its_own() -> None:
    """It puts figures into the sentences of `model/sentences`, so that each can be said in another language."""
    found = {name: list(phrases(tree)) for name, tree in _below("load")}
    assert len(found) > 30
    assert sorted(name for name, each in found.items() if each and name not in SAYS_NO_SENTENCE_OF_ITS_OWN) == []


def test_words_keep_their_letters_in_a_sentence() -> None:
    """Nouns keep their capital in some languages: a word has one form for each place where it stands."""
    found = {name for name, tree in _below("render", "wording", "publish") if list(changed_cases(tree))}
    assert sorted(found - set(CHANGES_NO_WORDS_OF_A_SENTENCE)) == []


def test_no_exception_is_without_need() -> None:
    every = dict(_below("render", "wording", "publish", "compute", "load"))
    assert [name for name in CHANGES_NO_WORDS_OF_A_SENTENCE if not list(changed_cases(every[name]))] == []
    speaking = (*HOLDS_WORDS_TO_LOOK_FOR, *SAYS_NO_SENTENCE_OF_ITS_OWN)
    assert [name for name in speaking if not list(phrases(every[name]))] == []


def test_no_fact_is_read_out_of_a_text() -> None:
    found = {name: list(questions_to_texts(tree)) for name, tree in _below("compute", "wording", "render", "publish")}
    assert {name: each for name, each in found.items() if each} == {}


def test_every_sentence_is_said_where_the_catalogue_finds_it() -> None:
    assert list(sentences_inside_of_texts(ast.parse("x = f'<p>{inert(say(name))}</p>'"))) == ["say(name)"]
    every = {path.relative_to(ROOT).as_posix(): tree for path, tree in modules().items()}
    hidden = {name: list(sentences_inside_of_texts(tree)) for name, tree in every.items() if "bsc_site/" in name}
    assert {name: found for name, found in hidden.items() if found} == {}
