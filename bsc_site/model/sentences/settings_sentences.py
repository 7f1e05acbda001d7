"""What is said of the project's own mkdocs.yml."""

from __future__ import annotations

from bsc_site.model.saying.said import sentence

NOT_TEXT = sentence("the file is not UTF-8 text ({reason})")
NO_SETTINGS = sentence("a list or a text stands where the settings should be")
NOT_YAML = sentence("the file is not YAML: {reason}")
TAKEN_FOLDER = sentence("'{folder}' cannot hold the project's own pages; name a folder of their own, such as docs")
NO_ENGINE = sentence("'{engine}' is not an engine; use {one} or {other}")
OTHER_THEME = sentence("the pages are made for material; with '{theme}' colours and dark mode are missing")
NO_SITE_ID = sentence("this is not an id; write one text that no other site has, such as a UUID, or leave it out")
NO_CATALOGUE = sentence("there is no catalogue for '{language}', the pages stay English; write one of {offered}")
NO_LIST_OF_LANGUAGES = sentence("this is not a list of languages; write their codes in brackets, such as [de, fr]")
FONTS_OF_GOOGLE = sentence(
    "this would load fonts from Google, so it is not used; fonts of your own belong into extra_css"
)
FROM_ANOTHER_HOST = sentence("'{path}' is loaded from another host; put the file into the docs folder")
OUT_OF_PROJECT = sentence("this leads out of the project folder; copy the file itself to here, or delete the link")
NO_PLAIN_FILE = sentence("this is not a plain file but a pipe, a socket or a device; delete it")
CANNOT_BE_FOLLOWED = sentence("the path cannot be followed ({reason})")
NO_POLICY = sentence("this is not a list of directives with their sources, such as form-action: https://example.org")
NO_DIRECTIVE = sentence("'{name}' is not a directive that can be made wider; use one of {known}")
NO_SOURCES = sentence("these are not sources with blanks between them, such as https://example.org")
SCRIPT_WITHIN = sentence(
    "this script stands within the page and is not run; put it into a file of extra_javascript, or allow it as "
    "'{source}'"
)
HANDLER_WITHIN = sentence("'{name}' within the page is not run; put the code into a file of extra_javascript")
COMMITTED_RESULTS = sentence(
    "this was committed, so nothing in {folder} is used; run git rm -r --cached {folder} and name it in .gitignore"
)
VISITS_ARE_SENT = sentence("this sends every reader's visit to another host; remove it")

PORT_TAKEN = sentence("the port cannot be used ({reason})")
NO_MEMORY = sentence("the memory of this machine is too small for the project")
NOT_LOADED = sentence("the package {package} cannot be loaded by this Python; install bsc-site anew")
FAULT = sentence(
    "this is a fault of bsc-site and not of your files: {error} at {place} during `{command}`; "
    "please report it with the file {report}, in which nothing of your project stands"
)
FAULT_WITHOUT_REPORT = sentence(
    "this is a fault of bsc-site and not of your files: {error} at {place} during `{command}`; "
    "please report it with this line, in which nothing of your project stands"
)
