"""Rules about data that is asked for: queries on files, and connections to databases (025 to 028, 412 to 419)."""

from __future__ import annotations

from bsc_site.model.problem import Severity
from bsc_site.model.rule import Rule

RULES: tuple[Rule, ...] = (
    Rule(
        "BSC412",
        Severity.ERROR,
        "The query says what no query may say",
        "A query is one select over files of the project. It changes nothing, reaches nothing else, and the same files "
        "give the same answer every day: what asks for the day, for chance or for the machine is refused.",
        "Write one select, name each file in quotes, and write dates as they are.",
    ),
    Rule(
        "BSC413",
        Severity.ERROR,
        "The query cannot be answered",
        "Its SQL cannot be read, names a table, a column or a function that is not there, or mixes what does not go "
        "together. The line and the column are those of the mistake within the query.",
        "Correct the SQL at that place. It is that of DuckDB.",
    ),
    Rule(
        "BSC414",
        Severity.ERROR,
        "The query takes too much",
        "It was stopped because it took too long, needed too much memory or gave too many rows.",
        "Let it read fewer columns and rows, and sum up by period within the query.",
    ),
    Rule(
        "BSC025",
        Severity.ERROR,
        "A connection is declared wrong",
        "scorecard/connections.yml gives each database a name, and the address below it as `url`.",
        "Write it as the message shows; the address comes from the environment.",
    ),
    Rule(
        "BSC026",
        Severity.ERROR,
        "A secret stands in a file",
        "Whoever can read the files of the project knows it, and every earlier version keeps it.",
        "Write `${NAME}` in its place, set the variable where the connection is asked, and change the secret.",
    ),
    Rule(
        "BSC027",
        Severity.ERROR,
        "The connection does not exist",
        "A source asks a database that scorecard/connections.yml does not name.",
        "Use one of its names, or declare the connection there.",
    ),
    Rule(
        "BSC028",
        Severity.ERROR,
        "What is asked of a connection is not complete or cannot be asked",
        "A connection gives one figure a period: it needs a table, the column of the day and what is added up there.",
        "Write `table`, `period` and `value: sum(amount)`, or what the message names.",
    ),
    Rule(
        "BSC415",
        Severity.WARNING,
        "A connection does not answer, and its last figures are shown",
        "It was asked several times. What `bsc-site fetch` wrote last stands in its place, and may be old.",
        "Build again when it answers, or run `bsc-site fetch`; under --strict nothing is published meanwhile.",
    ),
    Rule(
        "BSC416",
        Severity.ERROR,
        "A connection gives no figures, and none were fetched",
        "It cannot be asked or does not answer, and there is no file below data/fetched/ with what it said before.",
        "Run `bsc-site fetch` where the connection answers, and commit the files that it writes.",
    ),
    Rule(
        "BSC417",
        Severity.ERROR,
        "What is asked does not fit the table of the connection",
        "There is no such table or column, or its type cannot be added up or is no day.",
        "Correct the key that the message names.",
    ),
    Rule(
        "BSC418",
        Severity.ERROR,
        "A connection needs a package that is not installed",
        "Databases are reached through Ibis, which comes with the extra `warehouse`.",
        "Run the command that the message ends with.",
    ),
    Rule(
        "BSC419",
        Severity.NOTE,
        "A fetched file belongs to no KPI any more",
        "The KPI was renamed, removed, or asks another connection, so nobody reads the file.",
        "Delete it.",
    ),
)
