"""The notes that a page without a reference is written with: their lines run as they stand."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.workers.conftest import Check
from workers.prompts import FOLDER, notes_for

NOTES = sorted((FOLDER / "notes").glob("*.md"))
USED = (  # names that the lines leave to the page
    "const x = 80, y = 60, w = 40, h = 40, r = 20, sides = 5; function update() {} "
    "function draw() { ctx.fillStyle = 'teal'; ctx.fillRect(0, 0, width / 2, height); }"
)
MARKUP = re.compile(r"<(?:script src|link|div|canvas)[^>]*>(?:.*</(?:script|div|canvas)>)?")

CODE = re.compile(r"[;{}]\s*(//.*)?$")


def page(note: str) -> str:
    """A page of the note: its markup, and its lines of code in a script."""
    if 'type="text/babel"' in note:
        return f"<h1>Tea</h1>{note[note.index('<') :]}"
    markup = "\n".join(match[0] for match in MARKUP.finditer(note))
    code = [line for line in note.split("\n") if CODE.search(line) and not MARKUP.search(line)]
    used = USED if "Composite" in note or "ctx" in note else ""
    script = "\n".join([used, *code])
    return f"<h1>Tea</h1><section>Cups</section><canvas></canvas>{markup}<script>{script}</script>"


@pytest.mark.parametrize("path", NOTES, ids=lambda path: path.stem)
def test_the_lines_of_a_note_run(check: Check, path: Path) -> None:
    _, _, note = path.read_text(encoding="utf-8").partition("\n")
    report = check(page(note)).report
    assert [fault.message for fault in report.faults if fault.severity == "error"] == []


def test_a_wish_gets_the_notes_of_the_libraries_that_it_names() -> None:
    assert "Leaflet" in notes_for("a map of the tea houses")[0]
    assert "Phaser 3" in notes_for("a Phaser platformer")[0]
    assert notes_for("a page about tea") == []
