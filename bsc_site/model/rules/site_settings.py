"""Rules about templates and the settings of the site (5xx)."""

from __future__ import annotations

from bsc_site.model.problem import Severity
from bsc_site.model.rule import Rule

RULES: tuple[Rule, ...] = (
    Rule(
        "BSC501",
        Severity.ERROR,
        "A template cannot be used",
        "A template in docs_templates has a syntax error, or asks for something that its page does not offer; "
        "a page without its content would be worse than none.",
        "Mend the line shown; the fields that a page offers are listed in its view, the macros in _macros.jinja.",
    ),
    Rule(
        "BSC502",
        Severity.ERROR,
        "A script or a style sheet of the site cannot be joined with the others",
        "The modules and style sheets in docs_templates/assets become one script and one style sheet; "
        "with a part that does not fit, every page would be without all of them.",
        "Mend the line shown: a file that replaces one of ours exports what the others import from it.",
    ),
    Rule(
        "BSC510",
        Severity.ERROR,
        "The file mkdocs.yml cannot be read",
        "It holds the site's name, theme and language; the engine would stop at the same place.",
        "Mend the syntax at the place shown; the file is a mapping of settings.",
    ),
    Rule(
        "BSC511",
        Severity.ERROR,
        "A page of the project stands where a generated page belongs",
        "Both would have the same address, so one of them would be lost.",
        "Rename the page, or move it to another folder below the docs folder.",
    ),
    Rule(
        "BSC512",
        Severity.ERROR,
        "The docs folder cannot be used",
        "Every file in it joins the site; a folder with other things in it would publish them too.",
        "Give the project's own pages a folder of their own and name it as docs_dir in mkdocs.yml.",
    ),
    Rule(
        "BSC513",
        Severity.ERROR,
        "A link leads nowhere",
        "The reader who follows it would find an error page.",
        "Link to the Markdown file relative to the page, such as ../kpis/nps/index.md, and mind its spelling.",
    ),
    Rule(
        "BSC514",
        Severity.ERROR,
        "A link leads to a heading that is not there",
        "The reader would land at the top of the page and look for the place in vain.",
        "Use the heading's id: its words in lower case, joined by hyphens.",
    ),
    Rule(
        "BSC515",
        Severity.ERROR,
        "Something is loaded from another host",
        "The site must work without the internet, and no other host may learn who reads it.",
        "Put the file into the docs folder and refer to it by its relative path.",
    ),
    Rule(
        "BSC516",
        Severity.ERROR,
        "The engine is not known",
        "The site is built by MkDocs or by ProperDocs.",
        "Write mkdocs or properdocs as extra.bsc_site.engine in mkdocs.yml, or leave it out.",
    ),
    Rule(
        "BSC517",
        Severity.WARNING,
        "The theme is not the one that the pages are made for",
        "Colours, dark mode and search of the generated pages rely on Material for MkDocs.",
        "Write `theme: {name: material}` in mkdocs.yml.",
    ),
    Rule(
        "BSC518",
        Severity.WARNING,
        "A font of another host is not used",
        "The theme would load it from Google at every visit, so the build switches it off.",
        "Remove theme.font, or put font files into the docs folder and name them in a style sheet of extra_css.",
    ),
    Rule(
        "BSC520",
        Severity.WARNING,
        "The language of the site has no catalogue",
        "The pages stay English, and say so to browsers and screen readers.",
        "Write one of the languages offered as theme.language in mkdocs.yml, or leave it out.",
    ),
    Rule(
        "BSC521",
        Severity.ERROR,
        "A file is none of the project's",
        "Pages, templates and YAML come from the project's own folder alone: a link that leads out of it would publish "
        "what others keep to themselves, and a pipe or a device may never end.",
        "Copy the file itself to where the link stands, or delete it.",
    ),
    Rule(
        "BSC522",
        Severity.ERROR,
        "Pages cannot be allowed what this says",
        "Each page tells the browser what it may load and run (its content security policy), and a word that is none "
        "would be passed over there: the page would do less than it should, or more.",
        "Write extra.bsc_site.policy in mkdocs.yml as `form-action: https://forms.example.org`, one line for each "
        "directive.",
    ),
    Rule(
        "BSC523",
        Severity.WARNING,
        "Code within a page does not run",
        "A browser runs no script that stands in the text of a page, because a name or a note could hold one too.",
        "Put the code into a file in the docs folder and name it in extra_javascript, or allow this very script by its "
        "hash as script-src in extra.bsc_site.policy.",
    ),
    Rule(
        "BSC524",
        Severity.WARNING,
        "Results of earlier builds came with the project",
        "What a build keeps is taken for its own by the next one. A file that was committed is from somebody else, who "
        "could say in it what a page shall hold; so none of them is used, and each build makes everything anew.",
        "Run `git rm -r --cached .bsc-cache` and write `/.bsc-cache/` into .gitignore.",
    ),
    Rule(
        "BSC525",
        Severity.ERROR,
        "The id of the site is none",
        "By its id a site without an address names its feeds and dates; a list or an empty text would be passed over, "
        "and readers would be sent everything anew.",
        "Write one text as extra.bsc_site.id in mkdocs.yml, such as a UUID, or leave it out.",
    ),
    Rule(
        "BSC519",
        Severity.ERROR,
        "The engine complains",
        "The site is built strictly: whatever the engine warns about could be a page that is not what it should be.",
        "Read the engine's words in the line and mend the page or setting that they name.",
    ),
)
