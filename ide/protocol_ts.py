"""Render the protocol's pydantic models as TypeScript types."""

from __future__ import annotations

import json
from types import ModuleType
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from workers.events import Frozen

HEADER = "// Generated from ide/protocol.py by `manage.py protocol_ts`. Do not edit.\n"
SCALARS = {
    "string": "string",
    "integer": "number",
    "number": "number",
    "boolean": "boolean",
    "null": "null",
}


def render(module: ModuleType) -> str:
    """TypeScript source with one type per message model that `module` names, and the unions."""
    models = sorted(
        {v for v in vars(module).values() if _is_message(v)}, key=lambda model: model.__name__
    )
    _, schema = models_json_schema(
        [(model, "serialization") for model in models], ref_template="{model}"
    )
    parts = [HEADER]
    for name, definition in sorted(schema["$defs"].items()):
        parts.append(_interface(name, definition))
    for union in ("ServerMessage", "ClientMessage", "TurnEvent"):
        members = vars(module)[union].__origin__.__args__
        parts.append(f"export type {union} = {' | '.join(m.__name__ for m in members)};\n")
    for constant in ("MAX_PROMPT_CHARS", "MAX_MESSAGE_BYTES"):
        parts.append(f"export const {constant} = {json.dumps(vars(module)[constant])};\n")
    return "\n".join(parts)


def _is_message(value: Any) -> bool:
    return isinstance(value, type) and issubclass(value, BaseModel) and value is not Frozen


def _interface(name: str, definition: dict[str, Any]) -> str:
    lines = [f"/** {' '.join(definition.get('description', name).split())} */"]
    lines.append(f"export interface {name} {{")
    for field, schema in definition["properties"].items():
        lines.append(f"  {field}: {_type(schema)};")
    return "\n".join([*lines, "}\n"])


def _type(schema: dict[str, Any]) -> str:
    if "$ref" in schema:
        return str(schema["$ref"])
    if "const" in schema:
        return json.dumps(schema["const"])
    if "enum" in schema:
        return " | ".join(json.dumps(value) for value in schema["enum"])
    if "oneOf" in schema or "anyOf" in schema:
        return " | ".join(_type(option) for option in schema.get("oneOf") or schema["anyOf"])
    if schema["type"] == "array":
        inner = _type(schema["items"])
        return f"({inner})[]" if "|" in inner else f"{inner}[]"
    if schema["type"] == "object":
        return f"Record<string, {_type(schema['additionalProperties'])}>"
    return SCALARS[schema["type"]]
