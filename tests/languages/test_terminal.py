"""The command line speaks the language of its reader: help, steps, and what its parser says of its own."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import click
import pytest

from bsc_site.cli import cli
from bsc_site.commands.click_words import FORMS, WORDS, in_own_words
from bsc_site.commands.spoken_help import said_of, told_in
from bsc_site.load.settings.offered_languages import OFFERED, SOURCE
from bsc_site.speech import language_of
from bsc_site.wording.language import Language, speaking
from tests.builders.program import DAY, called, shop
from tests.languages.pseudo import CLOSE, OPEN, PSEUDO

OTHERS = [code for code in OFFERED if code != SOURCE]
TO_TYPE = re.compile(
    rf"{OPEN}[^{CLOSE}]*{CLOSE}|`[^`]*`|--?[a-z-]+|\[[^\]]*\]|bsc-site [a-z]+|\b[A-Z_,|]{{2,}}\b|search\|list\|show"
)
WORD = re.compile(r"[A-Za-z]{3,}")


def _helps(language: Language) -> Iterator[str]:
    """The help of the program and of every command."""
    with speaking(language), in_own_words():
        told = told_in(cli)
        with click.Context(told, info_name="bsc-site", terminal_width=1000) as above:
            yield told.get_help(above)
            for name, each in told.commands.items():
                with click.Context(each, parent=above, info_name=name, terminal_width=1000) as context:
                    yield each.get_help(context)


@pytest.mark.parametrize("code", OTHERS)
def test_no_sentence_of_help_is_english(code: str) -> None:
    """Every command, every option, and what stands around them."""
    told = "\n".join(_helps(language_of(code)))
    assert [each for each in said_of(cli) if each in told] == []
    assert not re.search(r"Usage:|Commands:|Show this message", told)


def test_no_word_of_help_escapes() -> None:
    """But for what is to be typed as it stands."""
    words = {*cli.commands, "bsc", "new", "pdf"}
    escaped = [WORD.findall(TO_TYPE.sub(" ", each)) for each in _helps(PSEUDO)]
    assert [word for each in escaped for word in each if word not in words] == []


def test_the_words_of_the_parser_are_those_that_it_says() -> None:
    """A version of click that says something else is noticed here, before a user reads English."""
    spec = find_spec("click")
    assert spec is not None
    assert spec.origin is not None
    said = {
        text.value
        for path in Path(spec.origin).parent.glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"_", "ngettext"}
        for text in node.args
        if isinstance(text, ast.Constant)
    }
    assert {*WORDS, *(form for each in FORMS for form in each)} - said == {"required"}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("chek",), "Fehler: Einen Befehl 'chek' gibt es nicht. (Meinten Sie eines davon: 'check', 'schema'?)"),
        (("check", "--as-of", "x"), "'x' ist kein Datum; schreiben Sie es wie 2025-06-30"),
        (("check", "--strickt"), "Eine Option '--strickt' gibt es nicht. Meinten Sie '--strict'?"),
        (("check", "-C", "nowhere"), "Ungültiger Wert für '-C': es gibt keinen Ordner 'nowhere'"),
        (("explain",), "Es fehlt ein Argument 'KPI|RULE'."),
        (("verify", "nowhere"), "Ordner 'nowhere' gibt es nicht."),
        (("library", "list", "x"), "list nimmt keine Wörter"),
    ],
)
def test_wrong_usage_is_told_in_the_language_of_the_terminal(
    words: tuple[str, ...], expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the same exit code; the next command without the variable is English again."""
    monkeypatch.setenv("BSC_LANGUAGE", "de")
    told = called(*words)
    assert (told.code, "Aufruf: bsc-site" in told.err) == (2, True)
    assert expected in told.err
    monkeypatch.delenv("BSC_LANGUAGE")
    assert "Usage: bsc-site" in called(*words).err


@pytest.mark.slow
def test_the_steps_of_a_build_are_in_the_language_of_the_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever language the site has."""
    root = shop(tmp_path)
    (root / "mkdocs.yml").write_text("theme: {name: material, language: de}\n", encoding="utf-8")
    monkeypatch.setenv("BSC_LANGUAGE", "fr")
    told = called("build", "-C", root, "--as-of", DAY).out.splitlines()
    assert told[:2] == ["Lecture du tableau de bord et de ses données", "Calcul du statut, du score et de la tendance"]
    assert {"Écriture des pages", "Génération du site avec mkdocs", "Suivi de chaque lien"} <= {*told}
    assert any(re.fullmatch(r"Écriture de \d+ pages et \d+ fichiers", each) for each in told)
    assert any(re.match(r"\d+ pages dans ", each) for each in told)
