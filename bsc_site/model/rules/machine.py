"""Rules about the machine that builds (9xx)."""

from __future__ import annotations

from bsc_site.model.problem import Severity
from bsc_site.model.rule import Rule

_UNHARMED = "Nothing was published; the site that stood before stands unharmed."

RULES: tuple[Rule, ...] = (
    Rule(
        "BSC901",
        Severity.ERROR,
        "The disk is full",
        f"A file could not be written to the end. {_UNHARMED}",
        "Free some space, or publish to a folder on another disk with --out.",
    ),
    Rule(
        "BSC902",
        Severity.ERROR,
        "A file may not be read or written",
        f"The operating system refused it to the user that runs the build. {_UNHARMED}",
        "Give that user the right to it, or publish to another folder with --out.",
    ),
    Rule(
        "BSC903",
        Severity.ERROR,
        "The engine that turns Markdown into pages is missing",
        f"bsc-site writes Markdown files; MkDocs or ProperDocs makes the site out of them. {_UNHARMED}",
        "Install the package that the line names, into the same Python environment as bsc-site.",
    ),
    Rule(
        "BSC904",
        Severity.ERROR,
        "The engine stopped",
        f"MkDocs or ProperDocs ended with an error that no page explains. {_UNHARMED}",
        "Read the engine's own words in the line; often a plugin or a theme named in mkdocs.yml is not installed.",
    ),
    Rule(
        "BSC905",
        Severity.ERROR,
        "Another build is running",
        "Two builds that write to the same place would spoil each other's site, so the second one does not start.",
        "Wait until the other build is done, or publish to another folder with --out.",
    ),
    Rule(
        "BSC906",
        Severity.ERROR,
        "A page was not built",
        f"The engine left a generated page out, so links to it would lead nowhere. {_UNHARMED}",
        "Look for a plugin or exclude_docs entry in mkdocs.yml that removes pages; otherwise bsc-site is at fault.",
    ),
    Rule(
        "BSC907",
        Severity.ERROR,
        "A link of a generated page leads nowhere",
        f"Every link and every anchor of the finished site is followed before it is published. {_UNHARMED}",
        "If the project overrides a template, mend the link there; otherwise report it as a fault of bsc-site.",
    ),
    Rule(
        "BSC908",
        Severity.ERROR,
        "A generated page loads something from another host",
        f"The site must work without the internet and tell nobody who reads it. {_UNHARMED}",
        "If the project overrides a template or the theme, put the file into the docs folder and refer to it there.",
    ),
    Rule(
        "BSC909",
        Severity.ERROR,
        "The file system failed",
        f"Reading or writing a file ended with an error of the operating system. {_UNHARMED}",
        "Mend what the line names: a broken disk, a mount point in the way, a name that is too long.",
    ),
    Rule(
        "BSC910",
        Severity.ERROR,
        "The port is taken",
        "Another program listens at the address where the preview was to be served.",
        "Stop the other program, name another port with --port, or leave --port out to get a free one.",
    ),
    Rule(
        "BSC911",
        Severity.ERROR,
        "The folder was not made by bsc-site",
        "A build replaces the whole folder that it publishes to; files of somebody else would be lost.",
        "Name an empty or a new folder with --out, or empty this one yourself.",
    ),
    Rule(
        "BSC912",
        Severity.ERROR,
        "The site cannot be published there",
        "The folder holds the project's own files, which a build would replace.",
        "Name a folder outside of scorecard/, data/ and the docs folder, and not the project itself.",
    ),
    Rule(
        "BSC913",
        Severity.ERROR,
        "A new project would overwrite a file",
        "`bsc-site init` only ever adds files; what stands in the folder is yours.",
        "Name an empty or a new folder, or move the file away first.",
    ),
    Rule(
        "BSC914",
        Severity.ERROR,
        "The memory is too small",
        f"The project needs more memory than this machine has left. {_UNHARMED}",
        "Close other programs, build on a larger machine, or aggregate the data before it comes here.",
    ),
    Rule(
        "BSC915",
        Severity.ERROR,
        "A package cannot be loaded",
        f"bsc-site rests on other packages, and one of them is missing or damaged. {_UNHARMED}",
        "Install bsc-site anew, in an environment of its own: `python3 -m venv .venv`, then `pip install bsc-site`.",
    ),
    Rule(
        "BSC920",
        Severity.ERROR,
        "There is no demo to replace",
        "`bsc-site init --here` puts a new project in the place of the demo company, in a copy of the repository of "
        "bsc-site. The folder is no such copy, or its demo was replaced before. Nothing was changed.",
        "In a copy whose demo is gone, go on with scorecard/ and data/. Elsewhere: `bsc-site init DIR`.",
    ),
    Rule(
        "BSC921",
        Severity.ERROR,
        "A file is not the demo's",
        "`bsc-site init --here` removes what is exactly as the demo has it, and nothing else. This file was added or "
        "changed, and would become a part of the new project if it stayed. Nothing was changed.",
        "Move the file out of scorecard/ and data/, or delete it if it is not needed, and run the command again.",
    ),
    Rule(
        "BSC930",
        Severity.ERROR,
        "A folder holds no part of a site",
        "`bsc-site assemble` joins what `bsc-site build --only SCORECARD` made, each part in a folder of its own. "
        f"{_UNHARMED}",
        "Name the folders that hold a `part.json`, such as build/parts/sales.",
    ),
    Rule(
        "BSC931",
        Severity.ERROR,
        "Parts do not belong together",
        "Parts of one site are made by the same version, for the same day, audience and address, from the same commit "
        f"and the same figures. The line says what tells this part from most others. {_UNHARMED}",
        "Build all parts in one run of the workflow, each with the same options and the same `--as-of`.",
    ),
    Rule(
        "BSC932",
        Severity.ERROR,
        "Parts are missing",
        f"Each scorecard of the project is to be in one of the parts, the one at the top too. {_UNHARMED}",
        "Build the scorecards that the line names with `bsc-site build --only`, or hand their folders over too.",
    ),
    Rule(
        "BSC933",
        Severity.ERROR,
        "Two parts hold the same",
        f"A scorecard, and every file of the site, comes from one part alone. {_UNHARMED}",
        "Leave one of the two folders out; it may be left from an earlier run.",
    ),
    Rule(
        "BSC934",
        Severity.ERROR,
        "A part is damaged",
        "A file of the part is missing, or is not what it was when the part was built: it was changed, or lost on the "
        f"way from one job to another. {_UNHARMED}",
        "Hand the folder over once more, or build the part again.",
    ),
    Rule(
        "BSC935",
        Severity.ERROR,
        "A site in several languages is not made in parts",
        f"Every page leads to itself in the other languages, so all of them are made and proved together. {_UNHARMED}",
        "Leave out --only, and build the site whole; or leave extra.bsc_site.languages out of mkdocs.yml.",
    ),
    Rule(
        "BSC940",
        Severity.ERROR,
        "There is no manifest to go by",
        "`bsc-site verify` reads in `manifest.json`, at the top of a site, for which day, readers and address it was "
        "made. The folder has no such file, or one that this version cannot read. Nothing was compared.",
        "Name the folder that holds the home page of the site, with all that was published; build it again where it is "
        "of an older version, or verify it with the version that made it.",
    ),
    Rule(
        "BSC941",
        Severity.ERROR,
        "A file of the site is not as it was published",
        "The digest that the manifest of the site has for the file is not that of the file that stands there, or there "
        "is only one of the two: it was changed, added or lost after the site was built.",
        "Publish the site again. If nobody of yours changed it, ask who may write where it stands.",
    ),
    Rule(
        "BSC942",
        Severity.ERROR,
        "The site is not what this input gives",
        "The project was built once more in a folder of its own, for the day, the readers and the address that the "
        "manifest names, and this file came out otherwise. The line says where the two part.",
        "Read the notes beside it: another version of a program, or another state of the files, makes another site. "
        "`--rev` compares with the project as of a commit.",
    ),
    Rule(
        "BSC943",
        Severity.NOTE,
        "A site was made otherwise than here",
        "The manifest of the site names another version of a program, another commit or other input than there is "
        "here. That may be why a file is another one, and need not be.",
        "Install the version, or check out the commit, that the line names, and verify again.",
    ),
    Rule(
        "BSC990",
        Severity.ERROR,
        "bsc-site itself failed",
        "The program met with something that it was not made for. That is its fault, whatever stands in the project. "
        f"{_UNHARMED}",
        "Report it with the file that the line names: it holds versions, the type of the error and the lines of the "
        "program that led there, and nothing of the project. `bsc-site check` and `--no-cache` may show a way around.",
    ),
)
