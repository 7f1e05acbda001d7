"""The state of a preview: what is shown, what is being built, and what keeps the next site from being shown."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import field, replace
from typing import TypeAlias

from bsc_site.model.failure import PublishError
from bsc_site.model.problem import Problem
from bsc_site.model.value_class import dataclass
from bsc_site.publish.preview.open_pages import OpenPages
from bsc_site.publish.preview.shown_files import ShownFiles
from bsc_site.wording.language import ENGLISH, Language, speaking
from bsc_site.wording.problems.finding_text import said_again

_PATIENCE = 5
"""Builds in a row that give way to a further change of the project; the next one is finished whatever changes."""


class OvertakenError(Exception):
    """The project has changed again while it was built: what is made now would be old at once."""


@dataclass(frozen=True, slots=True)
class State:
    """What browsers are told: another `news` whenever anything of it is another."""

    news: int = 0
    site: int = 0
    """The news with which the site came that is shown; 0 for one that was built before the preview began."""
    problems: tuple[str, ...] = ()
    """What keeps the next site from being shown, as lines."""
    steps: tuple[str, ...] = ()
    """What the build that is under way does, and has done before; none where nothing is built."""
    ahead: Mapping[str, int] = field(default_factory=dict)
    """The pages that came at another time than the site that is shown, by their addresses, with that news."""

    stands: bool = False
    """Whether any site is shown."""

    def page(self, address: str) -> int:
        """The news with which the page at this address came; another one where it is to be loaded again."""
        return self.ahead.get(address, self.site)


class Preview:
    """Rebuilds when it is told to, one build at a time, and wakes everybody who waits for the result."""

    def __init__(
        self, rebuild: Rebuild, shown: ShownFiles | None = None, overtaken: Callable[[], bool] = lambda: False
    ) -> None:
        """Nothing is built yet; whatever `rebuild` raises is shown as a problem.

        `overtaken` tells whether the project has changed since the build began.
        """
        self.shown = shown or ShownFiles()
        self.open = OpenPages()
        self._rebuild = rebuild
        self._overtaken = overtaken
        self.language: Language = ENGLISH
        """That of the site, in which browsers are told what keeps the next one from being shown."""
        self._found: tuple[Problem, ...] = ()
        self._state = State(stands=self.shown.site is not None)
        self._changed = threading.Condition()
        self._building = threading.Lock()
        self._given_way = 0

    @property
    def state(self) -> State:
        """What is shown now."""
        return self._state

    def lines_here(self) -> tuple[str, ...]:
        """What keeps the next site from being shown, in the language that is spoken here."""
        return tuple(map(_line, self._found)) or self._state.problems

    def refresh(self) -> State | None:
        """Build now; the state that follows, None where a further change came first, whose build shall follow."""
        with self._building:
            try:
                lines = self._lines()
                if lines:
                    self.give_way()
            except OvertakenError:
                self._given_way += 1
                return None
            self._given_way = 0
            return self._ended(lines)

    def give_way(self) -> None:
        """Raise OvertakenError where the project has changed, unless too many builds have given way already."""
        if self._given_way < _PATIENCE and self._overtaken():
            raise OvertakenError

    def after(self, news: int, seconds: float) -> State:
        """The state as soon as it is another than that of these `news`, or after so many seconds whatever it is."""
        with self._changed:
            self._changed.wait_for(lambda: self._state.news != news, timeout=seconds)
            return self._state

    def began(self, steps: tuple[str, ...]) -> None:
        """A build does the last of these steps."""
        self._tell(replace(self._state, steps=steps))

    def show(self, address: str, files: Mapping[str, bytes]) -> None:
        """Show a page, with the files that come with it, by their paths, before the site of which it is a part."""
        if self.shown.put_ahead(files):
            self._tell(replace(self._state, ahead={**self._state.ahead, address: self._state.news + 1}))

    def _ended(self, lines: tuple[str, ...]) -> State:
        """A page is loaded again, unless it came ahead and is just that in the site."""
        now, came = replace(self._state, problems=lines, steps=()), self._state.news + 1
        if lines:
            self.shown.drop_ahead()
            site = now.site if now.stands else came
            return self._tell(replace(now, ahead=dict.fromkeys(now.ahead, came), site=site))
        right = self.shown.settled()
        ahead = {name: news for name, news in now.ahead.items() if f"{name}index.html" in right}
        return self._tell(replace(now, ahead=ahead, site=came, stands=True))

    def _tell(self, state: State) -> State:
        with self._changed:
            self._state = replace(state, news=self._state.news + 1)
            self._changed.notify_all()
            return self._state

    def _lines(self) -> tuple[str, ...]:
        self._found = ()
        try:
            self._found = self._rebuild(Renewal(self))
        except OvertakenError:
            raise
        except PublishError as error:
            self._found = error.problems
        except Exception as error:  # noqa: BLE001  # the preview goes on whatever an edit leads to
            return (f"{type(error).__name__}: {error}",)
        with speaking(self.language):
            return tuple(map(_line, self._found))


def _line(problem: Problem) -> str:
    return str(replace(problem, message=said_again(problem.message)))


class Renewal:
    """A build of a preview, as it is seen by what builds: whom to tell of its steps, and what is wanted first."""

    def __init__(self, preview: Preview) -> None:
        """Nothing is built yet."""
        self._preview = preview
        self._steps: tuple[str, ...] = ()

    def step(self, text: str) -> None:
        """A step begins. OvertakenError where it need not."""
        self._preview.give_way()
        self._steps = (*self._steps, text)
        self._preview.began(self._steps)

    def goes_on(self) -> None:
        """OvertakenError where it need not."""
        self._preview.give_way()

    def done(self) -> None:
        """The last step is over."""

    @property
    def stands(self) -> bool:
        """Whether any site is shown."""
        return self._preview.state.stands

    @property
    def wanted(self) -> tuple[str, ...]:
        """The addresses of the pages that are open in browsers, that in front first."""
        return self._preview.open.addresses()

    def show(self, address: str, files: Mapping[str, bytes]) -> None:
        """Show a page with its files at once."""
        self._preview.show(address, files)


Rebuild: TypeAlias = Callable[[Renewal], tuple[Problem, ...]]
"""Builds the site that is served; the problems that prevented it, empty when the new site stands."""
