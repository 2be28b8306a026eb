"""Search/replace pairs, on replies as models really write them: with every bad habit."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from workers.apply import apply_block, apply_edits
from workers.blocks import ReplaceBlock
from workers.edits import EditParser
from workers.events import Say, Write

REPLIES = Path(__file__).parents[1] / "replies" / "pairs"
PAGE = """<!DOCTYPE html>
<html lang="en">
<body>
<main>
  <h1>Tea toy</h1>
  <canvas></canvas>
  <p id="hint">Don't drop it</p>
</main>
<script src="script.js"></script>
</body>
</html>
"""
STYLE = "body {\n  color: #222;\n  background: gold;\n}\nh1 { background-color: gold; }\n"
SCRIPT = """const S = {
  speed: 3, // pixels a frame
  lives: 5,
  best: 0,
};
let score = 0, best = 0;
function hit(ball) {
    score += 10;
    if (score > best) best = score;
}
function up() {
    draw();
}
function down() {
    draw();
}
"""
PROJECT = {"index.html": PAGE, "style.css": STYLE, "script.js": SCRIPT}
FAST = ("script.js", "speed: 3", "speed: 6")
LIVES = ("script.js", "lives: 5", "lives: 9")
RED = ("style.css", "color: #222", "color: red")
Change = tuple[str, str, str]

# What each reply does: the outcomes of its pairs, and what is another text afterwards.
# Every file of tests/replies/pairs must be here.
EXPECTED: dict[str, tuple[str, list[Change]]] = {
    "exact": ("applied", [FAST]),
    "two_pairs": ("applied applied", [FAST, LIVES]),
    "two_pairs_and_chatter_between": ("applied applied", [FAST, LIVES]),
    "two_fences": ("applied applied", [FAST, RED]),
    "no_fence": ("applied", [FAST]),
    "no_fence_and_inner_fences": ("applied", [FAST]),
    "no_end_mark": ("applied", [FAST]),
    "no_end_mark_between": ("applied applied", [FAST, LIVES]),
    "no_closing_fence": ("applied", [FAST]),
    "no_divider": ("failed", []),
    "broken_off_in_replace": ("failed", []),
    "broken_off_in_search": ("applied failed", [FAST]),
    "wrong_file_name": ("loosely", [FAST]),
    "wrong_file_of_two": ("loosely", [RED]),
    "file_without_name": ("loosely", [FAST]),
    "marks_of_minus_and_plus": ("applied", [FAST]),
    "short_marks": ("applied", [FAST]),
    "blanks_at_the_end": ("loosely", [FAST]),
    "blank_lines_around": ("loosely", [FAST]),
    "indentation_off": (
        "loosely",
        [
            ("script.js", "score += 10", "score += 20"),
            ("script.js", "best) best = score;", "best) {\n      best = score;\n    }"),
        ],
    ),
    "indentation_of_tabs": ("loosely", [("script.js", "score += 10", "score += 20")]),
    "look_alike_quotes": (
        "loosely",
        [("index.html", "drop it</p>", 'drop it</p>\n  <p id="more">Hold it</p>')],
    ),
    "part_of_a_line": ("applied", [("style.css", "background: gold", "background: tomato")]),
    "part_of_a_word": ("failed", []),
    "several_matches": ("failed", []),
    "close_match": ("loosely", [("script.js", "best = score;", "best = score;\n    beep();")]),
    "not_in_the_file": ("failed", []),
    "elision": ("loosely", [("script.js", "hit(ball) {", "hit(ball) {\n    beep();")]),
    "elision_only_in_replace": ("failed", []),
    "elision_of_one_side": ("failed", []),
    "doubled_pair": ("applied loosely", [FAST]),
    "same_on_both_sides": ("failed", []),
    "empty_search": ("failed", []),
    "empty_replace": ("applied", [("script.js", "  lives: 5,\n", "")]),
    "new_file": ("applied", [("sound.js", "", "function beep() {}")]),
    "breaks_the_script": ("failed", []),
    "breaks_the_page": ("failed", []),
    "opens_and_closes": (
        "applied applied",
        [("script.js", "lives: 5,", "lives: 5, more: {"), ("script.js", "best: 0,", "best: 0, },")],
    ),
    "crlf": ("applied", [FAST]),
    "repeated_lines_stay": (
        "loosely",
        [("index.html", "</h1>\n", "</h1>\n  <button>Again</button>\n")],
    ),
    "whole_file_then_pair": ("applied", [("style.css", STYLE, "body { margin: 0; }\n"), FAST]),
    "chinese": ("applied", [FAST]),
}


def read(name: str) -> str:
    """A recorded reply, its line ends as they are."""
    return (REPLIES / f"{name}.md").read_bytes().decode("utf-8")


def parse(*pieces: str) -> tuple[list[ReplaceBlock], str, dict[str, str]]:
    """A reply's pairs, its conversation, and the files that it writes whole."""
    parser = EditParser()
    found = [piece for text in pieces for piece in parser.feed(text)] + parser.close()
    said = "".join(piece.text for piece in found if isinstance(piece, Say))
    return [piece for piece in found if isinstance(piece, ReplaceBlock)], said, parser.files


