"""Repository: the files of a data repository sorted by what they are: configuration, metadata, data, translations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import field
from fnmatch import fnmatchcase
from typing import Any

from bsc_site.exchange.open_sdg.indicator_table import ColumnRoles
from bsc_site.exchange.open_sdg.meta_files import MetaFileError, MetaValue, read_meta, texts_of
from bsc_site.exchange.open_sdg.phrases import Phrases, phrases_of
from bsc_site.exchange.open_sdg.repository_remarks import RepositoryRemarks
from bsc_site.model.problem import Place
from bsc_site.model.saying.said import said
from bsc_site.model.sentences import open_sdg_sentences as told
from bsc_site.model.value_class import dataclass

CONFIGS = ("config_data.yml", "data_config.yml", "config_data.yaml")
_META = ("indicator-config/*-*.yml", "indicator-config/*-*.yaml", "meta/*-*.yml", "meta/*-*.yaml", "meta/*-*.md")
_DATA = ("data/*-*.csv",)
_OWN_INPUTS = {"InputCsvData": "data", "InputYamlMeta": "meta", "InputYamlMdMeta": "meta"}
_ENDINGS = (".yml", ".yaml", ".md")
_PREFIX = "indicator_"
_ENGLISH = "en"


@dataclass(slots=True)
class IndicatorRecord:
    """What the metadata says of one indicator, the later file before the earlier, and which keys found a place."""

    name: str
    values: dict[str, MetaValue] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)

    def take(self, *keys: str) -> MetaValue | None:
        """The value of the first of these keys that says something, which has found its place by that."""
        for key in keys:
            value = self.values.get(key)
            if value is not None and value.says_something:
                self.used.add(key)
                return value
        return None

    @property
    def place(self) -> Place:
        """Where its first file begins."""
        first = next(iter(self.values.values()), None)
        return Place(first.place.file, 1) if first else Place("")

    @property
    def unused(self) -> Iterator[tuple[str, MetaValue]]:
        """The keys that say something and found no place."""
        return ((key, each) for key, each in self.values.items() if each.says_something and key not in self.used)


@dataclass(frozen=True, slots=True)
class Repository:
    """A data repository: its indicators in the order of their numbers, data files by indicator, and phrases."""

    records: Mapping[str, IndicatorRecord]
    data: Mapping[str, str]
    phrases: Phrases
    roles: ColumnRoles
    config: Mapping[str, MetaValue]


def sorted_repository(files: Mapping[str, bytes], remarks: RepositoryRemarks) -> Repository:
    """The repository that the files make, by path below its folder; what cannot be read goes to the remarks."""
    config = next((_read(files, each, remarks) for each in CONFIGS if each in files), {})
    metas, datas = _patterns(config, remarks)
    language = _language(config)
    records: dict[str, IndicatorRecord] = {}
    for path in sorted((each for each in files if _matches(each, metas)), key=lambda each: _rank(each, metas)):
        record = records.setdefault(_id_of(path), IndicatorRecord(_id_of(path)))
        said_something = {key: each for key, each in _read(files, path, remarks).items() if each.says_something}
        record.values.update(said_something)
    data: dict[str, str] = {}
    for path in sorted((each for each in files if _matches(each, datas)), key=lambda each: _PREFIX not in each):
        if data.setdefault(_id_of(path), path) != path:
            remarks.add("BSC614", Place(path), said(told.SECOND_FILE, file=data[_id_of(path)]))
    for name in data:
        records.setdefault(name, IndicatorRecord(name))
    _tell_other_languages(files, language, remarks)
    translations = {
        path: _read(files, path, remarks)
        for path in sorted(files)
        if "translations" in path.split("/")[:-1] and path.endswith(_ENDINGS[:2]) and _speaks(path, language)
    }
    ordered = {name: records[name] for name in sorted(records, key=natural)}
    return Repository(ordered, data, phrases_of(translations, language), _roles(config), config)


def natural(name: str) -> list[tuple[int, int, str]]:
    """A key by which 2-1 stands before 10-1, and 1-9 before 1-a."""
    return [(0, int(each), "") if each.isdigit() else (1, 0, each) for each in re.split(r"[-.]", name)]


def looks_like_one(files: Mapping[str, bytes]) -> bool:
    """Whether there is metadata or data of an indicator where such repositories keep them, or their configuration."""
    return any(each in files for each in CONFIGS) or any(_matches(each, (*_META, *_DATA)) for each in files)


def _id_of(path: str) -> str:
    return path.rpartition("/")[2].rpartition(".")[0].removeprefix(_PREFIX)


def _matches(path: str, patterns: tuple[str, ...]) -> bool:
    return any(fnmatchcase(path, each) and path.count("/") == each.count("/") for each in patterns)


def _rank(path: str, patterns: tuple[str, ...]) -> tuple[int, str]:
    return (next(number for number, each in enumerate(patterns) if _matches(path, (each,))), path)


def _patterns(config: Mapping[str, MetaValue], remarks: RepositoryRemarks) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The patterns of metadata and of data, as the configuration has them, otherwise the usual ones."""
    inputs = config.get("inputs")
    folder = config["src_dir"].line.strip("/.") if "src_dir" in config else ""
    before = f"{folder}/" if folder else ""
    found: dict[str, list[str]] = {"meta": [], "data": []}
    for each in inputs.written if inputs and isinstance(inputs.written, list) else ():
        entry = texts_of(each)
        kind = _OWN_INPUTS.get(entry.get("class", ""))
        if kind is None and inputs is not None:
            remarks.add("BSC613", inputs.place, said(told.OTHER_INPUT, kind=entry.get("class", "an input")))
        elif kind and "path_pattern" in entry:
            found[kind].append(before + entry["path_pattern"])
    metas = tuple(found["meta"]) or tuple(before + each for each in _META)
    return metas, tuple(found["data"]) or tuple(before + each for each in _DATA)


