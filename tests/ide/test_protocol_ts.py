"""The browser's types are those of ide/protocol.py."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType
from typing import get_args

from ide import protocol
from ide.protocol_ts import HEADER, render
from workers.events import Frozen

GENERATED = Path(__file__).resolve().parents[2] / "frontend" / "src" / "protocol.ts"
UNIONS = ("ServerMessage", "ClientMessage", "TurnEvent")


def test_the_generated_types_are_fresh() -> None:
    fresh = GENERATED.read_text(encoding="utf-8") == render(protocol)
    assert fresh, "Run: python manage.py protocol_ts"


def test_every_message_of_both_directions_has_its_type() -> None:
    source = GENERATED.read_text(encoding="utf-8")
    for name in UNIONS:
        for member in get_args(get_args(vars(protocol)[name])[0]):
            assert f"export interface {member.__name__} {{\n  kind: " in source


class Cup(Frozen):
    """A cup of
    tea."""

    size: int
    label: str | None
    temperatures: list[float]
    notes: dict[str, str]
    fillings: list[str | int]
    saucer: Saucer


class Saucer(Frozen):
    """What is under it."""

    flat: bool = True


def test_python_types_become_their_typescript_counterparts() -> None:
    module = ModuleType("tea")
    vars(module).update(
        {name: vars(protocol)[name] for name in UNIONS},
        Cup=Cup,
        Saucer=Saucer,
        MAX_PROMPT_CHARS=7,
        MAX_MESSAGE_BYTES=8,
    )
    rendered = render(module)
    assert rendered.startswith(HEADER)
    assert (
        "/** A cup of tea. */\n"
        "export interface Cup {\n"
        "  size: number;\n"
        "  label: string | null;\n"
        "  temperatures: number[];\n"
        "  notes: Record<string, string>;\n"
        "  fillings: (string | number)[];\n"
        "  saucer: Saucer;\n"
        "}\n"
    ) in rendered
    assert "export interface Saucer {\n  flat: boolean;\n}\n" in rendered
    assert "export const MAX_PROMPT_CHARS = 7;\n" in rendered
