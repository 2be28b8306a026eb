"""The hosted deployment: what can be said of its files, and its two scripts, without Docker."""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import redis
import yaml

from workers.check_queue import CheckQueue
from workers.event_log import EventLog
from workers.events import BackendStatus, Problem

ROOT = Path(__file__).resolve().parents[1]
TEXT = (ROOT / "compose.yaml").read_text("utf-8")
COMPOSE: dict[str, Any] = yaml.safe_load(TEXT)
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
STUDIO = {name: service for name, service in SERVICES.items() if "atelier" in service["image"]}
DOCKERFILE = (ROOT / "Dockerfile").read_text("utf-8")
DOCS = (ROOT / "docs" / "docker.md").read_text("utf-8")
SETTINGS = set(
    re.findall(r"^\| `(\w+)` \|", (ROOT / "docs" / "settings.md").read_text("utf-8"), re.MULTILINE)
)
ASKED_FOR = set(re.findall(r"\$\{(\w+)", TEXT))  # what the operator may set
INSIDE_ONLY = {"ATELIER_HOME", "ATELIER_CHROMIUM", "XDG_CACHE_HOME"}
OFFICIAL_IMAGES_OWN = re.compile(r"(POSTGRES_|PG)[A-Z]+")


def environment(name: str) -> dict[str, str]:
    environ: dict[str, str] = SERVICES[name].get("environment", {})
    return environ


def test_every_process_of_the_studio_runs_one_image_that_is_built_once() -> None:
    assert set(STUDIO) == {"init", "web", "record", "worker", "check"}
    assert len({service["image"] for service in STUDIO.values()}) == 1
    assert [name for name, service in SERVICES.items() if "build" in service] == ["init"]
    assert all(service["pull_policy"] == "never" for service in STUDIO.values())


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_no_service_may_become_more_than_it_is(name: str) -> None:
    service = SERVICES[name]
    assert "no-new-privileges:true" in service["security_opt"]
    assert service["read_only"] is True
    for door in ("privileged", "cap_add", "devices", "network_mode", "pid", "ipc", "user"):
        assert door not in service
    assert "docker.sock" not in str(service)
    if name in STUDIO:
        assert service["cap_drop"] == ["ALL"]


def test_every_image_from_elsewhere_is_pinned_to_a_release() -> None:
    stages = set(re.findall(r"^FROM \S+ AS (\S+)", DOCKERFILE, re.MULTILINE))
    images = set(re.findall(r"^FROM (\S+)", DOCKERFILE, re.MULTILINE)) - stages
    images |= {service["image"] for name, service in SERVICES.items() if name not in STUDIO}
    assert len(images) == 4
    for image in images:
        assert re.search(r":\d+\.\d+(\.\d+)?-[a-z]", image), image


def test_only_the_web_port_is_published_and_only_to_this_machine_unless_told() -> None:
    assert [name for name, service in SERVICES.items() if "ports" in service] == ["web"]
    (port,) = SERVICES["web"]["ports"]
    assert re.sub(r"\$\{\w+:-([^}]*)\}", r"\1", port) == "127.0.0.1:8000:8000"


def test_the_broker_and_the_database_have_no_way_out_and_the_worker_none_to_the_database() -> None:
    for name, networks in (("valkey", ["broker", "checks"]), ("postgres", ["database"])):
        assert SERVICES[name]["networks"] == networks
        assert all(COMPOSE["networks"][network]["internal"] is True for network in networks)
    assert "database" not in SERVICES["worker"]["networks"]


def test_the_pages_are_run_where_only_the_broker_can_be_reached_and_within_limits() -> None:
    check = SERVICES["check"]
    assert check["networks"] == ["checks"] and check["extra_hosts"] == []
    assert [name for name in SERVICES if "checks" in SERVICES[name].get("networks", ())] == [
        "check",
        "valkey",
    ]
    gateway = "com.docker.network.bridge.inhibit_ipv4"  # this machine's own address on the network
    assert COMPOSE["networks"]["checks"]["driver_opts"] == {gateway: "true"}
    assert "volumes" not in check and set(environment("check")) == {"REDIS_URL", "ATELIER_HOME"}
    assert check["pids_limit"] and check["mem_limit"] and check["shm_size"]
    profile = json.loads((ROOT / "docker" / "chromium-seccomp.json").read_text("utf-8"))
    forbidden = {name for rule in profile["syscalls"] for name in rule["names"]}
    assert {"mount", "ptrace", "bpf", "kexec_load", "keyctl", "init_module"} <= forbidden
    assert not {"clone", "clone3", "unshare", "chroot"} & forbidden


