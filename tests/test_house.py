"""The rules of the house, checked over every source file that git knows."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
MAX_FILE_LINES = 400
MAX_FUNCTION_LINES = 60
SOURCE = {".py", ".ts", ".svelte", ".css", ".html", ".js", ".mjs", ".sh"}
TEXT = SOURCE | {".md", ".toml", ".json", ".yaml", ".yml", ".po", ""}
GENERATED = {"frontend/package-lock.json", "shelf/package-lock.json"}
Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def known(suffixes: frozenset[str]) -> list[Path]:
    """The files that are, or would be, committed."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout.split("\0")
    paths = (ROOT / name for name in listed if name and name not in GENERATED)
    return sorted(path for path in paths if path.suffix in suffixes and path.is_file())


def sources() -> list[Path]:
    return known(frozenset(SOURCE))


def texts() -> list[Path]:
    """Everything that people read and write, this file aside: it spells what it forbids."""
    return [path for path in known(frozenset(TEXT)) if path != Path(__file__)]


def python(*folders: str) -> list[Path]:
    roots = [ROOT / folder for folder in folders]
    return [
        path
        for path in known(frozenset({".py"}))
        if any(root in path.parents for root in roots) and "migrations" not in path.parts
    ]


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_git_knows_the_sources() -> None:
    names = {name(path) for path in sources()}
    assert {"ide/turns.py", "workers/turn.py", "frontend/src/session.ts"} <= names
    assert not any(part in path for path in names for part in ("node_modules/", "dist/", ".venv/"))


def test_no_source_file_is_longer_than_a_sitting() -> None:
    lines = {name(path): len(read(path).splitlines()) for path in sources()}
    assert {path: count for path, count in lines.items() if count > MAX_FILE_LINES} == {}


def test_no_function_is_longer_than_a_screen() -> None:
    long = {
        f"{name(path)}:{node.lineno} {node.name}": length
        for path in known(frozenset({".py"}))
        for node in ast.walk(ast.parse(read(path)))
        if isinstance(node, Function)
        and (length := (node.end_lineno or 0) - node.lineno + 1) > MAX_FUNCTION_LINES
    }
    assert long == {}


def undocumented(node: ast.Module | ast.ClassDef, where: str) -> Iterator[str]:
    """The public classes and functions below `node` that have no docstring."""
    for child in node.body:
        if not isinstance(child, ast.ClassDef | Function):
            continue
        if child.name.startswith("_") or child.name == "Meta":
            continue
        here = f"{where} {child.name}"
        if not ast.get_docstring(child):
            yield here
        if isinstance(child, ast.ClassDef):
            yield from undocumented(child, here)


def test_everything_public_says_what_it_is() -> None:
    missing = []
    for path in python("ide", "workers"):
        tree = ast.parse(read(path))
        if tree.body and not ast.get_docstring(tree):
            missing.append(name(path))
        missing += undocumented(tree, name(path))
    assert missing == []


def documented_settings() -> set[str]:
    return set(re.findall(r"^\| `([A-Z_]+)` \|", read(ROOT / "docs" / "settings.md"), re.MULTILINE))


def settings_read() -> set[str]:
    """The environment's names that the code asks for, by the ways in which it asks."""
    found: set[str] = set()
    for path in [*python("ide", "workers"), ROOT / "tests/e2e/conftest.py"]:
        for node in ast.walk(ast.parse(read(path))):
            if not (isinstance(node, ast.Call) and node.args):
                continue
            asked = node.args[0]
            if not (isinstance(asked, ast.Constant) and isinstance(asked.value, str)):
                continue
            way = ast.unparse(node.func)
            if way in ("text", "number", "choice") and name(path) == "workers/config.py":
                found.add(f"ATELIER_{asked.value}")
            elif way in ("env", "values.get", "os.environ.get", "os.getenv"):
                found.add(asked.value)
    return found


def test_every_setting_is_documented_and_every_documented_one_is_read() -> None:
    documented, asked = documented_settings(), settings_read()
    assert len(documented) > 20
    assert {setting for setting in asked if setting.startswith("ATELIER_")} <= documented
    assert documented <= asked


def test_no_text_speaks_of_a_setting_that_there_is_not() -> None:
    documented = documented_settings()
    strange = {
        f"{name(path)}: {setting}"
        for path in texts()
        for setting in re.findall(r"\bATELIER_[A-Z_]*[A-Z]\b", read(path))
        if setting not in documented
    }
    assert strange == set()


def test_no_frame_with_scripts_shares_the_studios_origin() -> None:
    for path in sources():
        if name(path).startswith("tests/") or path.name.endswith(".test.ts"):
            continue
        for line in read(path).splitlines():
            if not line.strip().startswith(("#", "//", "*", "/*", "<!--")):
                assert "allow-same-origin" not in line, name(path)


def test_no_file_names_a_place_on_somebodys_machine() -> None:
    places = re.compile(r"(?<![\w.])(/root/|/home/(?!you/)\w|/work/|/Users/\w|[A-Z]:\\Users)")
    named = {
        f"{name(path)}: {found[0]}"
        for path in texts()
        if (found := places.search(read(path))) is not None
    }
    assert named == set()


def functions_of_tests() -> Iterator[tuple[Path, Function]]:
    for path in python("tests"):
        for node in ast.walk(ast.parse(read(path))):
            if isinstance(node, Function) and node.name.startswith("test_"):
                yield path, node


def test_the_names_of_tests_are_sentences() -> None:
    short = [
        f"{name(path)} {node.name}"
        for path, node in functions_of_tests()
        if len(node.name.removeprefix("test_").split("_")) < 3
    ]
    assert short == []


@pytest.mark.parametrize("way", ["unittest.mock", "monkeypatch.setattr", "mocker", "@patch"])
def test_no_test_patches_our_own_code(way: str) -> None:
    patching = [path for path in python("tests") if way in read(path)]
    assert patching in ([], [Path(__file__)])
