"""Where a chosen element comes from."""

from __future__ import annotations

from workers.places import MOST_LINES, places_of

PAGE = '<h1 id="name">Tea</h1>\n<button class="go">Pour &amp; wait</button>\n<p>Hot</p>\n'
SETTINGS = 'const CONTENT = {\n  title: "The Teahouse",\n  start: "Pour now",\n};\n'
FILES = {"index.html": PAGE, "content.js": SETTINGS}


def test_an_element_is_found_by_its_start_tag() -> None:
    found = places_of('<button class="go">Pour &amp; wait</button>', FILES, ["index.html"])
    assert found == ['index.html, line 2: <button class="go">Pour &amp; wait</button>']


def test_an_element_that_a_script_made_is_found_by_its_text() -> None:
    found = places_of('<div class="panel"><b>Pour now</b></div>', FILES, ["content.js"])
    assert found == ['content.js, line 3: start: "Pour now",']


def test_an_element_without_text_is_found_by_its_id() -> None:
    assert places_of('<h1 id="name" style="color:red"></h1>', FILES, ["index.html"])[0].startswith(
        "index.html, line 1"
    )


def test_what_is_nowhere_has_no_place_and_many_places_are_few() -> None:
    assert places_of("<canvas></canvas>", FILES, ["index.html"]) == []
    many = {"a.html": "<li>Tea</li>\n" * 50}
    assert len(places_of("<li>Tea</li>", many, ["a.html"])) == MOST_LINES
