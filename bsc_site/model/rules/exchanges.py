"""Rules about other formats: what is read from them into a scorecard, and written in them (6xx)."""

from __future__ import annotations

from bsc_site.model.problem import Severity
from bsc_site.model.rule import Rule

_NOTHING = "Nothing was written."

RULES: tuple[Rule, ...] = (
    Rule(
        "BSC600",
        Severity.ERROR,
        "The file is no XML that can be read",
        f"XML ends at its first mistake, and a part of a plan would look like the whole of it. {_NOTHING}",
        "Mend the place shown, or save the file again with the program that made it.",
    ),
    Rule(
        "BSC601",
        Severity.ERROR,
        "The XML file has a document type",
        "A document type can declare entities that read other files of this machine, or that grow without end. "
        f"Plans need none. {_NOTHING}",
        "Delete the declaration `<!DOCTYPE ..>`, and write what its entities stand for.",
    ),
    Rule(
        "BSC602",
        Severity.ERROR,
        "The file is too large to be imported",
        f"No plan has that many bytes or elements, and reading it could take all memory. {_NOTHING}",
        "Import the plan in parts, or take out what is no plan.",
    ),
    Rule(
        "BSC603",
        Severity.ERROR,
        "The file is of no kind that can be imported",
        "`bsc-site import` reads StratML (ISO 17469) of part 1 and 2, the data-entry template, and scorecards in "
        f"Excel. {_NOTHING}",
        "Save the file in one of these formats; the page about other formats describes them.",
    ),
    Rule(
        "BSC604",
        Severity.ERROR,
        "The import would overwrite a file",
        f"An import only ever adds files; what stands in the project is yours. {_NOTHING}",
        "Move the file away, or import into another folder with -C DIR.",
    ),
    Rule(
        "BSC605",
        Severity.WARNING,
        "Something is left to be written",
        "A text that begins with TODO holds the place of what nobody but you knows, such as what an import did not "
        "find in its file; a comment that begins with it asks a question.",
        "Write what is asked for, or answer the question, and delete the word.",
    ),
    Rule(
        "BSC606",
        Severity.ERROR,
        "There is no such scorecard",
        f"The file would hold one scorecard of the project, and none has that id. {_NOTHING}",
        "Name one of those in the line with --scorecard, or leave it out for the one at the top.",
    ),
    Rule(
        "BSC610",
        Severity.NOTE,
        "Something of the file is left out",
        "The other format says more here than a scorecard holds, or says it so that it has no one meaning. "
        "Each such place is told, so that nothing is lost without a word.",
        "Write it into the scorecard by hand where you need it.",
    ),
    Rule(
        "BSC611",
        Severity.NOTE,
        "The file does not say something that a scorecard asks for",
        "It is not made up: a TODO holds its place, or it is left out.",
        "Write it into the scorecard.",
    ),
    Rule(
        "BSC612",
        Severity.NOTE,
        "Something of the scorecard is not in the file that was written",
        "The other format has no place for it. Each key is told once, with the elements that declare it, so that "
        "nothing is lost without a word.",
        "Nothing, unless whoever gets the file needs it: hand it over beside the file.",
    ),
    Rule(
        "BSC620",
        Severity.ERROR,
        "A cell holds no figure that is allowed there",
        f"A figure is a number, or one of the words that the cell offers. {_NOTHING}",
        "Mend the cell that the line names, save the file and import it again.",
    ),
    Rule(
        "BSC621",
        Severity.ERROR,
        "A row says not whose figure it holds, or of which period",
        f"Rows of a template name a KPI whose figures are entered, and one of its periods. {_NOTHING}",
        "Write KPI and period as the template had them, or write a new one with bsc-site export template.",
    ),
    Rule(
        "BSC622",
        Severity.ERROR,
        "The project has another figure already",
        f"A template adds figures; which of two is right is not for it to say. {_NOTHING}",
        "Correct the figure in its data file, or empty the cell.",
    ),
    Rule(
        "BSC623",
        Severity.ERROR,
        "Two cells hold two figures of one period",
        f"Only one of them can be meant. {_NOTHING}",
        "Empty one of the two cells.",
    ),
    Rule(
        "BSC624",
        Severity.ERROR,
        "The workbook cannot be read",
        f"It is broken, locked with a password, of an older kind, or too large. {_NOTHING}",
        "Open it, and save it again as .xlsx or as CSV UTF-8.",
    ),
    Rule(
        "BSC625",
        Severity.ERROR,
        "The file for entered figures has other columns",
        f"Figures are added at its end, and would stand in the wrong columns. {_NOTHING}",
        "Give the file another name, or the columns kpi, period, value, note.",
    ),
)
