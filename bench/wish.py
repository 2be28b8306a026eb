"""The wishes, read from `bench/wishes/*.toml`: what people ask for, and what it must then do."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.expectations import check_call

FOLDER = Path(__file__).parent / "wishes"
LANGUAGES = ("en", "zh")
Call = tuple[str, dict[str, Any]]  # an expectation's name and its parameters


@dataclass(frozen=True)
class Wish:
    """What somebody typed, and the expectations that tell whether they got it.

    `held_out`: kept away from those who tune prompts and starters; run only on demand.
    """

    id: str
    prompt: str
    language: str
    kind: str
    held_out: bool
    expect: tuple[Call, ...]


def load_wishes(folder: Path = FOLDER) -> list[Wish]:
    """All of them, by file and as they stand there. Raises `ValueError`, naming the wish."""
    wishes: list[Wish] = []
    for path in sorted(folder.glob("*.toml")):
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        wishes += [_wish(entry, path.stem) for entry in table["wish"]]
    ids = [wish.id for wish in wishes]
    twice = sorted({one for one in ids if ids.count(one) > 1})
    if twice:
        raise ValueError(f"These wishes are there twice: {', '.join(twice)}.")
    return wishes


def _wish(entry: dict[str, Any], file: str) -> Wish:
    """One wish, with what is expected of every page put before what it asks for itself."""
    where = f"{file}.toml, {entry.get('id', 'a wish without an id')}"
    try:
        language = entry["language"]
        if language not in LANGUAGES:
            raise ValueError(f"its language is {language!r}, not en or zh")
        calls: list[Call] = [("no_errors", {}), ("in_language", {"language": language})]
        if entry.get("phone", True):
            calls.append(("fits_phone", {}))
        for given in entry["expect"]:
            parameters = {key: value for key, value in given.items() if key != "name"}
            calls.append((given["name"], parameters))
        for name, parameters in calls:
            check_call(name, parameters)
        prompt, kind = entry["prompt"].strip(), entry["kind"]
        held_out = bool(entry.get("held_out", False))
    except (KeyError, ValueError) as error:
        raise ValueError(f"{where}: {error}") from None
    return Wish(entry["id"], prompt, language, kind, held_out, tuple(calls))


def select(
    wishes: Sequence[Wish], held_out: bool, kinds: Sequence[str] = (), ids: Sequence[str] = ()
) -> list[Wish]:
    """The held-out third or the rest; of these only some kinds or ids when any are named.

    Raises `ValueError` for a kind or an id that there is not.
    """
    here = [wish for wish in wishes if wish.held_out == held_out]
    known = {wish.kind for wish in wishes} | {wish.id for wish in wishes}
    unknown = sorted({*kinds, *ids} - known)
    if unknown:
        raise ValueError(f"There is no wish and no kind {', '.join(unknown)}.")
    if ids:
        return [wish for wish in wishes if wish.id in ids]
    return [wish for wish in here if not kinds or wish.kind in kinds]
