"""Rules about the YAML file: its syntax, keys and types (0xx)."""

from __future__ import annotations

from bsc_site.model.problem import Severity
from bsc_site.model.rule import Rule

_YAML = "YAML 1.1 and 1.2, yaml.org"

RULES: tuple[Rule, ...] = (
    Rule(
        "BSC024",
        Severity.ERROR,
        "A source does not say where its table is, or says it twice",
        "The figures of a source stand in one table: that of a file, or the one that a query gives.",
        "Keep one of `file` and `query`, and with a query none of the keys that say how a file is written.",
    ),
    Rule(
        "BSC001",
        Severity.ERROR,
        "The file is not YAML",
        "The text cannot be read as YAML, so nothing in this file could be checked.",
        "Mend the syntax at the place shown; often it is a missing space after a colon, or wrong indentation.",
    ),
    Rule(
        "BSC002",
        Severity.ERROR,
        "A key is written twice",
        "One mapping holds the same key two times; YAML programs silently keep one of the values.",
        "Keep one of the two and delete the other; both places are named.",
        _YAML,
    ),
    Rule(
        "BSC003",
        Severity.ERROR,
        "A word without quotes means something else to YAML",
        "Words such as no, on, 012, 12:30 or 1_000 are read as false, true or another number by YAML 1.1 programs.",
        "Put the word in quotes when it is meant as a text; write true, false or a plain number otherwise.",
        _YAML,
    ),
    Rule(
        "BSC004",
        Severity.ERROR,
        "The key is not known",
        "A misspelt key would be ignored, and what it says would silently not happen.",
        "Correct the spelling; `bsc-site schema` gives editors the list of keys.",
    ),
    Rule(
        "BSC005",
        Severity.ERROR,
        "A key is missing",
        "The element cannot be used without it.",
        "Add the key that is named.",
    ),
    Rule(
        "BSC006",
        Severity.ERROR,
        "The value is of the wrong type",
        "A number, text, list or mapping stands where another kind of value is needed.",
        "Write the value as the message says; a text that looks like a number needs quotes.",
    ),
    Rule(
        "BSC007",
        Severity.ERROR,
        "A key stands in two files of the same scorecard",
        "Lists of several files are joined, also the objectives of one perspective, but a single value can only be "
        "given once.",
        "Keep it in one of the two files.",
    ),
    Rule(
        "BSC008",
        Severity.ERROR,
        "The id has letters that an id cannot have",
        "Ids become addresses of pages and names of files, so they are kept to letters a-z, digits, - and _.",
        "Choose an id such as repeat-rate; the name beside it may hold any letter.",
    ),
    Rule(
        "BSC009",
        Severity.ERROR,
        "The weight is below zero",
        "Weights share out a whole; a negative share has no meaning.",
        "Write 0 for an element that shall not count, or a positive number.",
    ),
    Rule(
        "BSC010",
        Severity.ERROR,
        "The period cannot be read",
        "Periods have a few fixed spellings, so that a month is never taken for a day.",
        "Write 2025, 2025-H1, 2025-Q3, 2025-03, 2025-W07, 2025-03-31, or FY2025-Q3 for the organisation's own year.",
    ),
    Rule(
        "BSC011",
        Severity.ERROR,
        "The number is outside of its range",
        "Shares, scores, months and the like have a lowest and a highest value.",
        "Write a number inside of the range that the message names.",
    ),
    Rule(
        "BSC012",
        Severity.ERROR,
        "The word is not one of those allowed here",
        "The key takes one of a few fixed words.",
        "Use one of the words that the message lists.",
    ),
    Rule(
        "BSC013",
        Severity.ERROR,
        "The file is not a text in UTF-8",
        "Bytes that are no UTF-8 text, or control characters, stand in the file.",
        "Save the file as UTF-8 (most editors offer it in the save dialogue) and delete control characters.",
    ),
    Rule(
        "BSC014",
        Severity.ERROR,
        "The file does not hold keys",
        "A file of a scorecard is a mapping such as `id: ...` and `kpis: ...`; a list or a text alone has no meaning.",
        "Write the key above the list, for example `kpis:`, and indent the list below it.",
    ),
    Rule(
        "BSC015",
        Severity.WARNING,
        "The file is empty",
        "The file holds nothing or only comments, so it adds nothing to a scorecard.",
        "Fill it, or delete it.",
    ),
    Rule(
        "BSC016",
        Severity.ERROR,
        "The file holds several documents",
        "A line `---` starts a second document, which would not be read.",
        "Delete the line, or move the second part into a file of its own.",
    ),
    Rule(
        "BSC017",
        Severity.ERROR,
        "An alias or the nesting cannot be followed",
        "An alias refers to nothing or to itself, aliases multiply without measure, or values are nested far too deep.",
        "Write the values out.",
    ),
    Rule(
        "BSC018",
        Severity.ERROR,
        "The file cannot be read",
        "The operating system refused to open the file.",
        "Check its permissions, and whether a link points to nothing.",
    ),
    Rule(
        "BSC019",
        Severity.ERROR,
        "The file belongs to no scorecard",
        (
            "A file without `id` is a part of the scorecard of its folder, or of the "
            "nearest folder above; there is not just one."
        ),
        "Add `id` and `title` if it is a scorecard of its own, or move it to the folder of its scorecard.",
    ),
    Rule(
        "BSC020",
        Severity.ERROR,
        "There is no scorecard",
        "A project keeps its scorecards as YAML files in the folder scorecard/.",
        "Run the command in the folder of the project or name it with -C; `bsc-site init` starts a new one.",
    ),
    Rule(
        "BSC021",
        Severity.ERROR,
        "A special feature of YAML is not used here",
        "Tags, and keys that are no words, have no meaning in a scorecard.",
        "Write plain keys and values.",
    ),
    Rule(
        "BSC022",
        Severity.ERROR,
        "No file declares the perspective",
        "A file adds objectives to a perspective, and no file of the scorecard says what this perspective is called.",
        "Correct the id, or declare the perspective with id: and name: in one of the files.",
    ),
    Rule(
        "BSC023",
        Severity.ERROR,
        "The dash before an item of a list is missing",
        "The first key of the item above is written again, as where a new item begins; without its dash the two would "
        "be one, and the second would be lost.",
        "Write the line with a dash, as the message shows, or remove it.",
    ),
    Rule(
        "BSC025",
        Severity.ERROR,
        "A file, a text or a list of keys is beyond measure",
        "No scorecard is as large; reading and publishing it would take the build minutes or all memory.",
        "Shorten it; a scorecard may be parted into several files, and figures belong into data/.",
    ),
    Rule(
        "BSC179",
        Severity.ERROR,
        "An empty value stands beside a default",
        "It may be a line that nobody finished, or the wish to have no value here: what is meant decides whether the "
        "default of the scorecard holds.",
        "Write null to take the default away, or remove the line to have it.",
    ),
)