def expected_files(changes: list[Change]) -> dict[str, str]:
    """The project with each change made once."""
    files = dict(PROJECT)
    for path, old, new in changes:
        files[path] = files.get(path, "").replace(old, new, 1)
    return files


def test_every_recorded_reply_is_expected_to_do_something_definite() -> None:
    assert {path.stem for path in REPLIES.glob("*.md")} == EXPECTED.keys()


@pytest.mark.parametrize("name", EXPECTED)
def test_a_reply_changes_what_it_means_and_nothing_else(name: str) -> None:
    blocks, _, written = parse(read(name))
    files, outcomes = apply_edits({**PROJECT, **written}, blocks)
    told, changes = EXPECTED[name]
    assert " ".join(outcome.outcome for outcome in outcomes) == told
    assert files == expected_files(changes)


@pytest.mark.parametrize("name", EXPECTED)
def test_a_reply_means_the_same_wherever_it_is_cut(name: str) -> None:
    reply = read(name)
    whole = parse(reply)
    for cut in range(len(reply) + 1):
        assert parse(reply[:cut], reply[cut:]) == whole, f"…{reply[max(0, cut - 20) : cut]!r}"
    assert parse(*reply) == whole


@pytest.mark.parametrize("name", EXPECTED)
def test_a_pair_that_fails_says_why(name: str) -> None:
    blocks, _, written = parse(read(name))
    _, outcomes = apply_edits({**PROJECT, **written}, blocks)
    for outcome in outcomes:
        assert (outcome.outcome == "failed") == bool(outcome.error)
        assert outcome.outcome == "failed" or outcome.lines.first > 0


@pytest.mark.parametrize("name", EXPECTED)
def test_files_with_windows_line_ends_keep_them(name: str) -> None:
    blocks, _, written = parse(read(name))
    crlf = {path: text.replace("\n", "\r\n") for path, text in {**PROJECT, **written}.items()}
    files, _ = apply_edits(crlf, blocks)
    changed = {path: text for path, text in files.items() if path in crlf}
    assert all(text.count("\n") == text.count("\r\n") for text in changed.values())


def pair(search: str, replace: str, path: str = "script.js") -> ReplaceBlock:
    return ReplaceBlock(path, tuple(search.split("\n")), tuple(replace.split("\n")))


def test_lines_that_occur_twice_are_refused_with_their_places() -> None:
    _, outcome = apply_block(PROJECT, pair("    draw();", "    draw(1);"))
    assert "2 times" in outcome.error and "12, 15" in outcome.error


def test_a_search_that_is_not_found_is_told_the_nearest_lines_with_numbers() -> None:
    _, outcome = apply_block(PROJECT, pair("  pace: 3, // pixels", "  pace: 6,"))
    assert "2:   speed: 3, // pixels a frame" in outcome.error


def test_two_places_that_are_as_close_are_refused() -> None:
    files = {"a.js": "let alpha = one(1, 2);\nlet alphe = one(1, 2);\n"}
    after, outcome = apply_block(files, pair("let alpho = one(1, 9);", "let x = 0;", "a.js"))
    assert (after, outcome.outcome) == (files, "failed")


def test_a_file_that_did_not_parse_before_can_be_changed() -> None:
    broken = {"script.js": "let a = ;\nlet b = 1;\n"}
    files, outcome = apply_block(broken, pair("let b = 1;", "let b = 2;"))
    assert outcome.outcome == "applied" and "let b = 2;" in files["script.js"]


def test_a_place_that_does_not_exist_names_the_files_there_are() -> None:
    _, outcome = apply_block(PROJECT, pair("nothing like it", "x", "game.js"))
    assert "index.html, script.js, style.css" in outcome.error


def test_an_edit_of_a_page_keeps_every_other_byte() -> None:
    page = "<p>Ünï – “q” \t</p>  \n" + PAGE
    files, _ = apply_block(
        {"index.html": page}, pair("<h1>Tea toy</h1>", "<h1>Hi</h1>", "index.html")
    )
    assert files["index.html"] == page.replace("Tea toy", "Hi")


def test_ten_thousand_garbled_replies_raise_nothing_and_stay_in_the_project() -> None:
    dice = random.Random(7)
    replies = [read(name) for name in EXPECTED]
    marks = [
        "<<<<<<< SEARCH\n",
        "=======\n",
        ">>>>>>> REPLACE\n",
        "```\n",
        "```js script.js\n",
        "…\n",
    ]
    for _ in range(10_000):
        text = dice.choice(replies)
        for _ in range(dice.randrange(1, 5)):
            at, until = sorted(dice.randrange(len(text) + 1) for _ in range(2))
            text = dice.choice(
                [text[:at] + text[until:], text[:at] + dice.choice(marks) + text[at:]]
            )
        blocks, _, written = parse(text)
        files, outcomes = apply_edits({**PROJECT, **written}, blocks)
        assert len(outcomes) == len(blocks)
        new = files.keys() - PROJECT.keys()
        assert all("/" not in path and ".." not in path for path in new)


def test_events_of_whole_files_are_told_as_before() -> None:
    parser = EditParser()
    assert parser.feed("```css style.css\na{}") == [Write(path="style.css", text="a{}", opens=True)]
