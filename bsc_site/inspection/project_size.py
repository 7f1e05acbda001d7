"""The size of a project: how much of everything it holds, as counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from stat import S_ISREG

from bsc_site.inspection.surroundings import MEGABYTE
from bsc_site.load.git.asking import git_text
from bsc_site.load.settings.own_settings import ENGINES, OwnSettings, pairs, read_own_settings
from bsc_site.model.failure import InputError
from bsc_site.model.value_class import dataclass
from bsc_site.outcomes import Examination

# fmt: off
_KNOWN_SETTINGS = frozenset({
    "INHERIT", "copyright", "dev_addr", "docs_dir", "edit_uri", "exclude_docs", "extra", "extra_css",
    "extra_javascript", "hooks", "markdown_extensions", "nav", "not_in_nav", "plugins", "remote_branch",
    "repo_name", "repo_url", "site_author", "site_description", "site_name", "site_url", "strict", "theme",
    "use_directory_urls", "validation", "watch",
})
_KNOWN_KINDS = frozenset({
    ".bz2", ".csv", ".db", ".gz", ".htm", ".html", ".json", ".jsonl", ".md", ".ods", ".parquet", ".py", ".sql",
    ".sqlite", ".tsv", ".txt", ".xls", ".xlsb", ".xlsm", ".xlsx", ".xml", ".xz", ".yaml", ".yml", ".zip",
    ".zst",
})
# fmt: on
"""Another ending may be a word of the organisation, and is not told."""


@dataclass(frozen=True, slots=True)
class FileCount:
    """The files of one kind, by how their names end: how many, bytes of all and of the largest."""

    number: int
    size: int
    largest: int


@dataclass(frozen=True, slots=True)
class ProjectSize:
    """Counts and kinds, nothing that the organisation wrote."""

    elements: Mapping[str, int]
    """Scorecards, objectives, KPIs and so on; empty where the YAML is too broken."""
    observations: int
    problems: Mapping[str, int]
    """Code of a rule to how often it speaks."""
    files: Mapping[str, FileCount]
    """Those below `scorecard/` and `data/`."""
    settings: tuple[str, ...]
    """The keys of mkdocs.yml that the engine knows."""
    own_plugins: int
    own_hooks: int
    engine: str
    commits: int
    shallow: bool
    cache: int
    """Megabytes of what earlier builds left."""
    site: int
    """Megabytes of the site that stands."""
    pages: int


def size_of(root: Path, examination: Examination) -> ProjectSize:
    """The size of the project in the folder `root`, as far as the examination found it readable."""
    look = _settings(root)
    site = list(_files(root / "build" / "site"))
    return ProjectSize(
        _elements(examination),
        sum(len(each.observations) for each in examination.series.values()),
        dict(sorted(Counter(each.code for each in examination.problems).items())),
        _by_kind([*_files(root / "scorecard"), *_files(root / "data")]),
        tuple(name for name, _ in pairs(look.root) if name in _KNOWN_SETTINGS) if look else (),
        len(look.items("plugins")) if look else 0,
        len(look.items("hooks")) if look else 0,
        look.engine if look and look.engine in ENGINES else "",
        int(git_text(root, "rev-list", "--count", "HEAD") or 0),
        git_text(root, "rev-parse", "--is-shallow-repository") == "true",
        sum(size for _, size in _files(root / ".bsc-cache")) // MEGABYTE,
        sum(size for _, size in site) // MEGABYTE,
        sum(1 for path, _ in site if path.name == "index.html"),
    )


def _settings(root: Path) -> OwnSettings | None:
    try:
        return read_own_settings(root)
    except InputError:
        return None


def _elements(examination: Examination) -> Mapping[str, int]:
    if examination.assessment is None:
        return {}
    cards = examination.assessment.project.scorecards
    objectives = [each for card in cards for row in card.perspectives for each in row.objectives]
    return {
        "scorecards": len(cards),
        "perspectives": sum(len(each.perspectives) for each in cards),
        "objectives": len(objectives),
        "arrows": sum(len(each.drives) for each in objectives),
        "kpis": sum(len(each.kpis) for each in cards),
        "initiatives": sum(len(each.initiatives) for each in cards),
        "reviews": sum(len(each.reviews) for each in cards),
        "people": sum(len(each.people) for each in cards),
    }


def _files(folder: Path) -> Iterator[tuple[Path, int]]:
    for path in sorted(folder.rglob("*")):
        try:
            found = path.lstat()
        except OSError:  # it has gone meanwhile
            continue
        if S_ISREG(found.st_mode):
            yield path, found.st_size


def _by_kind(files: list[tuple[Path, int]]) -> Mapping[str, FileCount]:
    kinds: dict[str, list[int]] = {}
    for path, size in files:
        kind = path.suffix.lower()
        kinds.setdefault(kind if kind in _KNOWN_KINDS else "other", []).append(size)
    return {kind: FileCount(len(each), sum(each), max(each)) for kind, each in sorted(kinds.items())}
