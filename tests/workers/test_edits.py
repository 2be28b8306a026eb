"""The reply parser: however a reply is cut into pieces, the same files come out."""

from __future__ import annotations

import pytest

from workers.edits import EditParser

REPLIES = {
    "a plain page": "```html index.html\n<!DOCTYPE html>\n<html></html>\n```\n",
    "the name before the block": "Here is **a/b.html**:\n\n```html\n<p>x</p>\n```\nand that is all",
    "no fence at all": "Sure:\n<!DOCTYPE html>\n<html>\n<body>`x`</body>\n</html>\n",
    "no closing fence": "```html\n<!DOCTYPE html>\n<p>cut off in the midd",
    "two files and a shell block": (
        "```html\n<script src='x.js'></script>\n```\n### x.js\n~~~js\nf()\n~~~\n```bash\nls\n```\n"
    ),
    "Chinese chatter": "好的，这是页面：\n```html\n<h1>你好</h1>\n```\n希望你喜欢。",
    "a path that climbs out": "```html ../../etc/passwd.html\n<p>no</p>\n```\n",
}
FILES = {
    "a plain page": {"index.html": "<!DOCTYPE html>\n<html></html>\n"},
    "the name before the block": {"a/b.html": "<p>x</p>\n"},
    "no fence at all": {
        "index.html": "<!DOCTYPE html>\n<html>\n<body>`x`</body>\n</html>\n",
    },
    "no closing fence": {"index.html": "<!DOCTYPE html>\n<p>cut off in the midd"},
    "two files and a shell block": {
        "index.html": "<script src='x.js'></script>\n",
        "x.js": "f()\n",
    },
    "Chinese chatter": {"index.html": "<h1>你好</h1>\n"},
    "a path that climbs out": {},
}


def parse(pieces: list[str]) -> tuple[dict[str, str], str]:
    """The files and the conversation of a reply that comes in `pieces`."""
    parser = EditParser()
    events = [event for piece in pieces for event in parser.feed(piece)] + parser.close()
    return parser.files, "".join(event.text for event in events if event.kind == "say")


@pytest.mark.parametrize("name", REPLIES)
def test_every_cut_gives_the_same_files(name: str) -> None:
    reply = REPLIES[name]
    whole = parse([reply])
    assert whole[0] == FILES[name]
    assert parse(list(reply)) == whole
    for cut in range(len(reply)):
        assert parse([reply[:cut], reply[cut:]]) == whole


def test_the_end_of_the_document_is_seen_and_missing_files_are_waited_for() -> None:
    parser = EditParser()
    parser.feed("```html\n<html><script src='x.js'></script></html>\n```\n")
    assert not parser.document_ended
    parser.feed("x.js:\n```js\nf()\n```\n")
    assert parser.document_ended
