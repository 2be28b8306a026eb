"""The commands of manage.py, as a person runs them: what they do, and what they say of trouble."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.conftest import PAGE

ROOT = Path(__file__).resolve().parents[2]
Done = subprocess.CompletedProcess[str]
Manage = Callable[..., Done]


@pytest.fixture
def manage(tmp_path: Path) -> Manage:
    """Run a command with a home of its own and the settings given."""

    def run(*words: str, **settings: str) -> Done:
        environ = {k: v for k, v in os.environ.items() if not k.startswith("ATELIER_")}
        environ |= {"ATELIER_HOME": str(tmp_path / "home"), "ATELIER_BACKEND": "scripted"}
        environ |= settings
        command = [sys.executable, "manage.py", *words]
        return subprocess.run(
            command, cwd=ROOT, env=environ, capture_output=True, text=True, timeout=90
        )

    return run


@pytest.fixture
def script(tmp_path: Path) -> Callable[[str], str]:
    """A file with a reply for the scripted backend; gives back its path."""

    def write(reply: str) -> str:
        path = tmp_path / "reply.md"
        path.write_text(reply, encoding="utf-8")
        return str(path)

    return write


def assert_says(done: Done, *words: str, status: int = 1) -> None:
    """It failed in plain words: no traceback."""
    assert done.returncode == status, done
    for text in words:
        assert text in done.stderr
    assert "Traceback" not in done.stderr + done.stdout


def test_generate_writes_the_page_and_prints_where(
    manage: Manage, script: Callable[[str], str], tmp_path: Path
) -> None:
    page = PAGE.replace("<title>", '<link rel="stylesheet" href="css/page.css"><title>')
    reply = f"Here.\n\n```css css/page.css\np {{ }}\n```\n\n```html index.html\n{page}```\n"
    out = tmp_path / "a" / "page"
    done = manage("generate", "A page", "-o", str(out), ATELIER_SCRIPT=script(reply))
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [str(out / "css/page.css"), str(out / "index.html")]
    assert (out / "index.html").read_text() == page
    assert (out / "css/page.css").read_text() == "p { }\n"
    assert "Reading the prompt" in done.stderr


def test_generate_can_answer_in_json_on_stdout_alone(manage: Manage, tmp_path: Path) -> None:
    done = manage("generate", "A page", "-o", str(tmp_path / "out"), "--json")
    answer = json.loads(done.stdout)
    assert done.returncode == 0
    assert answer["status"] == "done" and answer["problem"] is None
    assert answer["checkpoint"] == "scripted" and answer["reply"] == "Here is a small page."
    assert answer["paths"] == [str(tmp_path / "out" / "index.html")]
    assert answer["usage"]["completion_tokens"] > 10
    assert answer["seconds"] >= 0 and answer["tokens_per_second"] >= 0
    assert "Loading the model" in done.stderr


@pytest.mark.parametrize("reply", [" ", "```html index.html\n```\n", "I would rather not."])
def test_generate_fails_when_nothing_usable_came(
    manage: Manage, script: Callable[[str], str], tmp_path: Path, reply: str
) -> None:
    out = tmp_path / "out"
    done = manage("generate", "A page", "-o", str(out), "--json", ATELIER_SCRIPT=script(reply))
    assert done.returncode == 1 and json.loads(done.stdout)["paths"] == []
    assert not out.exists()


def test_generate_writes_nothing_that_climbs_out(
    manage: Manage, script: Callable[[str], str], tmp_path: Path
) -> None:
    out = tmp_path / "deep" / "out"
    reply = f"```html ../evil.html\n{PAGE}```\n"
    done = manage("generate", "A page", "-o", str(out), ATELIER_SCRIPT=script(reply))
    assert_says(done, "../evil.html", "inside the project")
    assert not list(tmp_path.rglob("evil.html"))


def test_generate_says_what_broke(manage: Manage, tmp_path: Path) -> None:
    out = str(tmp_path / "out")
    assert_says(
        manage("generate", "A page", "-o", out, ATELIER_SCRIPT="@broken"), "broke off in the middle"
    )
    assert_says(
        manage("generate", "A page", "-o", out, ATELIER_SCRIPT="@unloadable"), "99.0 GiB of memory"
    )
    assert_says(
        manage("generate", "A page", "-o", out, ATELIER_SCRIPT="no/such.md"), "ATELIER_SCRIPT"
    )


def test_generate_says_where_it_cannot_write(manage: Manage, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    done = manage("generate", "A page", "-o", str(tmp_path / "file" / "out"))
    assert_says(done, f"Cannot write to {tmp_path / 'file' / 'out'}")


@pytest.mark.parametrize("prompt", ["", "  ", "x" * 16_001])
def test_generate_refuses_an_empty_or_huge_prompt(
    manage: Manage, tmp_path: Path, prompt: str
) -> None:
    done = manage("generate", prompt, "-o", str(tmp_path / "out"))
    assert_says(done, "1 to 16000 characters")


def test_generate_without_a_checkpoint_says_how_to_get_one(manage: Manage, tmp_path: Path) -> None:
    done = manage(
        *("generate", "A page", "-o", str(tmp_path / "out")),
        ATELIER_BACKEND="llama",
        ATELIER_CHECKPOINT_DIR=str(tmp_path),
    )
    assert_says(done, "python manage.py fetch_checkpoint")


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("ATELIER_WINDOW", "abc", "ATELIER_WINDOW must be a whole number, not 'abc'"),
        ("ATELIER_PORT", "99999", "ATELIER_PORT must be 1 to 65535"),
        ("ATELIER_BACKEND", "gpt", "ATELIER_BACKEND must be llama, openai or scripted"),
    ],
)
@pytest.mark.parametrize("command", ["up", "doctor", "migrate"])
def test_a_setting_that_cannot_be_used_is_named(
    manage: Manage, command: str, name: str, value: str, words: str
) -> None:
    assert_says(manage(command, **{name: value}), words)


def test_a_checkpoint_nobody_knows_is_named_with_those_that_are(manage: Manage) -> None:
    done = manage("fetch_checkpoint", ATELIER_CHECKPOINT="gpt-7")
    assert_says(done, "ATELIER_CHECKPOINT is 'gpt-7'", "qwen2.5-coder-1.5b")


@pytest.mark.parametrize("host", ["127.0.0.1", "0.0.0.0"])
def test_up_says_when_its_port_is_in_use(manage: Manage, host: str) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        done = manage("up", ATELIER_PORT=str(port), ATELIER_HOST=host)
    assert_says(done, f"Port {port} is in use", f"ATELIER_PORT={port + 1}")


def test_up_says_when_its_address_is_not_this_machines(manage: Manage) -> None:
    assert_says(manage("up", ATELIER_HOST="192.0.2.1"), "Cannot listen on 192.0.2.1 port 8000")
    assert_says(manage("up", ATELIER_HOST="no such host"), "no such host")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of one mebibyte."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = shutil.which("mount")
    command = [mount or "", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)]
    if not mount or os.geteuid() or subprocess.run(command, capture_output=True).returncode:
        pytest.skip("mounting a small disk takes root")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_fetching_onto_a_disk_that_is_too_small_says_so(manage: Manage, small_disk: Path) -> None:
    done = manage("fetch_checkpoint", "qwen2.5-coder-0.5b", "--dir", str(small_disk))
    assert_says(done, str(small_disk), "ATELIER_CHECKPOINT_DIR", "larger disk")
    assert not list(small_disk.glob("*.gguf"))


def test_generating_onto_a_full_disk_says_so(
    manage: Manage, small_disk: Path, script: Callable[[str], str]
) -> None:
    (small_disk / "full").write_bytes(b"x" * (1024 * 1024 - 8192))
    reply = f"```html index.html\n{PAGE.replace('Hello', ' '.join(map(str, range(6_000))))}```\n"
    out = small_disk / "out"
    done = manage("generate", "A page", "-o", str(out), ATELIER_SCRIPT=script(reply))
    assert_says(done, f"Cannot write to {out}", "No space left")
