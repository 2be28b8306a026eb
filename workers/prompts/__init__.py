"""What the model reads. Stable parts come first, so that their cached prefix is used again."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from workers.backends.base import Message
from workers.events import GenerateRequest
from workers.grounding import (
    BLANK,
    Starter,
    fence,
    is_chinese,
    mentions,
    opening,
    reference_of,
)
from workers.packing import Packed, pack, tokens_of
from workers.places import places_of
from workers.prompts.facts import facts_of

FOLDER = Path(__file__).parent
AMPLE = 10**9  # tokens: all files fit
MAX_PAST = 6  # earlier wishes that are told again


@cache
def part(name: str) -> str:
    """A text that the model reads, by its file's name without the ending."""
    return (FOLDER / f"{name}.md").read_text(encoding="utf-8").strip()


def system_prompt() -> str:
    """The rules of the house, as the model reads them."""
    return part("system")


def build_messages(
    request: GenerateRequest, notes: bool = False, room: int = AMPLE
) -> list[Message]:
    """The conversation for one turn: rules, then the project's files, then the wishes.

    Files get `room` tokens. With `notes` a first wish comes with working lines for the libraries
    that it is about.
    """
    wish = request.prompt.strip()
    if request.files:
        wish = _change(request, wish, room)
    elif notes:
        wish = "\n\n".join([*notes_for(wish), f"The wish: {wish}"])
    return [
        {"role": "system", "content": system_prompt()},
        {"role": "user", "content": wish},
    ]


def adapt_messages(starter: Starter, wish: str) -> list[Message]:
    """Ask for a starter's small files to be written for a wish. The wish comes last: what stands
    before it is the same for every wish of the kind and language, and cached. The last message
    is the answer's beginning."""
    files = [fenced(path, starter.example(path, wish)) for path in starter.writes]
    names = " and ".join(starter.writes)
    language = "Simplified Chinese (简体中文)" if is_chinese(wish) else "English"
    parts = [
        starter.about,
        *files,
        starter.guide_for(wish),
        f"The wish: {wish.strip()}",
        *_reminder(wish),
        f"Write {names} for this wish. Every text in {language}. "
        f"Put your own invented text in place of every {BLANK}.",
    ]
    return [
        {"role": "system", "content": part("adapt")},
        {"role": "user", "content": "\n\n".join(parts)},
        {"role": "assistant", "content": starter.opening(wish)},
    ]


def _reminder(wish: str) -> list[str]:
    """The figures, names and words that a wish gives: what a weak checkpoint forgets first."""
    named = facts_of(wish)
    return [f"Keep exactly to what the wish gives: {', '.join(named)}."] if named else []


def readapt_messages(starter: Starter, request: GenerateRequest) -> list[Message]:
    """Ask for the small files of a project that builds on a starter to be written again for a
    further wish; the rest of the project is not shown."""
    files = [fenced(path, request.files[path]) for path in starter.writes]
    parts = [starter.about, *files, starter.guide, *_past(request)]
    parts += [f"New wish: {request.prompt.strip()}", part("readapt")]
    first = starter.writes[0]
    return [
        {"role": "system", "content": part("adapt")},
        {"role": "user", "content": "\n\n".join(parts)},
        {"role": "assistant", "content": opening(first, request.files[first])},
    ]


def edit_messages(
    starter: Starter | None, request: GenerateRequest, begun: bool = False, room: int = AMPLE
) -> list[Message]:
    """Ask for the pairs that change a project for a further wish. Of a project that builds on a
    starter only the files are shown that were written for it, of a large one those that fit into
    `room` tokens. With `begun` the answer is begun where only one file can be meant."""
    packed = _packed(starter, request, room)
    paths = packed.shown
    system, known = _known(starter, request, packed)
    wish = f"New wish: {request.prompt.strip()}\n\n{_element(request, paths)}{_pairs_of(paths)}"
    messages = [system, {"role": "user", "content": f"{known['content']}\n\n{wish}"}]
    if begun and len(paths) == 1:
        start = fence(paths[0], "<<<<<<< SEARCH\n")
        messages.append({"role": "assistant", "content": start})
    return messages


def ask_messages(
    starter: Starter | None, request: GenerateRequest, room: int = AMPLE
) -> list[Message]:
    """Ask a question about the project. It begins as a wish does, to be found in the cache."""
    packed = _packed(starter, request, room)
    system, known = _known(starter, request, packed)
    about = _element(request, packed.shown)
    asked = f"{known['content']}\n\nQuestion: {request.prompt.strip()}\n\n{about}{part('ask')}"
    return [system, {"role": "user", "content": asked.lstrip()}]


