"""Templates: Jinja2 set up so that texts are inert, misspelt fields fail, and a project's own template wins."""

from __future__ import annotations

import re
import traceback
from collections.abc import Callable, Mapping
from functools import cache, lru_cache, partial
from types import CodeType

from jinja2 import (
    BytecodeCache,
    Environment,
    FunctionLoader,
    StrictUndefined,
    Template,
    TemplateError,
    TemplateSyntaxError,
    Undefined,
)
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import SecurityError, TemplateNotFound
from jinja2.nodes import Call, Expr, Output, TemplateData
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from bsc_site.render.pages.column_labels import column_labels
from bsc_site.render.pages.folder import packaged_templates
from bsc_site.render.pages.page_terms import MarkedTerm, PageTerms
from bsc_site.render.pages.template_problem import TemplateProblem
from bsc_site.render.text import finished, inert, own
from bsc_site.wording.language import for_days, say, set_apart

__all__ = ["COMPILED", "TemplateProblem", "Templates"]

_NONE: Mapping[str, Markup] = {}
_MISTAKES = (ArithmeticError, LookupError, RecursionError, TypeError, ValueError)
"""What a mistake of a template can raise beside errors of its own kind."""
_REACHING = re.compile(r"\{[^{}]*[.\[]")
_FIELD = re.compile(r"'[\w.]*?(\w+) object' has no attribute '(\w+)'")


class _Open(Environment):
    """Our own templates."""

    shown: Callable[[object], Markup]
    """What a template places between tags, where markup may stand."""


class _Fenced(ImmutableSandboxedEnvironment):
    """Templates of a project reach the view that they are given, and nothing else of the program or the machine."""

    fenced: frozenset[str] = frozenset()
    """The names of the templates that are the project's."""
    shown: Callable[[object], Markup]
    """As that of our own."""


class _Placing(CodeGenerator):
    """Compiled templates place what `_placed` returns as it is: escaping markup once more would find nothing to do.

    What stands between tags is `shown`; inside of one, and in an element that holds no other, it is `_placed` alone.
    """

    _within = ""
    """What is open where the compiler is: `<` for a tag, the name of such an element, nothing between tags."""
    _between: frozenset[int] = frozenset()
    """The expressions of the output that is compiled which stand between tags."""

    def visit_Output(self, node: Output, frame: Frame) -> None:  # noqa: N802  # named after the node
        """With a look at the markup around each expression."""
        between = set()
        for each in node.nodes:
            if isinstance(each, TemplateData):
                self._within = _left_open(self._within, each.data)
            elif not self._within:
                between.add(id(each))
        self._between = frozenset(between)
        super().visit_Output(node, frame)

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if finalize.src is None or frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("(environment.shown(" if id(node) in self._between else f"({finalize.src}")

    def visit_Call(self, node: Call, frame: Frame, **how: bool) -> None:  # type: ignore[override]  # noqa: N802  # named after the node
        """Without the detour by which functions learn where they are called; none of ours asks.

        What a project's template calls goes through the sandbox.
        """
        if isinstance(self.environment, _Fenced) and self.name in self.environment.fenced:
            super().visit_Call(node, frame, **how)
            return
        if how or node.dyn_args is not None or node.dyn_kwargs is not None:
            super().visit_Call(node, frame, **how)
            return
        self.visit(node.node, frame)
        self.write("(")
        for each in node.args:
            self.visit(each, frame)
            self.write(", ")
        for named in node.kwargs:
            self.write(f"{named.key}=")
            self.visit(named.value, frame)
            self.write(", ")
        self.write(")")


class _Compiled(BytecodeCache):
    """What this process has compiled: a preview that is written anew needs the same code for the same texts."""

    def __init__(self) -> None:
        self._code: dict[tuple[str, str], CodeType | None] = {}
        self.learnt = False
        """Whether anything was learnt that another process has compiled."""
        self.news = False
        """Whether any template of ours was compiled since."""

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._code.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._code[bucket.key, bucket.checksum] = bucket.code
        self.news = self.news or (bucket.key, bucket.checksum) in _packaged()

    def learn(self, told: Mapping[tuple[str, str], CodeType]) -> None:
        """Know what another process has `told`."""
        self._code = {**told, **self._code}
        self.learnt = True

    def told(self) -> dict[tuple[str, str], CodeType]:
        """The code of all packaged templates that were asked for; nothing of it is news any more."""
        self.news, ours = False, _packaged()
        return {at: code for at, code in self._code.items() if at in ours and code is not None}


@cache
def _packaged() -> frozenset[tuple[str, str]]:
    """Under what the code of the packaged templates is kept."""
    key, texts = _Compiled(), packaged_templates().items()
    return frozenset((key.get_cache_key(name, name), key.get_source_checksum(text)) for name, text in texts)


COMPILED = _Compiled()
"""What templates are compiled to, whoever compiles them."""


