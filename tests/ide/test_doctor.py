"""The doctor, in front of things that really are wrong."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from ide.doctor import machine, services
from workers.checkpoints import CHECKPOINTS, DEFAULT
from workers.config import Config, load_config

ROOT = Path(__file__).parents[2]
PRESET = CHECKPOINTS[DEFAULT]
NOBODY = "127.0.0.1:9"  # the discard port: nothing listens


def config(tmp_path: Path, **settings: str) -> Config:
    """The worker's settings, with data and checkpoints in the test's folder."""
    values = {"ATELIER_HOME": str(tmp_path), "ATELIER_CHECKPOINT_DIR": str(tmp_path), **settings}
    return load_config(values)


@contextmanager
def web_server(status: int, answer: Any) -> Iterator[int]:
    """A server on loopback that answers everything with one JSON value; yields its port."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = json.dumps(answer).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def silent_listener() -> Iterator[int]:
    """A bound port whose owner never answers."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


# Port


def test_a_free_port_is_fine() -> None:
    with silent_listener() as port:
        pass
    assert machine.check_port("127.0.0.1", port).state == "ok"


def test_a_taken_port_is_told_with_its_owner() -> None:
    with silent_listener() as port:
        check = machine.check_port("127.0.0.1", port)
    assert check.state == "failed"
    assert f"(process {os.getpid()})" in check.message
    assert "ATELIER_PORT" in check.fix


def test_a_port_taken_on_one_address_is_not_free_for_all_addresses() -> None:
    with silent_listener() as port:
        assert machine.check_port("0.0.0.0", port).state == "failed"


def test_our_own_studio_on_the_port_is_fine() -> None:
    with web_server(200, {"app": "atelier"}) as port:
        check = machine.check_port("127.0.0.1", port)
    assert (check.state, check.message) == ("ok", machine.RUNNING)


def test_another_web_server_on_the_port_is_not_taken_for_the_studio() -> None:
    with web_server(200, {"status": "fine"}) as port:
        assert machine.check_port("127.0.0.1", port).state == "failed"


def test_an_address_of_another_machine_is_refused() -> None:
    check = machine.check_port("203.0.113.1", 8000)
    assert check.state == "failed" and "ATELIER_HOST" in check.fix


def test_a_port_that_cannot_exist_is_refused() -> None:
    assert machine.check_port("127.0.0.1", 70_000).state == "failed"


# Checkpoint


def test_a_missing_checkpoint_says_how_to_fetch_it(tmp_path: Path) -> None:
    check = services.check_checkpoint(config(tmp_path), deep=False)
    assert check.state == "failed"
    assert "fetch_checkpoint" in check.fix


def test_a_half_fetched_checkpoint_says_how_far_it_is(tmp_path: Path) -> None:
    half = tmp_path / f"{PRESET.file}.part"
    half.touch()
    os.truncate(half, PRESET.size // 2)
    check = services.check_checkpoint(config(tmp_path), deep=False)
    assert (check.state, check.message) == ("failed", f"{DEFAULT} is fetched to 50%")


def test_a_checkpoint_of_the_wrong_size_is_told_in_bytes(tmp_path: Path) -> None:
    (tmp_path / PRESET.file).write_bytes(b"GGUF")
    check = services.check_checkpoint(config(tmp_path), deep=False)
    assert check.state == "failed"
    assert "4 bytes instead of 1,117,320,768" in check.message


def test_a_damaged_checkpoint_is_found_by_a_deep_look(tmp_path: Path) -> None:
    preset = CHECKPOINTS["qwen2.5-coder-0.5b"]
    path = tmp_path / preset.file
    path.touch()
    os.truncate(path, preset.size)  # sparse: the right size, all zeros
    settings = config(tmp_path, ATELIER_CHECKPOINT=preset.name)
    shallow = services.check_checkpoint(settings, deep=False)
    assert (shallow.state, "not verified" in shallow.message) == ("warning", True)
    deep = services.check_checkpoint(settings, deep=True)
    assert (deep.state, "damaged" in deep.message) == ("failed", True)


def test_a_persons_own_file_must_be_gguf(tmp_path: Path) -> None:
    own = tmp_path / "own.gguf"
    settings = config(tmp_path, ATELIER_CHECKPOINT=str(own))
    assert services.check_checkpoint(settings, deep=False).state == "failed"
    own.write_bytes(b"PK\x03\x04")
    assert "not a GGUF file" in services.check_checkpoint(settings, deep=False).message
    own.write_bytes(b"GGUF")
    assert services.check_checkpoint(settings, deep=False).state == "ok"


def test_an_unknown_checkpoint_is_told_by_each_check_that_needs_it(tmp_path: Path) -> None:
    settings = config(tmp_path, ATELIER_CHECKPOINT="gpt-9")
    checks = [
        services.check_checkpoint(settings, deep=False),
        machine.check_checkpoint_disk(settings),
        machine.check_memory(settings, running=False),
    ]
    assert {check.state for check in checks} == {"failed"}


# Memory and disk


def test_a_window_beyond_the_memory_names_both_numbers(tmp_path: Path) -> None:
    check = machine.check_memory(config(tmp_path), running=False)
    need = PRESET.size + 32_768 * PRESET.kv_bytes_per_token + 300 * 1024 * 1024
    assert f"{need / 1e6:,.0f} MB needed" in check.message
    assert check.state == ("ok" if machine.available_memory() >= need else "failed")


def test_a_containers_limit_counts_as_the_memory_there_is(tmp_path: Path) -> None:
    (tmp_path / "memory.max").write_text("200000000\n")
    (tmp_path / "memory.current").write_text("150000000\n")
    (tmp_path / "memory.stat").write_text("anon 1\ninactive_file 50000000\n")
    assert machine.available_memory(tmp_path) == 100_000_000
    (tmp_path / "memory.max").write_text("max\n")
    assert machine.available_memory(tmp_path) > 100_000_000


def test_a_folder_that_does_not_exist_yet_is_measured_where_it_will_be(tmp_path: Path) -> None:
    assert machine.check_home_disk(tmp_path / "not" / "yet").state in ("ok", "warning")


# Broker


def test_the_embedded_broker_need_not_run(tmp_path: Path) -> None:
    check = services.check_broker(config(tmp_path))
    assert (check.state, "starts with the studio" in check.message) == ("ok", True)


@pytest.mark.parametrize("url", [f"redis://{NOBODY}/0", "unix:///nowhere.sock", "what://ever"])
def test_a_broker_that_does_not_answer_is_told(tmp_path: Path, url: str) -> None:
    check = services.check_broker(config(tmp_path, REDIS_URL=url))
    assert check.state == "failed" and "REDIS_URL" in check.fix


def test_a_broker_that_never_answers_does_not_hold_the_doctor_up(tmp_path: Path) -> None:
    with silent_listener() as port:
        check = services.check_broker(config(tmp_path, REDIS_URL=f"redis://127.0.0.1:{port}/0"))
    assert check.state == "failed"


def test_the_password_of_a_broker_is_not_shown(tmp_path: Path) -> None:
    check = services.check_broker(config(tmp_path, REDIS_URL=f"redis://:hunter2@{NOBODY}/0"))
    assert "hunter2" not in check.message + check.fix


# Database


def test_a_database_that_is_not_there_yet_is_not_made_by_looking(tmp_path: Path) -> None:
    path = tmp_path / "new.sqlite3"
    check = services.check_database({"ENGINE": "django.db.backends.sqlite3", "NAME": path})
    assert check.state == "ok" and not path.exists()


def test_a_file_that_is_no_database_is_told(tmp_path: Path, django_db_blocker: Any) -> None:
    path = tmp_path / "letter.sqlite3"
    path.write_text("Dear reader, this is not a database. " * 100)
    with django_db_blocker.unblock():
        check = services.check_database({"ENGINE": "django.db.backends.sqlite3", "NAME": path})
    assert check.state == "failed" and "not a database" in check.message


def test_an_empty_database_warns_of_its_migrations(tmp_path: Path, django_db_blocker: Any) -> None:
    path = tmp_path / "empty.sqlite3"
    path.touch()
    with django_db_blocker.unblock():
        check = services.check_database({"ENGINE": "django.db.backends.sqlite3", "NAME": path})
    assert check.state == "warning" and "migrate" in check.fix


def test_a_database_server_that_is_off_is_told(django_db_blocker: Any) -> None:
    settings = {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "atelier", "USER": "atelier", "PASSWORD": "hunter2",
        "HOST": "127.0.0.1", "PORT": "9",
    }  # fmt: skip
    with django_db_blocker.unblock():
        check = services.check_database(settings)
    assert check.state == "failed" and "DATABASE_URL" in check.fix
    assert "hunter2" not in check.message


# Frontend and browser


def test_a_frontend_that_is_not_built_says_how(tmp_path: Path) -> None:
    assert services.check_frontend(tmp_path / "dist").message == "is not built"


def test_a_frontend_with_a_missing_file_names_it(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text('{"src/main.ts": {"file": "assets/main.js"}}')
    assert "assets/main.js" in services.check_frontend(tmp_path).message
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "main.js").touch()
    assert services.check_frontend(tmp_path).state == "ok"


def test_a_browser_that_is_set_and_not_there_is_a_warning(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ATELIER_CHROMIUM", "/nowhere/chromium")
    check = services.check_browser()
    assert check.state == "warning" and "/nowhere/chromium" in check.message


def test_no_browser_at_all_is_a_warning(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ATELIER_CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path))
    assert services.check_browser().state == "warning"


def test_the_browser_that_is_there_is_told_with_what_holds_a_page_in() -> None:
    check = services.check_browser()
    assert check.state in ("ok", "warning")
    assert "pages run as" in check.message and "Chromium's sandbox" in check.message
    assert (check.state == "ok") == (
        "sandbox on" in check.message and "as root" not in check.message
    )


# Model server


def endpoint(tmp_path: Path, port: int, model: str = "") -> services.Check:
    url = f"http://127.0.0.1:{port}/v1"
    settings = {"ATELIER_OPENAI_URL": url, "ATELIER_OPENAI_MODEL": model}
    return services.check_endpoint(config(tmp_path, ATELIER_BACKEND="openai", **settings))


def test_a_model_server_without_an_address_is_told(tmp_path: Path) -> None:
    check = services.check_endpoint(config(tmp_path, ATELIER_BACKEND="openai"))
    assert check.state == "failed" and "ATELIER_OPENAI_URL" in check.fix


def test_a_model_server_that_is_off_is_told(tmp_path: Path) -> None:
    check = endpoint(tmp_path, 9)
    assert check.state == "failed" and "cannot be reached" in check.message


@pytest.mark.parametrize(
    ("status", "answer", "state", "words"),
    [
        (200, {"data": [{"id": "coder"}]}, "ok", "serves coder"),
        (401, {}, "failed", "ATELIER_OPENAI_KEY"),
        (404, {}, "failed", "ends in /v1"),
        (200, ["what"], "failed", "ends in /v1"),
        (200, {"data": [{"id": "other"}]}, "warning", "one of: other"),
    ],
)
def test_what_a_model_server_answers_is_understood(
    tmp_path: Path, status: int, answer: Any, state: str, words: str
) -> None:
    with web_server(status, answer) as port:
        check = endpoint(tmp_path, port, model="coder")
    assert check.state == state
    assert words in check.message + check.fix


# The command


def doctor(*args: str, **settings: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "manage.py", "doctor", *args],
        cwd=ROOT, env={**os.environ, **settings}, capture_output=True, text=True, timeout=120,
    )  # fmt: skip


def test_the_command_fails_when_a_check_failed_and_says_so_in_json(tmp_path: Path) -> None:
    with silent_listener() as port:
        result = doctor("--json", ATELIER_HOME=str(tmp_path), ATELIER_PORT=str(port))
    assert result.returncode == 1, result.stderr
    report = json.loads(result.stdout)
    assert report["ok"] is False
    assert {"name", "state", "message", "fix"} == set(report["checks"][0])
    states = {check["name"]: check["state"] for check in report["checks"]}
    assert states[f"port {port}"] == "failed"
    assert states["python"] == "ok"


def test_the_command_prints_what_to_do(tmp_path: Path) -> None:
    result = doctor(
        ATELIER_HOME=str(tmp_path),
        ATELIER_BACKEND="llama",
        ATELIER_CHECKPOINT_DIR=str(tmp_path / "empty"),
        PATH="/nowhere",
    )
    assert result.returncode == 1
    assert "-> Run: python manage.py fetch_checkpoint" in result.stdout