def known_messages(
    starter: Starter | None, request: GenerateRequest, room: int = AMPLE
) -> list[Message]:
    """What `edit_messages` begins with whatever the wish is, where all files fit into `room`: it
    can be read before there is a wish."""
    return _known(starter, request, _packed(starter, request, room))


def _known(starter: Starter | None, request: GenerateRequest, packed: Packed) -> list[Message]:
    parts = [starter.about] if starter else []
    parts += [f"Further files, not shown:\n{packed.others}"] if packed.others else []
    parts += [fenced(path, request.files[path]) for path in packed.shown]
    parts += [f"What may stand in it:\n{starter.guide}"] if starter else []
    parts += _past(request)
    if request.by_hand:
        parts.append(f"Changed by hand since then, to be kept:\n```diff\n{request.by_hand}\n```")
    return [
        {"role": "system", "content": part("edit")},
        {"role": "user", "content": "\n\n".join(parts)},
    ]


def context_of(request: GenerateRequest, room: int) -> dict[str, int]:
    """About how many tokens a prompt takes before its wish: `rules`, `files`, `talk`."""
    reference = reference_of(request.reference, request.files)
    system, known = known_messages(reference, request, room)
    talk = sum(tokens_of(turn.prompt[:500]) for turn in request.history[-MAX_PAST:])
    talk += tokens_of(request.by_hand) if request.by_hand else 0
    whole = tokens_of(known["content"])
    return {"rules": tokens_of(system["content"]), "files": max(0, whole - talk), "talk": talk}


def _past(request: GenerateRequest) -> list[str]:
    """The wishes so far as one part of a prompt; none for a first wish."""
    past = _wishes(request)
    return ["\n".join(["Wishes so far, all done:", *past])] if past else []


def _wishes(request: GenerateRequest) -> list[str]:
    return [f"- {turn.prompt.strip()[:500]}" for turn in request.history[-MAX_PAST:]]


def _packed(starter: Starter | None, request: GenerateRequest, room: int) -> Packed:
    if starter:
        return Packed(starter.writes, "")
    return pack(request.files, request.prompt, room)


def _element(request: GenerateRequest, paths: Sequence[str]) -> str:
    """The element that was chosen for the wish, and where it probably comes from."""
    if not request.element:
        return ""
    told = f"It is about this element of the page, and no other:\n{request.element}"
    places = places_of(request.element, request.files, paths)
    return "\n".join([told, *(["It comes from:", *places] if places else [])]) + "\n\n"


def _pairs_of(paths: Sequence[str]) -> str:
    names = paths[0] if len(paths) == 1 else "the files that change"
    return f"Write the SEARCH/REPLACE pairs of {names} for the new wish."


def again_messages(messages: list[Message], answer: str, errors: str) -> list[Message]:
    """Ask once more for the pairs that could not be applied, with what the files really say."""
    opening = [m for m in messages if m["role"] == "assistant"]
    return [
        *(m for m in messages if m["role"] != "assistant"),
        {"role": "assistant", "content": answer},
        {"role": "user", "content": f"{errors}\n\n{part('again')}"},
        *opening,
    ]


def fenced(path: str, text: str) -> str:
    """A file as a block that names it."""
    return f"{fence(path, text.rstrip())}\n```"


@cache
def _notes() -> list[tuple[tuple[str, ...], str]]:
    """Every note with the words of wishes that it is for."""
    found = []
    for path in sorted((FOLDER / "notes").glob("*.md")):
        words, _, text = path.read_text(encoding="utf-8").partition("\n")
        names = [word.strip().lower() for word in words.removeprefix("words:").split(",")]
        found.append((tuple(names), text.strip()))
    return found


def notes_for(wish: str) -> list[str]:
    """The notes on libraries and browser interfaces that a wish is about."""
    return [text for words, text in _notes() if any(mentions(wish.lower(), w) for w in words)]


def _change(request: GenerateRequest, wish: str, room: int) -> str:
    packed = pack(request.files, wish, room)
    blocks = [fenced(path, request.files[path]) for path in packed.shown]
    past = _wishes(request)
    parts = ["These are the project's files now:", *blocks]
    if past:
        parts += ["Wishes so far, all done:", "\n".join(past)]
    parts += [f"New wish: {wish}", part("change")]
    return "\n\n".join(parts)
