"""Content types, written out so that no machine's own table decides what a browser may run."""

from __future__ import annotations

from pathlib import PurePosixPath

_TEXTS = {
    "css": "text/css",
    "csv": "text/csv",
    "frag": "text/plain",
    "glsl": "text/plain",
    "gltf": "model/gltf+json",
    "htm": "text/html",
    "html": "text/html",
    "js": "text/javascript",
    "json": "application/json",
    "map": "application/json",
    "md": "text/markdown",
    "mjs": "text/javascript",
    "mtl": "text/plain",
    "obj": "text/plain",
    "svg": "image/svg+xml",
    "txt": "text/plain",
    "vert": "text/plain",
    "webmanifest": "application/manifest+json",
    "xml": "application/xml",
}
_BYTES = {
    "eot": "application/vnd.ms-fontobject",
    "gif": "image/gif",
    "png": "image/png",
    "ttf": "font/ttf",
    "wasm": "application/wasm",
    "woff": "font/woff",
    "woff2": "font/woff2",
}


def type_of(path: str) -> str:
    """The content type of a file by its name; of a file of unknown kind, plain text."""
    ending = PurePosixPath(path).suffix[1:].lower()
    return _BYTES.get(ending) or f"{_TEXTS.get(ending, 'text/plain')}; charset=utf-8"
