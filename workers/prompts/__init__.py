"""What the model reads. Stable parts come first, so that their cached prefix is used again."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from workers.backends.base import Message
from workers.events import GenerateRequest
from workers.files import find_entry

FOLDER = Path(__file__).parent
MAX_PAST = 6  # earlier wishes that are told again


@cache
def system_prompt() -> str:
    """The rules of the house, as the model reads them."""
    return (FOLDER / "system.md").read_text(encoding="utf-8").strip()


def build_messages(request: GenerateRequest) -> list[Message]:
    """The conversation for one turn: rules, then the project's files, then the wishes."""
    wish = request.prompt.strip()
    if request.files:
        wish = _change(request, wish)
    return [
        {"role": "system", "content": system_prompt()},
        {"role": "user", "content": wish},
    ]


def _change(request: GenerateRequest, wish: str) -> str:
    entry = find_entry(set(request.files))
    blocks = [
        f"```{path.rsplit('.', 1)[-1]} {path}\n{request.files[path].rstrip()}\n```"
        for path in sorted(request.files, key=lambda path: (path != entry, path))
    ]
    past = [f"- {turn.prompt.strip()[:500]}" for turn in request.history[-MAX_PAST:]]
    parts = ["These are the project's files now:", *blocks]
    if past:
        parts += ["Wishes so far, all done:", "\n".join(past)]
    parts += [f"New wish: {wish}", (FOLDER / "change.md").read_text(encoding="utf-8").strip()]
    return "\n\n".join(parts)
