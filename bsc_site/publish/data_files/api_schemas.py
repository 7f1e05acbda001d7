"""The JSON Schemas of the published data: what every field means and which values it can take."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from bsc_site.model.period import Frequency
from bsc_site.model.problem import Severity
from bsc_site.model.vocabularies import (
    Assurance,
    Direction,
    FreshnessWord,
    Grade,
    InitiativeStatus,
    Kind,
    PointLabel,
    SpcMethod,
    Status,
    TrendWord,
    Variation,
)

SCHEMA_VERSION = "1.0"
"""Grows at the second place when fields join, at the first when one changes its meaning."""


def _text(meaning: str) -> dict[str, Any]:
    return {"type": "string", "description": meaning}


def _maybe_text(meaning: str) -> dict[str, Any]:
    return {"type": ["string", "null"], "description": meaning}


def _number(meaning: str) -> dict[str, Any]:
    return {"type": ["number", "null"], "description": meaning}


def _share(meaning: str) -> dict[str, Any]:
    return {"type": ["number", "null"], "minimum": 0, "maximum": 1, "description": meaning}


def _correlation(meaning: str) -> dict[str, Any]:
    words = f"{meaning}; null while the link cannot be tested"
    return {"type": ["number", "null"], "minimum": -1, "maximum": 1, "description": words}


def _score() -> dict[str, Any]:
    return {"type": ["number", "null"], "minimum": 0, "maximum": 100, "description": "0 to 100; null without one"}


def _whole(meaning: str) -> dict[str, Any]:
    return {"type": "integer", "minimum": 0, "description": meaning}


def _word(words: type[StrEnum], meaning: str) -> dict[str, Any]:
    return {"enum": [each.value for each in words], "description": meaning}


def _maybe_word(words: type[StrEnum], meaning: str) -> dict[str, Any]:
    return {"enum": [*(each.value for each in words), None], "description": meaning}


def _object(fields: dict[str, Any], meaning: str = "") -> dict[str, Any]:
    """An object with all of these fields, always present; further ones may join."""
    words = {"description": meaning} if meaning else {}
    return {"type": "object", **words, "required": list(fields), "properties": fields}


def _list(fields: dict[str, Any], meaning: str) -> dict[str, Any]:
    return {"type": "array", "description": meaning, "items": _object(fields)}


_PERIOD = "A period as the scorecard file writes it: 2025, 2025-H1, 2025-Q3, 2025-03, 2025-W07, 2025-03-31, FY2025-Q3"
_ADDRESS = (
    "Address of its page, relative to the top of the site (the folder that holds feed.xml and api/ of the root "
    "scorecard), in the files of the scorecards below as well"
)


def _coverage() -> dict[str, Any]:
    return _object({"scored": _whole("KPIs with a score"), "total": _whole("KPIs that should have one")})


def _head() -> dict[str, Any]:
    return {
        "schema_version": {"const": SCHEMA_VERSION},
        "as_of": {"type": "string", "format": "date", "description": "The day at which everything was judged"},
        "audience": _maybe_text("For which audience the site was built; null when nothing was left out"),
    }


def _kpi_fields() -> dict[str, Any]:
    return {
        "id": _text("Id of the KPI"),
        "name": _text("Its name"),
        "objectives": {"type": "array", "items": {"type": "string"}, "description": "Ids of its objectives"},
        "owner": _maybe_text("Id of the person who answers for it"),
        "unit": _text("%, a currency code, days, count, points, yes/no, or any text"),
        "direction": _word(Direction, "Which way is better"),
        "kind": _word(Kind, "Whether it drives results or records them"),
        "frequency": _word(Frequency, "How often it is measured"),
        "period": _maybe_text(f"The latest complete period. {_PERIOD}"),
        "value": _number("The value of that period, in the KPI's unit"),
        "target": _number("What it should be at that period; null for a band and without a target"),
        "target_low": _number("Lower end of the band that it should be in"),
        "target_high": _number("Upper end of that band"),
        "red_flag": _number("Where at risk ends and off track begins"),
        "status": _word(Status, "Value against target"),
        "score": _score(),
        "progress": _number("Share of the way from the baseline to the next dated target; 1 is all of it"),
        "pace": _number("Growth so far divided by the growth needed"),
        "trend": _word(TrendWord, "Where it is heading, in the sense of its direction"),
        "slope": _number("Change per period in the KPI's unit (median of pairwise slopes)"),
        "run_length": _whole("Periods in a row, up to the latest, that moved the same way"),
        "variation": _maybe_word(Variation, "What the control chart says about the latest point; null without a chart"),
        "assurance": _maybe_word(Assurance, "Whether the target is met reliably; null without a chart"),
        "freshness": _word(FreshnessWord, "How up to date the data is"),
        "chance": _share("Probability to meet the next target on time; null without a forecast"),
        "url": _text(_ADDRESS),
    }


_EFFECT = (
    "Partial correlation of the changes of both KPIs' figures as they are, season and own past taken out; so it is "
    "negative where a KPI of which less is better bears out a + together with one of which more is better"
)


def _links() -> dict[str, Any]:
    fields = {
        "from": _text("Id of the objective that is the cause"),
        "to": _text("Id of the objective that is the effect"),
        "sign": {
            "enum": ["+", "-"],
            "description": "Whether the effect gets better (+) or worse (-) where the cause gets better",
        },
        "lag": _number("Months between cause and effect: declared, otherwise found; null for neither"),
        "grade": _maybe_word(Grade, "How well the data supports the hypothesis; null until it is tested"),
        "n": {"type": ["integer", "null"], "description": "Periods of which both KPIs have a figure"},
        "effect": _correlation(_EFFECT),
        "low": _correlation("Lower end of the 95 % interval of that correlation"),
        "high": _correlation("Upper end of the 95 % interval of that correlation"),
        "p": _share(
            "One-sided p-value for the declared sign, read as: where the cause gets better, the effect gets better (+) "
            "or worse (-)"
        ),
        "q": _share("p-value after the correction for testing all links of the map"),
        "detectable": _correlation("The smallest correlation that would have been found in 80 % of cases"),
        "cause": _maybe_text("Id of the KPI that stands for the cause; null without one"),
        "outcome": _maybe_text("Id of the KPI that stands for the effect; null without one"),
        "testable_from": _maybe_text("The period from whose end on it can be tested; null where that is unknown"),
        "sentence": _text("The finding in words"),
    }
    return _list(fields, "The hypotheses of the strategy map; association in time order, not proof of cause")


def _initiatives() -> dict[str, Any]:
    fields = {
        "id": _text("Id of the initiative"),
        "name": _text("Its name"),
        "status": _word(InitiativeStatus, "Where it stands against its own plan"),
        "progress": _share("Share of the work that is done"),
        "start": _text(_PERIOD),
        "end": _text(_PERIOD),
        "budget": _number("In the currency of the scorecard"),
        "spent": _number("In the currency of the scorecard"),
        "effect": _list(_effect(), "What happened to each KPI of the objectives that it serves"),
    }
    return _list(fields, "The initiatives in the order of the file")


def _effect() -> dict[str, Any]:
    return {
        "kpi": _text("Id of the KPI"),
        "effect": _number("The step in the KPI's unit; null while it is too early"),
        "low": _number("Lower end of its 95 % interval"),
        "high": _number("Upper end of its 95 % interval"),
        "since": _text(f"The period from which on a step was looked for. {_PERIOD}"),
        "known_from": _maybe_text("The period from whose end on it can be said; null when it is said already"),
        "sentence": _text("The finding in words"),
    }


def _problems() -> dict[str, Any]:
    fields = {
        "code": {"type": "string", "pattern": "^BSC\\d{3}$"},
        "severity": _word(Severity, "How much it matters"),
        "file": _text("File relative to the project"),
        "line": _whole("Line from 1; 0 for the whole file"),
        "message": _text("What is wrong, and what is allowed"),
    }
    return _list(fields, "What the checks found in the whole project; a scorecard below the root lists none")


def scorecard_schema() -> dict[str, Any]:
    """The schema of scorecard.json."""
    standing = {"score": _score(), "status": _word(Status, "Its rolled-up status"), "coverage": _coverage()}
    element = {"id": _text("Its id"), "name": _text("Its name")}
    place = {"perspective": _text("Id of its perspective"), "owner": _maybe_text("Id of the person who owns it")}
    trend = {"trend": _word(TrendWord, "The trend that most of its KPIs share")}
    counts = {word.value: _whole(f"KPIs whose data is {word.value}") for word in FreshnessWord}
    fields = {
        **_head(),
        "scorecard": _object({"id": _text("Id of the scorecard"), "title": _text("Its title")}),
        **standing,
        "freshness": _object(counts, "How many KPIs have data that is so up to date"),
        "perspectives": _list({**element, **standing}, "The perspectives, top of the value chain first"),
        "objectives": _list({**element, **place, **standing, **trend}, "The objectives in the order of the map"),
        "kpis": _list(_kpi_fields(), "Every KPI that the scorecard declares or one of its objectives lists"),
        "links": _links(),
        "initiatives": _initiatives(),
        "problems": _problems(),
    }
    return _schema("A scorecard at one date", fields)


def kpi_schema() -> dict[str, Any]:
    """The schema of kpis/<id>.json."""
    fields = {
        **_head(),
        "scorecard": _text("Id of the scorecard that declares it"),
        **_kpi_fields(),
        "definition": {"type": "object", "description": "What is measured, from where and against what, as declared"},
        "calculation": {"type": "array", "items": {"type": "string"}, "description": "The way to status and score"},
        "series": _series(),
        "spc": _spc(),
        "forecast": _forecast(),
        "chance": _chances(),
    }
    return _schema("A KPI at one date", fields)


def _series() -> dict[str, Any]:
    fields = {
        "period": _text(_PERIOD),
        "value": _number("In the KPI's unit"),
        "target": _number("What it should have been"),
        "status": _word(Status, "Value against target; not_scored for an incomplete period"),
        "score": _score(),
        "note": _text("The note of the data, empty for none"),
    }
    return _list(fields, "Every observed period, oldest first")


def _spc() -> dict[str, Any]:
    limits = {
        "mean": _number("Mean, in the KPI's unit"),
        "lower": _number("Lower limit of natural variation"),
        "upper": _number("Upper limit of natural variation"),
    }
    reach = {"run": _whole("Values on one side of the mean that make a signal"), "because": _text("Why it begins")}
    point = {"period": _text(_PERIOD), "label": _word(PointLabel, "What the point says"), **limits}
    charts = {"enum": ["xmr", "p", "c", "u", None], "description": "The kind of chart; null without one"}
    fields = {
        "method": _word(SpcMethod, "How limits are drawn, as declared"),
        "chart": charts,
        "segments": _list(
            {"from": _text(_PERIOD), **limits, **reach},
            "Limits, anew from each rebase; without the season, and for an average denominator",
        ),
        "points": _list(point, "Every point with its label, and the limits that hold for it"),
        "variation": _maybe_word(Variation, "Of the latest point; null without a chart"),
        "assurance": _maybe_word(Assurance, "Against the target; null without a chart"),
        "seasonal": {"type": "boolean", "description": "Whether a season was taken out before limits were drawn"},
        "trial": {"type": "boolean", "description": "Whether the limits come from fewer than 13 values"},
        "suggested_rebase": _maybe_text("From where limits might be drawn anew; never applied by itself"),
    }
    return _object(fields, "The control chart; without segments and points where there is none")


def _forecast() -> dict[str, Any]:
    numbers = {
        name: _number(f"{name} in the KPI's unit") for name in ("value", "lower80", "upper80", "lower95", "upper95")
    }
    return _list({"period": _text(_PERIOD), **numbers}, "The periods to come; empty without a forecast")


def _chances() -> dict[str, Any]:
    fields = {
        "period": _text(_PERIOD),
        "target": _number("The dated target"),
        "probability": _share("To meet it on time"),
        "required": _number("What each remaining period has to bring: its change, or for a total its average"),
        "sentence": _text("The same in words"),
    }
    return _list(fields, "The chance to meet each dated target to come; empty without a forecast")


def _schema(title: str, fields: dict[str, Any]) -> dict[str, Any]:
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title, **_object(fields)}