def _language(config: Mapping[str, MetaValue]) -> str:
    languages = config.get("languages")
    listed = languages.written if languages and isinstance(languages.written, list) else []
    return next((each for each in listed if isinstance(each, str) and each), _ENGLISH)


def _roles(config: Mapping[str, MetaValue]) -> ColumnRoles:
    usual = ColumnRoles()
    options = config.get("indicator_options")
    written: Any = options.written if options and isinstance(options.written, dict) else {}
    texts = texts_of(written)
    columns = written.get("non_disaggregation_columns", [])
    noted = written.get("observation_attributes", [])
    others = {each for each in columns if isinstance(each, str)} if isinstance(columns, list) else set()
    others |= {texts_of(each).get("field", "") for each in noted} if isinstance(noted, list) else set()
    series = (texts["series_column"],) if "series_column" in texts else usual.series
    units = (texts["unit_column"],) if "unit_column" in texts else usual.units
    return ColumnRoles(series, units, (usual.others | others) - {*series, *units, ""})


def _read(files: Mapping[str, bytes], path: str, remarks: RepositoryRemarks) -> dict[str, MetaValue]:
    try:
        return read_meta(files[path], path)
    except MetaFileError as error:
        remarks.add("BSC614", error.place, said(told.UNREADABLE, why=str(error)))
        return {}


def _speaks(path: str, language: str) -> bool:
    """Whether a file of translations is of the language, or of all in one."""
    folder = path.split("/")[-2]
    return folder in {language, "translations"}


def _tell_other_languages(files: Mapping[str, bytes], language: str, remarks: RepositoryRemarks) -> None:
    """Metadata in folders of languages below `meta/`, and translations into others."""
    parts = [path.split("/") for path in sorted(files) if path.endswith(_ENDINGS)]
    found = [each for each in parts if len(each) > 2 and each[-3] in {"meta", "translations"} and each[-2] != language]  # noqa: PLR2004  # folder, language, file
    folders = sorted({"/".join(each[:-1]) for each in found})
    if folders:
        words = said(told.OTHER_LANGUAGES, folders=", ".join(folders), language=language)
        remarks.add("BSC613", Place("/".join(found[0])), words)
