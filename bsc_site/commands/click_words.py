"""What the parser of the command line says of its own, told by our catalogue: its catalogue is that of no language."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module

from bsc_site.model.saying.said import Counted, sentence_of_count
from bsc_site.wording.language import noted, spoken

WORDS = (
    noted("Usage:"),
    noted("Options"),
    noted("Commands"),
    noted("default: {default}"),
    noted("required"),
    noted("Show this message and exit."),
    noted("Aborted!"),
    noted("Error: {message}"),
    noted("Try '{command} {option}' for help."),
    noted("Missing command."),
    noted("No such command {name!r}."),
    noted("No such option {name!r}."),
    noted("Missing argument"),
    noted("Missing option"),
    noted("Choose from:\n\t{choices}"),
    noted("Invalid value: {message}"),
    noted("Invalid value for {param_hint}: {message}"),
    noted("Option {name!r} does not take a value."),
    noted("{value} is not in the range {range}."),
    noted("{value!r} is not a valid {number_type}."),
    noted("{name} {filename!r} is a file."),
    noted("{name} {filename!r} is a directory."),
    noted("{name} {filename!r} is not readable."),
    noted("{name} {filename!r} does not exist."),
)
"""Sentences of click 8 that a user of ours can come to see."""
FORMS: tuple[Counted, ...] = (
    sentence_of_count("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"),
    sentence_of_count("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
    sentence_of_count("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
    sentence_of_count("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments."),
)
"""Those that depend on a number."""
KINDS = (noted("file"), noted("directory"), noted("path"))
"""What a `{name}` of a file is called."""
_MODULES = ("core", "decorators", "exceptions", "formatting", "parser", "termui", "types")
_SAYS = ("_", "ngettext")


@contextmanager
def in_own_words() -> Iterator[None]:
    """Everything that click says inside is said in the language that is spoken."""
    catalogue = spoken().catalogue
    ours: dict[str, Callable[..., str]] = {"_": catalogue.gettext, "ngettext": catalogue.ngettext}
    modules = [import_module(f"click.{name}") for name in _MODULES]
    before = [(each, name, getattr(each, name)) for each in modules for name in _SAYS if hasattr(each, name)]
    try:
        for each, name, _ in before:
            setattr(each, name, ours[name])
        yield
    finally:
        for each, name, said in before:
            setattr(each, name, said)