class Templates:
    """All templates, compiled once; a project's `own` ones stand in front of the packaged ones."""

    def __init__(self, own: Mapping[str, str], set_off: Mapping[str, Markup] = _NONE) -> None:
        """`own` maps template names to texts. A syntax error in any of them raises TemplateProblem.

        `set_off` are texts that say in which language or direction they are, with the attributes that say it.
        """
        ours = packaged_templates()
        self._names = {**ours, **own}
        fenced = frozenset(name for name in own if own[name] != ours.get(name))
        self._environment: _Open | _Fenced = (_Fenced if fenced else _Open)(
            loader=FunctionLoader(self._source),
            undefined=StrictUndefined,
            autoescape=True,
            finalize=_placed,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
            bytecode_cache=COMPILED,
        )
        if isinstance(self._environment, _Fenced):
            self._environment.fenced = fenced
        self._environment.code_generator_class = _Placing
        self._environment.shown = partial(_shown, set_off) if set_off else _placed
        self._environment.globals.update({"_": _said, "term_of": self._term, "column_labels": column_labels})
        self._terms = PageTerms()
        for name in sorted(fenced):
            self._compiled(name)

    def place(self, name: str, view: object, terms: PageTerms) -> str:
        """The text of the template `name` with `view` placed in it, its `terms` marked. Raises TemplateProblem."""
        template, self._terms = self._compiled(name), terms
        try:
            return template.render(view=view)
        except (TemplateError, *_MISTAKES) as error:
            raise TemplateProblem(*self._where(error, name), _reason(error)) from error

    def _compiled(self, name: str) -> Template:
        try:
            return self._environment.get_template(name)
        except TemplateSyntaxError as error:
            raise TemplateProblem(error.name or name, error.lineno, _reason(error)) from error

    def _term(self, key: str) -> MarkedTerm:
        """A term of the page that is being written; macros, which all pages share, cannot know which that is."""
        return self._terms.mark(key)

    def _where(self, error: Exception, name: str) -> tuple[str, int]:
        if isinstance(error, TemplateSyntaxError):
            return error.name or name, error.lineno
        frames = traceback.extract_tb(error.__traceback__)
        inside = [frame for frame in frames if frame.filename in self._names]
        return (inside[-1].filename, inside[-1].lineno or 0) if inside else (name, 0)

    def _source(self, name: str) -> tuple[str, str, None] | None:
        """The text under the template's own name, by which tracebacks then call it."""
        return (self._names[name], name, None) if name in self._names else None


def _placed(value: object) -> Markup:
    """The value as markup; a field that does not exist raises UndefinedError, which names it."""
    if type(value) is str:  # nearly always, and the quickest to find out
        return inert(value)
    if isinstance(value, Markup):
        return value
    return finished(str(value)) if isinstance(value, Undefined) else finished(value)


def _shown(set_off: Mapping[str, Markup], value: object) -> Markup:
    """The same between tags, where a text in another language or direction than that of the page says so."""
    if type(value) is str and value in set_off:
        return own(f"<bdi{set_off[value]}>{inert(value)}</bdi>")
    return _placed(value)


_OF_TEXT_ALONE = ("title", "option", "script", "style", "textarea")
_OPENING = re.compile(rf"<(?:({'|'.join(_OF_TEXT_ALONE)})\b|[a-zA-Z/!])")


def _left_open(within: str, markup: str) -> str:
    """What is open at the end of a piece of markup: `<` for a tag, an element that holds text alone, or nothing."""
    at = 0
    while True:
        if within.startswith("<"):
            end = markup.find(">", at)
            if end < 0:
                return within
            within, at = within[1:], end + 1
        elif within:
            end = markup.find(f"</{within}", at)
            if end < 0:
                return within
            within, at = "<", end
        else:
            found = _OPENING.search(markup, at)
            if found is None:
                return ""
            within, at = f"<{found[1] or ''}", found.end()


def _said(sentence: str, /, **figures: object) -> Markup:
    """A sentence of a template in the language that is spoken; it is markup of ours, what is placed in it is inert."""
    told = say(sentence)
    if not figures:
        return _markup(told)
    told = for_days(told, figures)
    if _reaches(told):
        raise SecurityError(f"the places of a sentence are plain names, and those of '{sentence}' are not")
    return own(told.format(**{name: _placed(value) for name, value in set_apart(figures).items()}))


@lru_cache(maxsize=4096)
def _reaches(sentence: str) -> bool:
    """Whether a place of the sentence asks for more than a figure: `{kpi.__class__}` would reach the program."""
    return _REACHING.search(sentence) is not None


_markup = lru_cache(maxsize=4096)(own)
"""The fixed words of the templates, made once."""


def _reason(error: Exception) -> str:
    if isinstance(error, TemplateNotFound):
        return f"there is no template '{error.name}'"
    return _FIELD.sub(r"\1 has no field '\2'", str(getattr(error, "message", None) or error))