def test_the_worker_holds_no_secret_of_the_web_side() -> None:
    assert "data:/data" not in SERVICES["worker"]["volumes"]
    assert not {"DATABASE_URL", "PGPASSWORD", "ATELIER_SECRET_KEY"} & set(environment("worker"))
    assert "ATELIER_OPENAI_KEY" not in {**environment("web"), **environment("record")}


def test_every_setting_that_compose_names_is_documented() -> None:
    given = {name for service in STUDIO for name in environment(service)}
    own = {name for name in given | ASKED_FOR if not OFFICIAL_IMAGES_OWN.fullmatch(name)}
    assert own <= SETTINGS
    assert all(f"`{name}`" in DOCS for name in ASKED_FOR - SETTINGS)


def test_every_documented_setting_can_be_given_to_the_containers() -> None:
    assert set() == SETTINGS - INSIDE_ONLY - ASKED_FOR


def test_a_missing_password_is_refused_in_words_that_say_what_to_do() -> None:
    for found in re.findall(r"\$\{POSTGRES_PASSWORD(.*?)\}", TEXT):
        assert found.startswith(":?") and ".env" in found and "docs/docker.md" in found


def test_every_service_that_stays_tells_its_health_and_ends_with_grace() -> None:
    for name in set(SERVICES) - {"init"}:
        assert SERVICES[name]["restart"] == "unless-stopped"
        assert SERVICES[name]["healthcheck"]["test"]
        assert "stop_grace_period" in SERVICES[name]
    for name in ("web", "record", "worker", "check"):
        assert SERVICES[name]["command"] == [name]
        assert SERVICES[name]["healthcheck"]["test"][-2:] == ["docker/healthcheck.py", name]


def test_the_image_runs_as_a_user_without_rights() -> None:
    users = re.findall(r"^USER (\S+)", DOCKERFILE, re.MULTILINE)
    assert users == ["atelier"]
    assert re.search(r"useradd --uid 10001 .*atelier", DOCKERFILE)
    assert DOCKERFILE.index("USER atelier") > DOCKERFILE.rindex("RUN ")


def test_mirrors_are_arguments_of_the_build_and_do_not_stay_in_the_image() -> None:
    for name in SERVICES["init"]["build"]["args"]:
        assert f"ARG {name}\n" in DOCKERFILE and f"`{name}`" in DOCS
    last = DOCKERFILE[DOCKERFILE.rindex("\nFROM ") :]
    assert "ARG " not in last


def ignored(path: str) -> bool:
    """Whether .dockerignore leaves the path out, by the subset of its rules used there."""
    for line in (ROOT / ".dockerignore").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            pattern = re.escape(line).replace(r"\*\*/", "(.*/)?").replace(r"\*", "[^/]*")
            if re.fullmatch(f"{pattern}(/.*)?", path):
                return True
    return False


@pytest.mark.parametrize(
    "path",
    [
        ".git/config",
        ".env",
        ".env.production",
        ".venv/bin/python",
        "frontend/node_modules/vite/package.json",
        "frontend/dist/probe.js",
        "shelf/node_modules/three/package.json",
        "shelf/dist/index.json",
        "data/secret_key",
        "var/atelier.sqlite3",
        "ide/__pycache__/urls.cpython-311.pyc",
        ".mypy_cache/x",
        "models/some.gguf",
        "tests/conftest.py",
    ],
)
def test_secrets_data_and_caches_stay_out_of_the_image(path: str) -> None:
    assert ignored(path)


@pytest.mark.parametrize(
    "path",
    [
        "manage.py",
        "pyproject.toml",
        "docker/entrypoint.py",
        "ide/urls.py",
        "workers/prompts/system.md",
        "templates/home.html",
        "locale/zh_Hans/LC_MESSAGES/django.mo",
        "frontend/package-lock.json",
        "frontend/src/main.ts",
        "shelf/package-lock.json",
        "shelf/catalogue.json",
    ],
)
def test_what_the_studio_runs_on_goes_into_the_image(path: str) -> None:
    assert not ignored(path)


def run(script: str, *arguments: str, **environ: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, ROOT / "docker" / script, *arguments],
        env={**os.environ, **environ},
        capture_output=True,
        text=True,
        timeout=60,
    )


def test_the_entry_point_says_in_words_which_setting_is_wrong() -> None:
    ended = run("entrypoint.py", "web", ATELIER_SLOTS="0")
    assert ended.returncode == 1
    assert ended.stderr.startswith("Atelier cannot start: ATELIER_SLOTS must be 1 to")


