"""What the model reads. Stable parts come first, so that their cached prefix is used again."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from workers.backends.base import Message
from workers.events import GenerateRequest
from workers.files import find_entry
from workers.grounding import BLANK, Starter, is_chinese

FOLDER = Path(__file__).parent
MAX_PAST = 6  # earlier wishes that are told again


@cache
def part(name: str) -> str:
    """A text that the model reads, by its file's name without the ending."""
    return (FOLDER / f"{name}.md").read_text(encoding="utf-8").strip()


def system_prompt() -> str:
    """The rules of the house, as the model reads them."""
    return part("system")


def build_messages(request: GenerateRequest) -> list[Message]:
    """The conversation for one turn: rules, then the project's files, then the wishes."""
    wish = request.prompt.strip()
    if request.files:
        wish = _change(request, wish)
    return [
        {"role": "system", "content": system_prompt()},
        {"role": "user", "content": wish},
    ]


def adapt_messages(starter: Starter, wish: str) -> list[Message]:
    """Ask for a starter's small files to be written for a wish. The wish comes last: what stands
    before it is the same for every wish of the kind and language, and cached."""
    chinese = is_chinese(wish)
    files = [fenced(path, starter.example(path, chinese)) for path in starter.writes]
    names = " and ".join(starter.writes)
    language = "Simplified Chinese (简体中文)" if chinese else "English"
    parts = [
        starter.about,
        *files,
        starter.guide,
        f"The wish: {wish.strip()}",
        f"Write {names} for this wish. Every text in {language}. "
        f"Put your own invented text in place of every {BLANK}.",
    ]
    return [
        {"role": "system", "content": part("adapt")},
        {"role": "user", "content": "\n\n".join(parts)},
    ]


def fenced(path: str, text: str) -> str:
    """A file as a block that names it."""
    return f"```{path.rsplit('.', 1)[-1]} {path}\n{text.rstrip()}\n```"


def _change(request: GenerateRequest, wish: str) -> str:
    entry = find_entry(set(request.files))
    blocks = [
        fenced(path, request.files[path])
        for path in sorted(request.files, key=lambda path: (path != entry, path))
    ]
    past = [f"- {turn.prompt.strip()[:500]}" for turn in request.history[-MAX_PAST:]]
    parts = ["These are the project's files now:", *blocks]
    if past:
        parts += ["Wishes so far, all done:", "\n".join(past)]
    parts += [f"New wish: {wish}", part("change")]
    return "\n\n".join(parts)
