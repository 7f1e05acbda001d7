"""`review new` asks for what a meeting is to speak of, where reviews are declared, and changes nothing else."""

from __future__ import annotations

from html import unescape
from pathlib import Path

import pytest

from bsc_site.load.scorecards.project_folder import load_project
from bsc_site.load.yaml.marked_yaml import read_marked
from tests.builders.program import FIGURES, SCORECARD, called, shop
from tests.builders.project_folders import files_of, write
from tests.reviews.test_pages import pages

FALLEN = FIGURES + "repeat-rate,2025-07,18\nrepeat-rate,2025-08,17\n"
REVIEWS = """\
reviews:   # what the meetings said
  - period: 2025-Q1
    on: objective/loyal
    by: ann
    analysis: |
      All is well.
      # not a comment
    decisions:
      - {text: "Ask them: why TODO", owner: ann, due: 2025-06-30}
      - {text: Count again, owner: ann, due: 2025-05-31, done: 2025-05-02}
  - {period: 2025-Q2, on: kpi/repeat-rate, analysis: Better}

# the end
themes: [{id: loyalty, name: Loyalty}]
"""


def told(root: Path, *arguments: str, day: str = "2025-09-10") -> tuple[int, str, str]:
    """Exit code, standard output and standard error of `review new`."""
    ran = called("review", "new", *arguments, "-C", root, "--as-of", day)
    return ran.code, ran.out, ran.err


def entries(path: Path) -> list[dict[str, object]]:
    """The reviews that the file declares."""
    return declared(path.read_text("utf-8"))


def declared(text: str) -> list[dict[str, object]]:
    """The reviews of a text, as the project reads them: `on` is no yes."""
    found: list[dict[str, object]] = read_marked(text.encode(), "x.yml").value["reviews"]
    return found


def test_a_red_kpi_a_changed_status_and_an_open_decision_are_asked_for(tmp_path: Path) -> None:
    root = shop(tmp_path, scorecard=SCORECARD + REVIEWS, figures=FALLEN)
    path = root / "scorecard" / "shop.yml"
    before = path.read_text("utf-8")
    code, out, err = told(root, "2025-Q3")
    line = 1 + path.read_text("utf-8").splitlines().index(
        "  # Repeat purchase rate: 17 % in Aug 2025 against 26 % expected: Off track"
    )
    assert (code, err) == (0, "")
    assert out.splitlines()[0] == (
        f"2 entries to fill in from scorecard/shop.yml:{line} on: "
        "1 KPI off track, 1 status changed, 1 decision not done"
    )
    added = entries(path)[2:]
    assert [(each["on"], each["by"], each["analysis"], each["decisions"]) for each in added] == [
        ("kpi/repeat-rate", "ann", "", []),
        ("objective/loyal", "ann", "", []),
    ]
    lines = path.read_text("utf-8").splitlines()
    there = 1 + next(row for row, text in enumerate(before.splitlines()) if "Ask them" in text)
    assert lines[line : line + 1] == ["  # At the review of Q2 2025 it was: On track"]
    assert (
        "  # Decided, and overdue since 30 Jun 2025: Ask them: why To do. When it was done, write so there: "
        f"scorecard/shop.yml:{there}"
    ) in lines
    assert not [text for text in lines if "Count again" in text and "#" in text]


def test_whatever_stood_there_stands_there_still(tmp_path: Path) -> None:
    """Every line of it, in its order; the project can be read, and the check asks for what is not filled in."""
    root = shop(tmp_path, scorecard=SCORECARD + REVIEWS, figures=FALLEN)
    before = files_of(root)
    told(root, "2025-Q3")
    after = files_of(root)
    name = "scorecard/shop.yml"
    left = after[name].decode().splitlines()
    assert {**before, name: b""} == {**after, name: b""}
    rest = iter(left)
    assert all(line in rest for line in before[name].decode().splitlines())
    assert left[-2:] == ["# the end", "themes: [{id: loyalty, name: Loyalty}]"]
    ran = called("check", "-C", root, "--as-of", "2025-09-10")
    assert (ran.code, ran.err.count("BSC605"), ran.err.count("BSC173")) == (0, 2, 2)


def test_a_second_time_nothing_is_asked_twice(tmp_path: Path) -> None:
    root = shop(tmp_path, scorecard=SCORECARD + REVIEWS, figures=FALLEN)
    told(root, "2025-Q3")
    before = files_of(root)
    assert told(root, "2025-Q3")[:2] == (0, "The review of Q3 2025 has an entry for all that needs one\n")
    assert files_of(root) == before


