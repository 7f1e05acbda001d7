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
        "`bsc-site import` reads StratML (ISO 17469) of part 1 and 2, data repositories of Open SDG, the "
        f"data-entry template, and scorecards in Excel. {_NOTHING}",
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
        "BSC613",
        Severity.NOTE,
        "Something of an Open SDG repository has no place in a scorecard",
        "Open SDG says more about an indicator than a scorecard holds. Each key is told once, with the indicators that "
        "have it, so that nothing is lost without a word.",
        "Nothing, unless readers need it: write it into the KPI's description.",
    ),
    Rule(
        "BSC614",
        Severity.WARNING,
        "A file of an Open SDG repository is left out, or missing",
        "What cannot be read as YAML or CSV in UTF-8, with the columns Year and Value, has no one meaning.",
        "Mend the place shown and import again into an empty folder.",
    ),
    Rule(
        "BSC615",
        Severity.WARNING,
        "An indicator or a series of Open SDG is left out",
        "A KPI has one figure a year. Where several rows could be it, or none holds a number, none is chosen.",
        "Name the series under progress_calculation_options, mend the data file, or import with --disaggregations.",
    ),
    Rule(
        "BSC616",
        Severity.NOTE,
        "A text of an Open SDG repository stands elsewhere",
        "Names may be keys of translations that are kept in another repository, which an import does not fetch.",
        "Copy that repository's translations/ below yours and import again, or write the name by hand.",
    ),
    Rule(
        "BSC617",
        Severity.NOTE,
        "Something of an Open SDG repository is read as Open SDG reads it",
        "Where metadata leaves something open, the program that builds Open SDG has a rule for it, which readers of "
        "the scorecard should know.",
        "Nothing; or write into the KPI what you mean instead.",
    ),
    Rule(
        "BSC618",
        Severity.WARNING,
        "Something of an Open SDG repository cannot be meant as it stands",
        "A direction that is none, a target that is no number, a series that the data does not have: it is left out "
        "rather than guessed.",
        "Mend it at the place shown and import again, or write it into the KPI.",
    ),
    Rule(
        "BSC619",
        Severity.NOTE,
        "Disaggregations of Open SDG are left out",
        "The headline of an indicator becomes its KPI, groups by one disaggregation stand beside it; other series, "
        "such as women in the north, are counted.",
        "Import with --disaggregations where they are to be KPIs of their own, which are not scored.",
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
    Rule(
        "BSC626",
        Severity.ERROR,
        "A sheet of a template lacks a column",
        "Whose figures they are, of which period and how much, stands in the columns kpi, period and value. Without "
        f"one of them nothing of the sheet could be read, and what was filled in there would be lost. {_NOTHING}",
        "Write the heading above its column again, or delete the sheet.",
    ),
    Rule(
        "BSC640",
        Severity.ERROR,
        "A package for office files is missing",
        "Slides and texts for office programs are written by packages that a site does without, so they are an extra. "
        f"{_NOTHING}",
        "Run the command of the line; in a workflow, ask for `bsc-site[office]` or `bsc-site[all]`.",
    ),
    Rule(
        "BSC641",
        Severity.ERROR,
        "The organisation's slides cannot be read",
        f"`docs_templates/slides.pptx` is broken, locked with a password, or no file of slides. {_NOTHING}",
        "Open it, and save it again as .pptx; or take it away, and the slides are plain.",
    ),
    Rule(
        "BSC642",
        Severity.ERROR,
        "The organisation's slides have no layout that can be filled",
        "The cover needs a layout with a title and a subtitle, all other pages one with a title and a place for "
        f"contents on at least a quarter of the slide. The line says which layouts there are. {_NOTHING}",
        "Add the layout in the slide master of `docs_templates/slides.pptx`, with placeholders for title and content.",
    ),
    Rule(
        "BSC643",
        Severity.ERROR,
        "There is no browser that prints",
        f"A PDF is printed by the Chromium of the machine, or a browser made from it. {_NOTHING}",
        "Install one, such as the package chromium, or set the environment variable CHROME to the path of a browser.",
    ),
    Rule(
        "BSC644",
        Severity.ERROR,
        "The browser did not print",
        f"It was found and ended without a document; the line says what it said last. {_NOTHING}",
        "Run it by hand, mend what it says, and export again.",
    ),
)
