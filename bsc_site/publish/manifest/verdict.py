"""The verdict on a published site: which files are not as they were published, or not what the input gives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from bsc_site.model.failure import InputError
from bsc_site.model.problem import Place, Problem
from bsc_site.model.rules import problem
from bsc_site.publish.disk.tree import SITE_MANIFEST
from bsc_site.publish.manifest.making import Making
from bsc_site.publish.manifest.site_manifest import FORM, ManifestError, SiteManifest, read_manifest
from bsc_site.publish.manifest.unlike import Unlike, parting_of, unlike

_SHOWN = 10
"""So many files of a kind have a line of their own."""
_OF_A_SITE = (".bsc-site", "api/v1/scorecard.json")
"""Files that only a site of this program has."""
_AFTER = "; it was changed after the site was built"


def manifest_in(site: Path) -> SiteManifest:
    """The manifest of the site in a folder. InputError where there is none that can be read."""
    file = site / SITE_MANIFEST
    try:
        return read_manifest(file.read_bytes())
    except FileNotFoundError:
        ours = any((site / each).exists() for each in _OF_A_SITE)
        older = "is a site of bsc-site without one; a version before manifests made it, or a copy left it out"
        found = older if ours else "holds no site of bsc-site"
        raise InputError(
            (problem("BSC940", Place(site.as_posix()), f"{found}: there is no {SITE_MANIFEST}"),)
        ) from None
    except ManifestError as error:
        other = f"has the form '{error}', and this version reads '{FORM}'; verify it with the version that made it"
        why = other if str(error) else "is no manifest of a site, or damaged"
        raise InputError((problem("BSC940", Place(file.as_posix()), why),)) from None


def changes_after(site: Path, manifest: SiteManifest, standing: Mapping[str, str]) -> Iterator[Problem]:
    """A line for each file that is not as its manifest has it; `standing` are the digests of those that stand there."""
    found = unlike(manifest.files, standing)
    yield from _halved(site, found, len(manifest.files))
    for paths, what in (
        (() if _is_half(found, len(manifest.files)) else found.missing, "is missing"),
        (found.more, "was added after the site was built"),
        (found.changed, "was changed after the site was built"),
    ):
        yield from _lines(site, paths, "BSC941", dict.fromkeys(paths, _Told(what)))


def differences(site: Path, standing: Mapping[str, str], built: Path, given: SiteManifest) -> Iterator[Problem]:
    """A line for each file that is not what this input gives; the site that it gives, with its manifest, is `built`."""
    found, published = unlike(given.files, standing), manifest_in(site).files
    half = _is_half(found, len(given.files))
    yield from _halved(site, found, len(given.files))
    for code, added, lost, after in (
        ("BSC941", "was added after the site was built", "was lost after the site was built", _AFTER),
        ("BSC942", "is no file of what this input gives", "is missing, and this input gives it", ""),
    ):
        missing, more, changed = (
            tuple(each for each in paths if (published.get(each) != standing.get(each)) is bool(after))
            for paths in (() if half else found.missing, found.more, found.changed)
        )
        yield from _lines(site, missing, code, dict.fromkeys(missing, _Told(lost)))
        yield from _lines(site, more, code, dict.fromkeys(more, _Told(added)))
        yield from _lines(site, changed, code, {path: _parting(site, built, path, after) for path in changed[:_SHOWN]})


def _is_half(found: Unlike, whole: int) -> bool:
    return len(found.missing) * 2 > whole


def _halved(site: Path, found: Unlike, whole: int) -> Iterator[Problem]:
    """One line for a site of which most is missing."""
    if _is_half(found, whole):
        some = f"{len(found.missing):,} of {whole:,} files are missing: this is no whole copy of the site"
        yield problem("BSC941", Place(site.as_posix()), some)


class _Told(NamedTuple):
    """What is said of a file, and of which place in it."""

    words: str
    line: int = 0
    column: int = 0


def _parting(site: Path, built: Path, path: str, after: str) -> _Told:
    at = parting_of((site / path).read_bytes(), (built / path).read_bytes())
    if not at.line:
        return _Told(f"from {at.one} on, this input gives other bytes{after}")
    return _Told(f"here stands '{at.one}', and this input gives '{at.other}'{after}", at.line, at.column)


def _lines(site: Path, paths: tuple[str, ...], code: str, told: Mapping[str, _Told]) -> Iterator[Problem]:
    for number, path in enumerate(paths[:_SHOWN], 1):
        words, line, column = told[path]
        more = f"; and so {len(paths) - _SHOWN:,} more files" if number == _SHOWN < len(paths) else ""
        yield problem(code, Place((site / path).as_posix(), line, column), f"{words}{more}")


def reasons(site: Path, then: Making, now: Making) -> Iterator[Problem]:
    """A note for whatever made the site otherwise than it would be made now, which may be why files differ."""
    place = Place((site / SITE_MANIFEST).as_posix())
    for what in (*_makers(then, now), *_commits(then, now), *_inputs(then, now)):
        yield problem("BSC943", place, what)


def _makers(then: Making, now: Making) -> Iterator[str]:
    if then.program != now.program:
        yield f"bsc-site {then.program} made the site, and this is {now.program}: pip install bsc-site=={then.program}"
    elif then.program_files != now.program_files:
        yield f"bsc-site {then.program} made the site, and so is this, but its own files are others: was it changed?"
    if then.engine != now.engine:
        yield f"the engine was {then.engine}, and is {now.engine} here"
    if then.language != now.language:
        yield f"the language was {then.language}, and is {now.language} here"
    if then.python != now.python:
        yield f"Python {then.python} made the site, and this is {now.python}"
    for name in sorted(then.packages.keys() | now.packages.keys()):
        had, has = (each.packages.get(name, "not installed") for each in (then, now))
        if had != has:
            yield f"{name} was {had}, and is {has} here"


def _commits(then: Making, now: Making) -> Iterator[str]:
    had, has = then.commit, now.commit
    if had is None or has is None:
        return
    if had.id != has.id:
        yield f"it was made from the commit {had.id[:12]}, and here is {has.id[:12]}: --rev {had.id[:12]}"
    elif had.shallow != has.shallow:
        cut, whole = ("there", "here") if had.shallow else ("here", "there")
        yield f"the history was cut off {cut}, and is whole {whole}; check out with fetch-depth 0"
    if had.uncommitted and not has.uncommitted:
        yield "it was made from files that were not committed as they stood"


def _inputs(then: Making, now: Making) -> Iterator[str]:
    if then.inputs is None or now.inputs is None:
        kept = "its manifest names no inputs, since something is kept from its readers: compare the commits by --rev"
        yield kept if then.inputs is None else "nothing was kept from its readers, and here something is"
        return
    found = unlike(then.inputs, now.inputs)
    words = ("was an input, and is not here", "is an input here, and was not", "is another file than it was")
    for paths, what in zip((found.missing, found.more, found.changed), words, strict=True):
        yield from (f"{path} {what}" for path in paths[:_SHOWN])
        if len(paths) > _SHOWN:
            yield f"and so {len(paths) - _SHOWN:,} more files: one {what}"