def test_the_first_review_begins_the_list_at_the_end_of_the_main_file(tmp_path: Path) -> None:
    root = write(shop(tmp_path, figures=FALLEN), {"scorecard/people.yml": "people: [{id: bob, name: Bob}]\n"})
    _, out, _ = told(root, "2025-08")
    last = SCORECARD.count("\n") + 3
    assert out.splitlines()[0].startswith(f"1 entry to fill in from scorecard/shop.yml:{last} on: ")
    assert (root / "scorecard" / "shop.yml").read_text("utf-8").splitlines()[last - 2] == "reviews:"
    assert [(str(each["period"]), each["on"]) for each in entries(root / "scorecard" / "shop.yml")] == [
        ("2025-08", "kpi/repeat-rate")
    ]


def test_a_file_of_reviews_of_its_own_is_found(tmp_path: Path) -> None:
    """With its line ends."""
    text = REVIEWS.replace("\n", "\r\n").encode()
    root = write(shop(tmp_path, figures=FALLEN), {"scorecard/meetings.yml": text})
    _, out, _ = told(root, "2025-Q3")
    written = (root / "scorecard" / "meetings.yml").read_bytes()
    assert "from scorecard/meetings.yml:13 on" in out
    assert (written.count(b"\n"), len(entries(root / "scorecard" / "meetings.yml"))) == (written.count(b"\r\n"), 4)


def test_a_list_on_one_line_is_left_alone_and_the_entries_are_told(tmp_path: Path) -> None:
    one = "reviews: [{period: 2025-Q2, on: kpi/repeat-rate, analysis: Better}]\n"
    root = shop(tmp_path, scorecard=SCORECARD + one, figures=FALLEN)
    before = files_of(root)
    code, out, _ = told(root, "2025-Q3")
    assert (code, files_of(root)) == (0, before)
    head, *lines = out.splitlines()
    assert head == "Write this below reviews: in scorecard/shop.yml, each entry on lines of its own:"
    assert declared("\n".join(["reviews:", *lines]))[0]["on"] == "kpi/repeat-rate"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["2025-Q5"], "'2025-Q5' is not a period; write 2025, 2025-H1, 2025-Q3,"),
        (["2025-Q4"], "2025-Q4 has not begun by 2025-09-10; a review looks back"),
        (["2025-Q3", "--scorecard", "nope"], "BSC606 error: there is no scorecard 'nope'; there are: shop"),
        (["--frobnicate"], "No such option"),
    ],
)
def test_wrong_use_is_told_and_writes_nothing(tmp_path: Path, arguments: list[str], words: str) -> None:
    root = shop(tmp_path, figures=FALLEN)
    before = files_of(root)
    code, _, err = told(root, *arguments)
    assert (code, words in err, files_of(root)) == (2, True, before)


def test_a_project_with_errors_has_them_told_instead(tmp_path: Path) -> None:
    root = shop(tmp_path, scorecard=SCORECARD.replace("unit:", "unti:"))
    code, out, err = told(root, "2025-Q2")
    assert (code, "Nothing was written." in out, "BSC0" in err) == (1, True, True)


def test_names_that_yaml_would_read_as_its_own_stay_comments(tmp_path: Path) -> None:
    """Whatever somebody called a KPI, or decided."""
    name = SCORECARD.replace("Repeat purchase rate", r'"Re\npeat: # - {x\u2028"')
    root = shop(tmp_path, scorecard=name + REVIEWS, figures=FALLEN)
    assert told(root, "2025-Q3")[0] == 0
    assert (len(entries(root / "scorecard" / "shop.yml")), load_project(root).project is None) == (4, False)


def test_the_page_of_the_latest_review_has_the_form() -> None:
    """With the command that writes it; earlier ones and a review that has all it needs have none."""
    one = {"period": "2025-Q2", "on": "kpi/k", "analysis": "It rained"}
    found = pages(one, review_cadence="quarterly")
    form = found["reviews/2025-Q3/"].partition("<pre><code>")[2].partition("</code>")[0]
    assert declared(f"reviews:\n{unescape(form)}")[0] == {
        "period": "2025-Q3",
        "on": "kpi/k",
        "by": "ann",
        "analysis": "",
        "recommendation": "",
        "decisions": [],
    }
    assert "<code>bsc-site review new 2025-Q3</code>" in found["reviews/2025-Q3/"]
    assert "<pre>" not in found["reviews/2025-Q2/"]
    three = {**one, "period": "2025-Q3"}
    assert "<pre>" not in pages(one, three)["reviews/2025-Q3/"]
