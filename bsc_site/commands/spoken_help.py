"""The help of every command in the language that is spoken; in English the commands are as they stand."""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from typing import Any, TypeVar

import click

from bsc_site.wording.language import spoken
from bsc_site.wording.language import told as in_words

_Command = TypeVar("_Command", bound=click.Command)
_NARROW = {"ja": 60}
"""Signs in a line where each of them takes the room of two."""
_STOPS = ".。"


def said_of(command: click.Command) -> Iterator[str]:
    """Every paragraph and every line of help of a command and those below it, in English; some come twice."""
    yield from _paragraphs(command.help or "")
    yield from (each.help for each in command.params if isinstance(each, click.Option) and each.help)
    if isinstance(command, click.Group):
        for each in command.commands.values():
            yield from said_of(each)


def told_in(command: click.Group) -> click.Group:
    """The same commands, whose help is in the language that is spoken."""
    told = _told(command)
    told.commands = {name: _told(each) for name, each in command.commands.items()}
    told.context_settings = {**command.context_settings, **_room()}
    return told


def _room() -> dict[str, Any]:
    width = _NARROW.get(spoken().code)
    return {"terminal_width": width} if width else {}


def _told(command: _Command) -> _Command:
    told = copy(command)
    paragraphs = [in_words(each) for each in _paragraphs(command.help or "")]
    told.help = "\n\n".join(paragraphs)
    told.short_help = paragraphs[0].rstrip(_STOPS) if paragraphs else ""
    told.params = [_param(each) for each in command.params]
    told._help_option = None  # noqa: SLF001  # else that of another language, where help was asked for before
    return told


def _param(param: click.Parameter) -> click.Parameter:
    told = copy(param)
    if isinstance(param, click.Option) and isinstance(told, click.Option) and param.help:
        told.help = in_words(param.help)
        told.metavar = param.metavar or (param.type.name.upper() if isinstance(param.type, click.Path) else None)
    if isinstance(param.type, click.Path):
        told.type = copy(param.type)
        told.type.name = in_words(param.type.name)
    return told


def _paragraphs(text: str) -> list[str]:
    return [" ".join(each.split()) for each in text.split("\n\n") if each.strip()]