def test_a_worker_without_its_checkpoint_does_not_start(tmp_path: Path) -> None:
    missing = str(tmp_path / "missing.gguf")
    ended = run("entrypoint.py", "worker", ATELIER_BACKEND="llama", ATELIER_CHECKPOINT=missing)
    assert ended.returncode == 1
    assert f"{missing} does not exist" in ended.stderr


def test_the_worker_is_healthy_once_its_model_is_loaded(event_log: EventLog) -> None:
    me = f"{socket.gethostname()}-1"
    assert "does not serve yet" in run("healthcheck.py", "worker").stderr
    event_log.put_status(BackendStatus(state="ready"), "another-1")
    assert run("healthcheck.py", "worker").returncode == 1
    event_log.put_status(BackendStatus(state="loading"), me)
    assert run("healthcheck.py", "worker").returncode == 1
    problem = Problem(code="out-of-memory", message="It needs 9 GiB.")
    event_log.put_status(BackendStatus(state="failed", problem=problem), me)
    assert "It needs 9 GiB." in run("healthcheck.py", "worker").stderr
    event_log.put_status(BackendStatus(state="ready"), me)
    assert run("healthcheck.py", "worker").returncode == 0


def test_the_page_check_is_healthy_once_its_browser_runs(broker_url: str) -> None:
    me, queue = f"{socket.gethostname()}-1", CheckQueue(broker_url)
    assert "takes no checks" in run("healthcheck.py", "check").stderr
    queue.beat(me, {"browser": "/usr/bin/chromium", "isolation": ""})
    assert "has not started" in run("healthcheck.py", "check").stderr
    queue.beat(me, {"browser": "/usr/bin/chromium", "isolation": "as this user"})
    assert run("healthcheck.py", "check").returncode == 0


def test_the_recorder_is_healthy_while_it_waits_for_messages(broker_url: str) -> None:
    assert "takes no messages" in run("healthcheck.py", "record").stderr
    client: Any = redis.Redis.from_url(broker_url)
    waiting = threading.Thread(target=client.brpop, args=(["some-queue"], 20))
    waiting.start()
    time.sleep(0.2)
    healthy = run("healthcheck.py", "record")
    client.lpush("some-queue", "done")
    waiting.join(5)
    assert healthy.returncode == 0, healthy.stderr


def test_no_broker_is_told_in_words_and_not_as_a_traceback() -> None:
    ended = run("healthcheck.py", "record", REDIS_URL="redis://127.0.0.1:1/0")
    assert ended.returncode == 1
    assert "ConnectionError" in ended.stderr and "Traceback" not in ended.stderr


@pytest.fixture
def port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def web(broker_url: str, port: int, tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """The web process as a container starts it."""
    environ = {**os.environ, "ATELIER_PORT": str(port), "ATELIER_HOME": str(tmp_path)}
    command = [sys.executable, str(ROOT / "docker" / "entrypoint.py"), "web"]
    process = subprocess.Popen(command, env=environ)
    yield process
    if process.poll() is None:
        process.kill()
    process.wait(10)


def test_the_web_process_is_healthy_when_it_answers_and_ends_when_asked(
    web: subprocess.Popen[bytes], port: int
) -> None:
    assert run("healthcheck.py", "web", ATELIER_PORT="1").returncode == 1
    deadline = time.monotonic() + 30
    while run("healthcheck.py", "web", ATELIER_PORT=str(port)).returncode:
        assert time.monotonic() < deadline and web.poll() is None
        time.sleep(0.2)
    web.terminate()
    web.wait(10)
    assert run("healthcheck.py", "web", ATELIER_PORT=str(port)).returncode == 1


def compose_config(**environ: str) -> subprocess.CompletedProcess[str]:
    clean = {name: text for name, text in os.environ.items() if name not in ASKED_FOR}
    return subprocess.run(
        ["docker", "compose", "--env-file", os.devnull, "config", "--quiet"],
        cwd=ROOT,
        env={**clean, **environ},
        capture_output=True,
        text=True,
        timeout=60,
    )


def has_compose() -> bool:
    if not shutil.which("docker"):
        return False
    asked = subprocess.run(["docker", "compose", "version"], capture_output=True, timeout=60)
    return asked.returncode == 0


@pytest.mark.skipif(not has_compose(), reason="Docker Compose is not installed")
def test_compose_itself_takes_the_file_and_asks_for_the_password() -> None:
    taken = compose_config(POSTGRES_PASSWORD="secret")
    assert taken.returncode == 0, taken.stderr
    refused = compose_config()
    assert refused.returncode != 0
    assert "POSTGRES_PASSWORD" in refused.stderr and "docs/docker.md" in refused.stderr
