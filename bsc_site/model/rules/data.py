"""Rules about KPI data (3xx)."""

from __future__ import annotations

from bsc_site.model.problem import Severity
from bsc_site.model.rule import Rule
from bsc_site.model.saying.said import sentence

SEVERAL_FIGURES = sentence(
    "{figures} figures of {origin} fall into {period}, and nothing says how they become one {frequency} figure; "
    "declare `aggregate: sum` for what adds up (sales, hours), `aggregate: last` for what stands on a day (stock, "
    "staff), or `aggregate: mean`; a rate names its `numerator` and `denominator` instead"
)
NEEDED_COARSER = sentence(
    "a {frequency} KPI is made from it, and nothing says how its {figures} figures of {period} become one; "
    "declare `aggregate: sum` for what adds up (sales, hours), `aggregate: last` for what stands on a day (stock, "
    "staff), or `aggregate: mean`; a rate names its `numerator` and `denominator` instead"
)
TARGET_FOR_LONGER = sentence(
    "the target for {period} is {target}, the {frequency} figures are about {typical}, and nothing says whether they "
    "add up to it; declare `aggregate: sum` if it is their total, `aggregate: last` if each figure is to reach it"
)

RULES: tuple[Rule, ...] = (
    Rule(
        "BSC301",
        Severity.ERROR,
        "The data file does not exist",
        "A source names a file that is not there, so its KPI has no figures.",
        "Write the path as seen from the project folder, such as data/crm.csv, in the same upper and lower case.",
    ),
    Rule(
        "BSC302",
        Severity.ERROR,
        "The data file lies outside of the project",
        "Files from elsewhere cannot be rebuilt by others, and may publish what nobody meant to.",
        "Copy the file into data/ and name it there. Links that lead out of the project are refused too.",
    ),
    Rule(
        "BSC303",
        Severity.ERROR,
        "The data file cannot be opened",
        "It is damaged, locked by a password, of another kind than its name says, or needs a package that is missing.",
        "Save it again as plain .xlsx or .csv, or install what the message names.",
    ),
    Rule(
        "BSC304",
        Severity.ERROR,
        "The text of the data file cannot be read",
        "Bytes of another encoding, or a quotation mark that never closes, would turn figures into garbage.",
        "Declare the source's `encoding`, or mend the row.",
    ),
    Rule(
        "BSC305",
        Severity.ERROR,
        "The data file has no column headings",
        "Columns are found by their headings; an empty file or an empty heading row has none.",
        "Add a row of headings, or declare `header` with the row where they stand.",
    ),
    Rule(
        "BSC306",
        Severity.ERROR,
        "A row has more cells than there are headings",
        "An unquoted delimiter shifts all cells behind it into the wrong column.",
        "Put the text that holds the delimiter in double quotes.",
    ),
    Rule(
        "BSC307",
        Severity.ERROR,
        "The column does not exist",
        "A source names a column that the table does not have.",
        "Use one of the columns that the message lists.",
    ),
    Rule(
        "BSC308",
        Severity.ERROR,
        "The sheet or the list of records does not exist",
        "A workbook has no such sheet, or the path into a JSON file leads to no list of objects.",
        "Use one of the sheets or keys that the message lists.",
    ),
    Rule(
        "BSC309",
        Severity.ERROR,
        "A value cannot be read",
        "A cell that is neither a figure nor declared as missing would silently become a gap.",
        "Correct the cell, leave it empty where there is no value, or declare `missing`, `decimal` or `thousands` in "
        "the source.",
    ),
    Rule(
        "BSC310",
        Severity.ERROR,
        "A value can be read in two ways",
        "1,234 is one thousand two hundred and thirty-four in one country and a little more than one in another.",
        "Declare `thousands` or `decimal` in the source.",
    ),
    Rule(
        "BSC311",
        Severity.ERROR,
        "A period cannot be read",
        "A figure whose period is unknown cannot be placed in time.",
        "Write it like 2025-03, 2025-Q3, 2025-W07, 2025-03-31, 2025 or FY2025; many other spellings are understood.",
    ),
    Rule(
        "BSC312",
        Severity.ERROR,
        "A period can be read in two ways",
        "03/04/2024 is in March or in April, 2025 a fiscal or a calendar year; a guess would be wrong half of the time "
        "and never show. A column is read as a whole, with the KPI's frequency and year; where that leaves two "
        "meanings, they are asked for.",
        "Declare the line that the message names, such as `dates: day first` or `periods: {years: fiscal}`, or write "
        "periods like 2024-04-03, FY2025 and 2025-Q3.",
    ),
    Rule(
        "BSC313",
        Severity.ERROR,
        "A period has two different figures",
        "Both cannot be the KPI's value of that period, and nothing says which one is.",
        "Remove one row, or declare with `aggregate` how the rows of a period become one figure.",
    ),
    Rule(
        "BSC178",
        Severity.WARNING,
        "A figure is of a period that has not begun",
        "Nobody can have measured it yet: mostly a year or a month was mistyped, and the period that was meant has no "
        "figure now. It is left out until its period begins.",
        "Correct the period. A plan or a target stands in a column `target`, beside an empty value.",
    ),
    Rule(
        "BSC314",
        Severity.ERROR,
        "The data is coarser than the KPI",
        "A yearly figure cannot be divided into months.",
        "Give the KPI the frequency of its data, or finer data.",
    ),
    Rule(
        "BSC315",
        Severity.ERROR,
        "Two rows cover the same time",
        "A month and one of its days both have a figure, so the day would count twice.",
        "Keep either the finer or the coarser rows.",
    ),
    Rule(
        "BSC316",
        Severity.ERROR,
        "A row names no KPI of the project",
        "Its figure would be lost without a word.",
        "Correct the id in the data, or declare the KPI.",
    ),
    Rule(
        "BSC317",
        Severity.WARNING,
        "Figures of a KPI that gets them elsewhere",
        "A KPI with a source or a formula takes nothing from other files, so these rows have no effect.",
        "Remove the rows, or the KPI's source or formula.",
    ),
    Rule(
        "BSC318",
        Severity.WARNING,
        "A KPI has no data",
        "It will show as 'no data' and count as not covered.",
        "Add its first figures; until there are any, silence the rule with `ignore` and say why.",
    ),
    Rule(
        "BSC319",
        Severity.WARNING,
        "A data file is used by no KPI",
        "Somebody may believe that these figures are on the site.",
        "Name the file in a source, give it the columns kpi, period and value, or move it out of data/.",
    ),
    Rule(
        "BSC320",
        Severity.ERROR,
        "A row has a figure but no period",
        "The figure cannot be placed in time; rows of totals look like this.",
        "Fill in the period, remove the row, or leave it out with `where`.",
    ),
    Rule(
        "BSC321",
        Severity.ERROR,
        "The source does not say how the table is read",
        "It is not clear which columns hold the periods and the figures.",
        "Declare `period` and `value`, `numerator` and `denominator`, or `count: rows`; `columns` for a wide table.",
    ),
    Rule(
        "BSC322",
        Severity.ERROR,
        "Two columns have the same heading",
        "It is not clear which one is meant.",
        "Rename all but one.",
    ),
    Rule(
        "BSC323",
        Severity.ERROR,
        "Half of a ratio is missing",
        "A numerator without its denominator, or the other way round, makes no ratio.",
        "Fill in the cell, or leave both empty.",
    ),
    Rule(
        "BSC330",
        Severity.ERROR,
        "A period carries a remark or a slip",
        "`2016 (baseline)`, `2005-2007` or `Fbe 2024` would be a period without what else stands there. What it stands "
        "for is for those to say who know the data; a column that is left out would be missed by nobody.",
        'Declare `periods: {map: {"2016 (baseline)": 2016}}` in the source, as the message shows it, or correct the '
        "text; `none` instead of a period leaves the row or column out.",
    ),
    Rule(
        "BSC331",
        Severity.ERROR,
        "A figure's year is not the year of its KPI",
        "The figure of a calendar year cannot be that of a fiscal year: it would be shifted by months.",
        "Give the KPI the year of its data with `fiscal_year_starts` (1 for calendar years), or declare what its years "
        "mean with `periods: {years: fiscal}`.",
    ),
    Rule(
        "BSC332",
        Severity.ERROR,
        "Weeks named by their Sundays",
        "A Sunday is the last day of a week in one country and the first of the next week in another.",
        "Declare `periods: {weeks: iso}` in the source where it is the last day of the week, and "
        "`periods: {weeks: sunday}` where it is the first.",
    ),
    Rule(
        "BSC333",
        Severity.ERROR,
        "The language of names of months is not known",
        "`month_names` settles in which language a name such as listopad is meant, by the language's code.",
        "Write the code of the language, such as de, fr or pl.",
    ),
    Rule(
        "BSC334",
        Severity.NOTE,
        "A filter takes rows that are written in another case",
        "North, north and NORTH are one region to readers and three to a computer; rows that only differ in upper and "
        "lower case are taken, for they would be missed by nobody.",
        "List the spellings in `where`, or declare `case_sensitive: true` in the source to take only rows that are "
        "written exactly so.",
    ),
    Rule(
        "BSC335",
        Severity.ERROR,
        "A formula was saved without its result",
        "Programs that write workbooks store formulas alone; a cell without a result would be an empty one.",
        "Open the workbook in Excel or LibreOffice and save it there, or write the value instead of the formula.",
    ),
    Rule(
        "BSC336",
        Severity.ERROR,
        "A figure is merged over several rows or columns",
        "What is merged over the rows of a group names them all; a figure merged over several periods or groups is "
        "their total, and nothing says which part is whose.",
        "Take the cell apart and write a figure into each row.",
    ),
    Rule(
        "BSC337",
        Severity.ERROR,
        "Several sheets of a workbook may be meant",
        "Two sheets with the same columns can be two years of one table, a region each, or figures and their plan.",
        "Declare `sheet` in the source, as the message shows it. Sheets that are named by periods or numbers, such as "
        "2023 and 2024, and share no period are read as one table.",
    ),
    Rule(
        "BSC340",
        Severity.ERROR,
        "Nothing says how several figures become one",
        "Sales are added up, a stock is taken on its last day, a rate is divided anew: a guess would publish a part of "
        "the figure, or compare a month with the target of a year.",
        "Declare `aggregate` at the KPI: sum, last, mean, min or max; for a rate, `numerator` and `denominator` at its "
        "source.",
    ),
    Rule(
        "BSC350",
        Severity.ERROR,
        "Figures of a KPI in per cent may be shares of one",
        "All of them lie between 0 and 1: 0.41 may be 0.41 % or 41 %.",
        "Declare `scale: 100` in the source if they are shares, `scale: 1` if they are per cent already.",
    ),
    Rule(
        "BSC351",
        Severity.WARNING,
        "Figures of a KPI in per cent are all below 1",
        "They may be shares that nobody multiplied by 100.",
        "Declare `scale: 100` in the source, or `scale: 1` if they are per cent; without a source write per cent, or "
        "silence the rule with `ignore`.",
    ),
    Rule(
        "BSC352",
        Severity.ERROR,
        "A figure is not written like the others of its KPI",
        "Beside 41 % and 3.4 million, a bare 0.42 or 3.5 may be a hundredth or a millionth of what is meant.",
        "Write all figures of the column alike, in a workbook by giving all cells the same number format.",
    ),
    Rule(
        "BSC353",
        Severity.ERROR,
        "A figure is in another currency than the KPI",
        "Dollars would be shown as euros.",
        "Convert the figure, or leave its row out with `where`.",
    ),
    Rule(
        "BSC357",
        Severity.ERROR,
        "A figure is per cent, and the KPI's unit is another one",
        "5 % of something is no 5 of it: one of the two is a slip, and the page would show the wrong one.",
        'Declare `unit: "%"`, or name the column of the figures in the unit; `scale` says how one becomes the other.',
    ),
    Rule(
        "BSC354",
        Severity.WARNING,
        "Figures of one KPI are in several currencies",
        "They are compared as if they were one.",
        "Convert them to one currency, and name it as the KPI's `unit`.",
    ),
    Rule(
        "BSC355",
        Severity.ERROR,
        "Thousands and decimals have the same mark",
        "1.234 cannot be grouped and have decimals by the same point.",
        "Remove `thousands` or `decimal`, whichever the figures do not have.",
    ),
    Rule(
        "BSC356",
        Severity.ERROR,
        "A period and its figure stand in one cell",
        "The mark between the two cells is lost, or is not that of the other rows; the row would be left out without a "
        "word, as if there were no figure.",
        "Write the two in cells of their own, with the mark of the other rows between them.",
    ),
    Rule(
        "BSC370",
        Severity.ERROR,
        "A figure is out of range",
        "No measure of an organisation is beyond 1e18, ten to the eighteenth, either way; averages and limits of such "
        "figures would be beyond all numbers.",
        "Correct the cell, or write it in a larger unit, such as millions.",
    ),
)
