"""Known faults on recorded pages (tests/pages, named for how models misbehave): there before the
mend, gone after it; healthy pages come out as they are to the byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from workers.grounding import Starter, load_starters
from workers.mends import BEFORE, mend, mend_faults
from workers.mends_content import salvage
from workers.mends_faults import AFTER
from workers.report import ExecutionReport, Fault, FaultKind
from workers.syntax import parses, scripts

PAGES = Path(__file__).resolve().parents[1] / "pages"
FRAME = (
    '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width"></head>\n'
    '<body><script src="content.js"></script></body></html>\n'
)
NPM = "https://cdn.jsdelivr.net/npm/"
BEFORE_RUN = {  # page: what its text holds before the mend and not after, and the other way round
    "addon-not-loaded": ("", "examples/js/controls/OrbitControls.js"),
    "bare-page": (
        "",
        '<!DOCTYPE html>\n<html>\n<head>\n<meta charset="utf-8">\n<meta name="viewport"',
    ),
    "brace-too-many": ("});", ""),
    "canvas-in-canvas": (
        "canvas.appendChild(renderer.domElement)",
        "canvas.replaceWith(renderer.domElement)",
    ),
    "canvas-never-shown": ("", "document.body.appendChild(canvas)"),
    "constant-assigned": ("const cups = 0", "let cups = 0"),
    "cut-off": ("", '"emp"\n)}}\n</script>'),
    "declared-twice": ("let cups = 2", "let out = document.getElementById"),
    "elements-not-filled-in": ("…", "town.</blockquote>"),
    "entities-in-script": ("&lt;", "i < 3 && text.length < 9"),
    "fence-in-script": ("```", ""),
    "files-that-are-missing": ("images/green-tea.jpg", "data:image/svg+xml,"),
    "function-in-other-letters": ("getElementByID", "getElementById"),
    "handler-out-of-reach": ("", "window.pour = pour;"),
    "id-in-other-letters": ("teaOut", '"#tea-out"'),
    "import-in-classic-script": ("", '<script type="module">'),
    "library-not-loaded": ("", f'<script src="{NPM}matter-js@0.20.0/build/matter.min.js">'),
    "library-too-late": ("", "</script>\n<script>\ndocument"),
    "loop-never-started": ("", "\nrequestAnimationFrame(frame);"),
    "import-of-classic-build": ("three.min.js", "three@0.160.0/build/three.module.js"),
    "canvas-wider-than-a-phone": ("", 'style="max-width: 100%; height: auto"'),
    "markdown-around": ("This page shows", ""),
    "missing-brace": ("", "}\n\n}\nfunction drink"),
    "module-in-classic-script": ("three.module.js", f"{NPM}three@0.128.0/build/three.min.js"),
    "quote-inside-string": ("'It's", r"'It\'s"),
    "renderer-never-shown": ("", "document.body.appendChild(renderer.domElement)"),
    "script-in-head": ("", "<p>Take a seat.</p>\n<script>"),
    "head-forgotten": ("", '<link rel="stylesheet" href="tea.css">\n<script src="tea.js" defer>'),
    "sound-before-gesture": ("", "made.resume()"),
    "typographic-quotes": ("“green”", '"green"'),
}
AFTER_RUN: dict[str, tuple[FaultKind, str, str]] = {  # page: the fault and what mends it
    "element-behind-script": (
        "error",
        "TypeError: Cannot read properties of null (reading 'addEventListener')",
        "<p>Take a seat.</p>\n<script>",
    ),
    "function-in-other-letters": (
        "error",
        "ReferenceError: pourtea is not defined",
        "\npourTea();",
    ),
    "function-that-is-not-there": (
        "error",
        "TypeError: Matter.Run is not a function",
        "Matter.Runner.run(engine)",
    ),
    "sound-is-refused": ("audio", "Sound was started before anybody clicked.", ".play()?.catch?.("),
    "used-before-declared": (
        "error",
        "ReferenceError: Cannot access 'cups' before initialization",
        "\npour();\n</script>",
    ),
    "constant-assigned": ("error", "TypeError: Assignment to constant variable.", "let cups = 0"),
    "declared-twice": (
        "syntax",
        "SyntaxError: Identifier 'out' has already been declared",
        "let out",
    ),
    "library-not-loaded": ("error", "ReferenceError: Matter is not defined", "matter.min.js"),
    "addon-not-loaded": (
        "error",
        "TypeError: THREE.OrbitControls is not a constructor",
        "controls/OrbitControls.js",
    ),
    "import-in-classic-script": (
        "syntax",
        "SyntaxError: Cannot use import statement outside a module",
        'type="module"',
    ),
}
UNPARSED = [
    "brace-too-many",
    "cut-off",
    "entities-in-script",
    "missing-brace",
    "quote-inside-string",
    "typographic-quotes",
]


def project(name: str) -> dict[str, str]:
    files = {"index.html": (PAGES / f"{name}.html").read_text(encoding="utf-8")}
    if name == "import-in-classic-script":
        files["cups.js"] = "export const cups = 3;\n"
    if name == "head-forgotten":
        files |= {"tea.css": "main { color: green }\n", "tea.js": "let cups = 3;\n"}
    return files


def content(name: str) -> dict[str, str]:
    text = (PAGES / f"{name}.js").read_text(encoding="utf-8")
    return {"index.html": FRAME, "content.js": text}


def told(kind: FaultKind, message: str) -> ExecutionReport:
    fault = Fault(kind=kind, severity="error", message=message, file="index.html")
    return ExecutionReport(verdict="fails", faults=[fault])


@pytest.mark.parametrize("name", BEFORE_RUN)
def test_a_known_fault_is_mended_before_the_page_runs(name: str) -> None:
    gone, come = BEFORE_RUN[name]
    files = project(name)
    mended = mend(files)
    assert mended.notes and mended.files != files
    before, after = files["index.html"], mended.files["index.html"]
    assert gone in before and (not gone or gone not in after)
    assert come in after and (not come or come not in before)
    assert parses(after, "index.html")
    assert mend(mended.files).files == mended.files


@pytest.mark.parametrize("name", UNPARSED)
def test_a_script_that_does_not_parse_does_after_the_mend(name: str) -> None:
    files = project(name)
    assert not parses(files["index.html"], "index.html")
    after = mend(files).files["index.html"]
    assert parses(after, "index.html") and scripts(after)


@pytest.mark.parametrize("name", AFTER_RUN)
def test_what_a_run_reports_is_mended(name: str) -> None:
    kind, message, come = AFTER_RUN[name]
    files = project(name)
    mended = mend_faults(files, told(kind, message))
    assert mended.notes and come not in files["index.html"]
    assert come in mended.files["index.html"]
    assert mend_faults(mended.files, told(kind, message)).files == mended.files


def test_every_recorded_page_is_as_good_after_a_second_mend() -> None:
    for path in PAGES.iterdir():
        files = project(path.stem) if path.suffix == ".html" else content(path.stem)
        once = mend(files).files
        assert mend(once).files == once, path.name


def test_every_mend_has_its_page() -> None:
    moved = set()
    for path in PAGES.iterdir():
        files = project(path.stem) if path.suffix == ".html" else content(path.stem)
        moved |= {step.__name__ for step in BEFORE if step(files).files != files}
        told_ = [
            told(kind, text) for name, (kind, text, _) in AFTER_RUN.items() if name == path.stem
        ]
        moved |= {step.__name__ for step in AFTER for r in told_ if step(files, r).files != files}
    unseen = {step.__name__ for step in (*BEFORE, *AFTER)} - moved
    assert unseen == set()


def test_every_mend_says_which_fault_it_mends() -> None:
    assert all(step.__doc__ for step in (*BEFORE, *AFTER))


@pytest.mark.parametrize("starter", load_starters(), ids=lambda starter: starter.slug)
def test_a_healthy_page_stays_as_it_is_to_the_byte(starter: Starter) -> None:
    mended = mend(starter.tree)
    assert mended.files == starter.tree and mended.notes == []


def test_chinese_quotes_as_delimiters_of_a_real_answer_become_plain_ones() -> None:
    files = content("typographic-quotes-in-content")
    assert not parses(files["content.js"], "content.js")
    after = mend(files).files["content.js"]
    assert parses(after, "content.js") and len(after.splitlines()) == len(
        files["content.js"].splitlines()
    )
    assert after.count("answer: ") == 5 and "成语：‘三顾茅庐’" in after  # what it says is kept


def test_content_that_was_cut_off_keeps_what_was_written() -> None:
    after = mend(content("content-cut-off")).files["content.js"]
    assert parses(after, "content.js")
    assert '"Four minutes and no"' in after and "Green tea" in after


def test_missing_commas_and_quotes_inside_texts_of_content_are_mended() -> None:
    after = mend(content("content-missing-commas")).files["content.js"]
    assert parses(after, "content.js")
    assert r'"他说\"很好\""' in after and '"绿茶", "红茶", "白茶"' in after


def test_an_entry_beyond_repair_is_left_out_alone() -> None:
    mended = mend(content("content-broken-entry"))
    after = mended.files["content.js"]
    assert parses(after, "content.js") and "2 of its entries" in mended.notes[0]
    kept = ("Green tea", "Black tea", "White tea", "Oolong", "minutes: 3", "1, 2, 3", "#2f7d4f")
    assert all(text in after for text in kept)


def test_entries_that_were_not_filled_in_are_left_out() -> None:
    after = mend(content("content-left-blank")).files["content.js"]
    assert "…" not in after and 'quick: ["Green tea"]' in after and "Oolong" in after


def test_a_list_without_its_end_ends_before_the_next_key() -> None:
    saved = salvage('const C = { a: [1, 2, b: ["x" "y"], c: { d: "e" f: 2 } };')
    assert saved == ('const C = { a: [1, 2], b: ["x", "y"], c: { d: "e", f: 2 } };', 0)


def test_an_entry_without_its_end_ends_before_the_next_one() -> None:
    saved = salvage('const C = { a: [{ b: 1, c: ["d"], { b: 2 }, { b: 3 } { b: 4 }] };')
    assert saved == ('const C = { a: [{ b: 1, c: ["d"]}, { b: 2 }, { b: 3 }, { b: 4 }] };', 0)


def test_a_line_of_the_guide_among_the_settings_is_left_out() -> None:
    line = "cross only: lanes from bottom to top (road, river), rows (0: endless)."
    saved = salvage(f'const C = {{\n  a: "one two: three",\n  {line}\n  b: 2,\n}};\n')
    assert saved == ('const C = {\n  a: "one two: three",\n  b: 2,\n};\n', 0)


def test_an_element_that_nobody_made_is_told_and_not_invented() -> None:
    files = project("id-that-nobody-has")
    mended = mend(files)
    assert mended.files == files and "“kettle”" in mended.notes[0]


def test_missing_pictures_are_drawn_and_missing_files_are_left_out() -> None:
    mended = mend(project("files-that-are-missing"))
    after = mended.files["index.html"]
    names = (
        "style.css",
        "script.js",
        "green-tea.jpg",
        "rain.mp3",
        "tea.png",
        "cup.png",
        "ring.wav",
    )
    assert not any(f'"{name}"' in after for name in names)
    assert all(name in mended.notes[0] for name in names)
    assert "Green%20tea" in after and "width=%27300%27" in after  # the right words and size


def test_a_name_in_an_inner_scope_is_another_name() -> None:
    page = f"{FRAME}<script>\nconst a = 1;\nfunction f(a) {{ a = 2; }}\nfunction g() {{ let a; a = 3; }}\n</script>"
    files = {"index.html": page, "content.js": ""}
    assert mend(files).files == files


def test_a_guarded_library_is_not_loaded() -> None:
    page = f"{FRAME}<script>\nif (typeof confetti === 'function') confetti();\n</script>"
    files = {"index.html": page, "content.js": ""}
    assert mend(files).files == files


def test_a_library_that_is_not_where_it_is_sought_is_loaded_from_where_it_is() -> None:
    address = "https://unpkg.example/matter-js@9/matter.js"
    page = f'{FRAME}<script src="{address}"></script>\n<script>Matter.Engine.create();</script>'
    report = told("library", f"{address} is not available.")
    mended = mend_faults({"index.html": page, "content.js": ""}, report)
    assert address not in mended.files["index.html"]
    assert "matter-js@0.20.0/build/matter.min.js" in mended.files["index.html"]


def test_a_file_whose_name_only_sounds_like_a_library_is_none() -> None:
    page = FRAME.replace("content.js", "stone.js") + "<script>Tone.start();</script>"
    mended = mend({"index.html": page, "stone.js": ""})
    assert "build/Tone.js" in mended.files["index.html"]


def test_a_project_too_large_to_be_looked_through_stays_as_it_is() -> None:
    files = {"index.html": "<p>Tea" * 100_000}
    assert mend(files).files == files


@pytest.mark.parametrize(
    "text", ["", "\x00", "<", "<script>", "<script>\ud800</script>", "{" * 3000]
)
def test_no_text_is_too_odd_to_be_looked_at(text: str) -> None:
    for path in ("index.html", "app.js", "content.js"):
        assert isinstance(mend({path: text}).files[path], str)
