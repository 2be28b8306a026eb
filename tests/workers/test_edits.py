"""The reply parser, on replies as models really write them: with every bad habit."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from workers.edits import EditParser, Piece, missing_files
from workers.events import Say, TurnEvent, Write
from workers.files import FileTree
from workers.writer import merge

REPLIES = Path(__file__).parents[1] / "replies"
PAGE = """<!DOCTYPE html>
<html lang="en">
<head><title>Tea</title></head>
<body>
<h1>Tea</h1>
<script>
const note = `a ~~ b`;
</script>
</body>
</html>
"""
CSS = "body { background: #fdf6e3; }\n"
JS = "document.title = 'Tea';\n"
TEA = {"index.html": PAGE}

# What each reply writes. Every file of tests/replies must be here.
EXPECTED: dict[str, dict[str, str]] = {
    "absolute_path": {},
    "backslash_path": TEA,
    "bash_block": TEA,
    "bash_block_first": TEA,
    "chatter_before_and_after": TEA,
    "chinese_chatter": TEA,
    "climbs_out": {"style.css": CSS},
    "crlf": {"index.html": PAGE.replace("\n", "\r\n")},
    "diff_of_a_page": {},
    "doubled_block": TEA,
    "emoji_and_chinese": {"index.html": PAGE.replace("Tea", "茶 🍵")},
    "fence_without_language": TEA,
    "four_backticks": {
        "index.html": "<!DOCTYPE html>\n<pre>\n```\nnot the end\n```\n</pre>\n</html>\n"
    },
    "indented_fence": TEA,
    "missing_closing_fence": TEA,
    "name_as_heading": {"pages/about.html": PAGE, "data.json": "[1]\n", "style.css": CSS},
    "names_another_file_in_passing": {"style.css": CSS},
    "no_fence_at_all": TEA,
    "no_fence_indented_doctype": {
        "index.html": PAGE.replace("<!DOCTYPE html>", "\t<!DOCTYPE  html>")
    },
    "no_fence_then_a_stray_fence": TEA,
    "no_fence_with_chatter": TEA,
    "only_chatter": {},
    "path_as_title": {"pages/about.html": PAGE},
    "path_before_the_fence": {"pages/about.html": PAGE},
    "path_in_braces": TEA,
    "path_with_colon": TEA,
    "path_with_dot_slash": TEA,
    "plain": TEA,
    "reserved_name": {},
    "shell_block_without_language": TEA,
    "three_files_by_language": {"index.html": PAGE, "style.css": CSS, "script.js": JS},
    "tilde_fences": {"index.html": PAGE, "style.css": CSS},
    "truncated": {"index.html": PAGE[:97]},
    "truncated_in_the_closing_fence": {"index.html": PAGE + "``"},
    "two_files": {"index.html": PAGE, "style.css": CSS},
}


def read(name: str) -> str:
    """A recorded reply, its line ends as they are."""
    return (REPLIES / f"{name}.md").read_bytes().decode("utf-8")


def parse(pieces: Iterable[str]) -> tuple[EditParser, list[TurnEvent]]:
    """The parser after `pieces`, and its events with adjacent text joined."""
    parser = EditParser()
    events: list[Piece] = []
    for piece in pieces:
        events += parser.feed(piece)
    events += parser.close()
    return parser, merge(list(events))


def said(events: Iterable[TurnEvent]) -> str:
    return "".join(event.text for event in events if isinstance(event, Say))


def test_every_recorded_reply_is_expected_to_write_something_definite() -> None:
    assert {path.stem for path in REPLIES.glob("*.md")} == EXPECTED.keys()


@pytest.mark.parametrize("name", EXPECTED)
def test_a_reply_writes_the_files_it_means(name: str) -> None:
    parser, _ = parse([read(name)])
    assert parser.files == EXPECTED[name]
    FileTree(parser.files)  # whatever a model writes, a project can hold


@pytest.mark.parametrize("name", EXPECTED)
def test_a_reply_means_the_same_wherever_it_is_cut(name: str) -> None:
    reply = read(name)
    whole, expected = parse([reply])
    for cut in range(len(reply) + 1):
        parser, events = parse([reply[:cut], reply[cut:]])
        assert events == expected, f"cut at {cut}: …{reply[max(0, cut - 20) : cut]!r}"
        assert (parser.files, parser.refused) == (whole.files, whole.refused)


@pytest.mark.parametrize("name", EXPECTED)
def test_a_reply_means_the_same_character_by_character(name: str) -> None:
    reply = read(name)
    whole, expected = parse([reply])
    parser, events = parse(list(reply))
    assert events == expected
    assert (parser.files, parser.refused) == (whole.files, whole.refused)


@pytest.mark.parametrize("name", EXPECTED)
def test_a_viewer_that_draws_the_events_has_the_same_files(name: str) -> None:
    parser, events = parse(list(read(name)))
    drawn: dict[str, str] = {}
    for event in events:
        if isinstance(event, Write):
            drawn[event.path] = ("" if event.opens else drawn[event.path]) + event.text
    assert drawn == parser.files


@pytest.mark.parametrize("name", EXPECTED)
def test_nothing_is_swallowed_but_the_marks_around_files(name: str) -> None:
    reply = read(name)
    _, events = parse([reply])
    told = "".join(event.text for event in events if isinstance(event, Say | Write))
    for line in reply.splitlines(keepends=True):
        if told.startswith(line):
            told = told.removeprefix(line)
        else:
            assert line.strip().startswith(("```", "~~~"))
    assert told == ""


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("climbs_out", "../../etc/cron.d/job.html"),
        ("absolute_path", "/etc/passwd.html"),
        ("reserved_name", "con.html"),
    ],
)
def test_a_name_that_no_project_can_hold_is_refused_by_name(name: str, path: str) -> None:
    parser, events = parse([read(name)])
    assert len(parser.refused) == 1 and path in parser.refused[0]
    assert "<h1>Tea</h1>" in said(events)  # shown, not lost


def test_a_block_of_commands_stays_in_the_conversation() -> None:
    _, events = parse([read("bash_block")])
    assert "```bash\nopen index.html\npython3 -m http.server\n```\n\nDone." in said(events)


def test_a_page_in_a_fence_without_a_language_leaves_no_stray_marks() -> None:
    _, events = parse([read("fence_without_language")])
    assert said(events) == "Here is your page:\n\n\nOpen it in a browser.\n"


def test_text_is_given_out_before_its_line_ends() -> None:
    parser = EditParser()
    assert parser.feed("Here is a long sen") == [Say(text="Here is a long sen")]
    parser.feed("tence.\n```html index.html\n")
    assert parser.feed("<p>Half a li") == [
        Write(path="index.html", text="<p>Half a li", opens=True)
    ]


def test_the_document_has_ended_once_the_page_and_its_own_files_are_there() -> None:
    parser = EditParser()
    page = '<!DOCTYPE html>\n<script src="./script.js"></script>\n</html>\n'
    parser.feed("```html\n" + page[:-4])
    assert not parser.document_ended
    parser.feed(page[-4:] + "```\n")
    assert not parser.document_ended, "script.js is still to come"
    parser.feed("```js\nlet tea\n")
    assert parser.document_ended


@pytest.mark.parametrize(
    ("tag", "missing"),
    [
        ('<script src="game.js"></script>', ["game.js"]),
        ('<script type="module" src="/src/app.mjs?v=1"></script>', ["src/app.mjs"]),
        ('<link rel="stylesheet" href="./a/style.css">', ["a/style.css"]),
        ('<script src="https://cdn.example/three.js"></script>', []),
        ('<script src="//cdn.example/three.js"></script>', []),
        ('<link href="data:text/css,a.css">', []),
        ('<script src="here.js"></script>', []),
    ],
)
def test_only_files_of_the_projects_own_can_be_missing(tag: str, missing: list[str]) -> None:
    assert missing_files(f"<html>{tag}</html>", {"here.js": ""}) == missing
