"""Columns of periods: what all cells together, the KPI's frequency and its year leave of two meanings."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from bsc_site.load.readings.project_readings import LoadedReadings
from bsc_site.model.problem import Severity
from tests.builders.data_files import told, values
from tests.builders.period_columns import HALVES, ONE, QUARTERLY, WEEKLY, YEARLY, Declared, column, read


@dataclass(frozen=True)
class Case:
    """A file, how it is declared, and what is right."""

    name: str
    content: str
    declared: Declared
    right: dict[str, float]


ONE_MEANING = (
    Case("halves", column("2019/1", "2019/2", "2020/1"), Declared(HALVES), {"2019-H1": 1, "2019-H2": 2, "2020-H1": 3}),
    Case("quarters", column("2019/1", "2019/2"), Declared(QUARTERLY), {"2019-Q1": 1, "2019-Q2": 2}),
    Case("quarters behind points", column("2019.3", "2019.4"), Declared(QUARTERLY), {"2019-Q3": 1, "2019-Q4": 2}),
    Case("months of quarters", column("2019/02", "2019/03"), Declared(QUARTERLY), {"2019-02": 1, "2019-03": 2}),
    Case("weeks beyond twelve", column("2019-11", "2019-13"), Declared(WEEKLY), {"2019-W11": 1, "2019-W13": 2}),
    Case(
        "fiscal years that look like months",
        column("2006-07", "2007-08", "2008-09"),
        Declared(YEARLY, starts=10),
        {"FY2007": 1, "FY2008": 2, "FY2009": 3},
    ),
    Case(
        "fiscal years, one of them no month",
        column("2001/02", "2013/14"),
        Declared(YEARLY, starts=7),
        {"FY2002": 1, "FY2014": 2},
    ),
    Case("months of one year", column("2010-11", "2010-12"), Declared(starts=4), {"2010-11": 1, "2010-12": 2}),
    Case("days of six digits", column("180401", "180501"), Declared(), {"2018-04": 1, "2018-05": 2}),
    Case(
        "months of six digits",
        column("200911", "200912", "201001"),
        Declared(),
        {"2009-11": 1, "2009-12": 2, "2010-01": 3},
    ),
    Case("weeks of six digits", column("202411", "202413"), Declared(WEEKLY), {"2024-W11": 1, "2024-W13": 2}),
    Case("years with a decimal", column("2019.0", "2020.0"), Declared(YEARLY), {"2019": 1, "2020": 2}),
    Case("two digits each", column("23-11", "23-12", "24-01"), Declared(), {"2023-11": 1, "2023-12": 2, "2024-01": 3}),
    Case("month before a short year", column("11/23", "02/24"), Declared(), {"2023-11": 1, "2024-02": 2}),
    Case(
        "spans", column("01.02.2024 - 29.02.2024", "01.03.2024 - 31.03.2024"), Declared(), {"2024-02": 1, "2024-03": 2}
    ),
    Case("spans of weeks from Sunday", column("2024-03-03 to 2024-03-09"), Declared(WEEKLY), {"2024-W10": 1}),
    Case("days of Excel", column("45413", "45444"), Declared(), {"2024-05": 1, "2024-06": 2}),
    Case(
        "footnotes",
        column("Apr 2023†", "May 2023 (r)", "Jun 2023 prov."),
        Declared(),
        {"2023-04": 1, "2023-05": 2, "2023-06": 3},
    ),
    Case(
        "quarters by their months",
        column("Jul-Sep 2023", "Oct - Dec 2023"),
        Declared(QUARTERLY),
        {"2023-Q3": 1, "2023-Q4": 2},
    ),
    Case(
        "years from month to month",
        column("Jul 2022 - Jun 2023"),
        Declared(YEARLY, starts=7),
        {"FY2023": 1},
    ),
    Case(
        "French names",
        column("févr. 2024", "août 2024", "déc. 2024"),
        Declared(),
        {"2024-02": 1, "2024-08": 2, "2024-12": 3},
    ),
    Case("Polish names", column("październik 2023", "listopad 2023"), Declared(), {"2023-10": 1, "2023-11": 2}),
    Case("Japanese months", column("2023年9月", "2023年10月"), Declared(), {"2023-09": 1, "2023-10": 2}),
    Case("marks of statistical offices", column("2023-M09", "M10 2023"), Declared(), {"2023-09": 1, "2023-10": 2}),
    Case(
        "quarters in French", column("T2 2023", "3e trimestre 2023"), Declared(QUARTERLY), {"2023-Q2": 1, "2023-Q3": 2}
    ),
    Case(
        "calendar weeks in German", column("KW 9/2023", "KW10 2023"), Declared(WEEKLY), {"2023-W09": 1, "2023-W10": 2}
    ),
    Case(
        "months that go on into the next year",
        column("Oct", "Nov", "Dec", "Jan"),
        Declared(source={**ONE, "year": 2022}),
        {"2022-10": 1, "2022-11": 2, "2022-12": 3, "2023-01": 4},
    ),
    Case(
        "months from the latest back",
        column("Mar", "Feb", "Jan"),
        Declared(source={**ONE, "year": 2022}),
        {"2022-03": 1, "2022-02": 2, "2022-01": 3},
    ),
    Case(
        "year and quarter in Spanish",
        "Año,Trim.,v\n2023,3,1\n2023,4,2\n",
        Declared(QUARTERLY, {"period": ["Año", "Trim."], "value": "v"}),
        {"2023-Q3": 1, "2023-Q4": 2},
    ),
    Case(
        "year and week in German",
        "Jahr,KW,v\n2023,9,1\n2023,10,2\n",
        Declared(WEEKLY, {"period": ["Jahr", "KW"], "value": "v"}),
        {"2023-W09": 1, "2023-W10": 2},
    ),
    Case(
        "numbers below a heading that says nothing",
        "Y,X,v\n2022,3,1\n2022,4,2\n2023,1,3\n",
        Declared(QUARTERLY, {"period": ["Y", "X"], "value": "v"}),
        {"2022-Q3": 1, "2022-Q4": 2, "2023-Q1": 3},
    ),
    Case(
        "fiscal year and quarter",
        "Financial year,Qtr,v\n2023,3,1\n2023,4,2\n",
        Declared(QUARTERLY, {"period": ["Financial year", "Qtr"], "value": "v"}, starts=7),
        {"FY2023-Q3": 1, "FY2023-Q4": 2},
    ),
    Case(
        "fiscal year and period",
        "FY,Period,v\n2023,1,1\n2023,7,2\n",
        Declared(source={"period": ["FY", "Period"], "value": "v"}, starts=7),
        {"2022-07": 1, "2023-01": 2},
    ),
    Case(
        "fiscal year and name of the month",
        "FY,Month,v\n2023,Dec,1\n2023,Feb,2\n",
        Declared(source={"period": ["FY", "Month"], "value": "v"}, starts=7),
        {"2022-12": 1, "2023-02": 2},
    ),
    Case(
        "fiscal year and month by the order of the rows",
        "FY,Month,v\n2023,11,1\n2023,12,2\n2023,1,3\n",
        Declared(source={"period": ["FY", "Month"], "value": "v"}, starts=7),
        {"2022-11": 1, "2022-12": 2, "2023-01": 3},
    ),
)


def named(case: Case) -> str:
    """The name of a case, as pytest shows it."""
    return case.name


@pytest.mark.parametrize("case", ONE_MEANING, ids=named)
def test_the_one_meaning_that_is_left_is_read(tmp_path: Path, case: Case) -> None:
    loaded = read(tmp_path, case.content, case.declared)
    assert (told(loaded), values(loaded, "k")) == ([], case.right)


TWO_MEANINGS = (
    Case("plain years", column("2022", "2023"), Declared(YEARLY, starts=4), {"FY2022": 1, "FY2023": 2}),
    Case(
        "quarters of plain years",
        column("Q3 2022", "Q4 2022"),
        Declared(QUARTERLY, starts=4),
        {"FY2022-Q3": 1, "FY2022-Q4": 2},
    ),
    Case("one pair of years", column("2008-09"), Declared({**YEARLY, "aggregate": "sum"}, starts=4), {"FY2009": 1}),
    Case("weeks or months", column("202305", "202306"), Declared(WEEKLY), {"2023-W05": 1, "2023-W06": 2}),
    Case("weeks or months with a mark", column("2023-05", "2023-06"), Declared(WEEKLY), {"2023-W05": 1, "2023-W06": 2}),
    Case(
        "quarters or months of a sum",
        column("2018/1", "2018/2"),
        Declared({**QUARTERLY, "aggregate": "sum"}),
        {"2018-Q1": 1, "2018-Q2": 2},
    ),
    Case("a name of two months", column("listopad 2023"), Declared(), {"2023-11": 1}),
    Case(
        "dates",
        column("04/05/2023", "05/06/2023"),
        Declared({"frequency": "daily"}),
        {"2023-05-04": 1, "2023-06-05": 2},
    ),
    Case("short months", column("05-06", "06-06"), Declared(), {"2006-05": 1, "2006-06": 2}),
    Case("a day or a year", column("23-Sep", "23-Oct"), Declared(), {"2023-09": 1, "2023-10": 2}),
    Case("remarks", column("2015 [Note 5]", "2016 (baseline)"), Declared(YEARLY), {"2015": 1, "2016": 2}),
    Case(
        "a baseline among fiscal years",
        column("2014/15", "2015/16 [Note 5]", "2016 (baseline)"),
        Declared(YEARLY, starts=10),
        {"FY2015": 1, "FY2016": 2, "FY2017": 3},
    ),
    Case("notes behind years", column("2015 1)", "2016b"), Declared(YEARLY), {"2015": 1, "2016": 2}),
    Case("means of three years", column("2005-2007", "2006-2008"), Declared(YEARLY), {"2007": 1, "2008": 2}),
    Case("a slip of the pen", column("Jna 2023", "Feb 2023"), Declared(), {"2023-01": 1, "2023-02": 2}),
    Case("Sundays", column("2023-01-08", "2023-01-15"), Declared(WEEKLY), {"2023-W01": 1, "2023-W02": 2}),
    Case("months without a year", column("Nov", "Dec"), Declared(), {"2025-11": 1, "2025-12": 2}),
    Case(
        "the number of a month of fiscal years",
        "FY,Month,v\n2023,1,1\n2023,2,2\n",
        Declared(source={"period": ["FY", "Month"], "value": "v"}, starts=7),
        {"2022-07": 1, "2022-08": 2},
    ),
    Case(
        "years that the order of their months contradicts",
        "Year,Month,v\n2023,Nov,1\n2023,Dec,2\n2023,Jan,3\n",
        Declared(source={"period": ["Year", "Month"], "value": "v"}, starts=7),
        {"2022-11": 1, "2022-12": 2, "2023-01": 3},
    ),
)


LINE = re.compile(r"`((?:periods|dates|year): [^`]+)`")


@pytest.mark.parametrize("case", TWO_MEANINGS, ids=named)
def test_two_meanings_are_one_line_and_what_it_says_to_declare_settles_them(tmp_path: Path, case: Case) -> None:
    line = the_line(read(tmp_path, case.content, case.declared))
    settled = read(tmp_path, case.content, case.declared, line)
    assert (told(settled), values(settled, "k")) == ([], case.right)


@pytest.mark.parametrize("case", [each for each in TWO_MEANINGS if each.declared.source == ONE], ids=named)
def test_a_tidy_file_is_settled_by_the_same_line_at_its_kpi(tmp_path: Path, case: Case) -> None:
    content = "kpi,period,value\n" + "".join(f"k,{line}\n" for line in case.content.splitlines()[1:])
    declared = replace(case.declared, source=None)
    line = the_line(read(tmp_path, content, declared))
    settled = read(tmp_path, content, declared, line)
    assert (told(settled), values(settled, "k")) == ([], case.right)


def the_line(refused: LoadedReadings) -> str:
    """The first line of YAML that the only error shows."""
    errors = [str(problem) for problem in refused.problems if problem.severity is Severity.ERROR]
    assert len(errors) == 1
    shown = LINE.search(errors[0])
    assert shown is not None, errors
    return shown[1]
