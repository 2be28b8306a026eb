"""The doctor's checks of what the studio works with: broker, database, checkpoint, browser…"""

from __future__ import annotations

import copy
import json
import subprocess
from pathlib import Path
from typing import Any

import httpx
import redis
from django.db import DatabaseError
from django.db.migrations.exceptions import InconsistentMigrationHistory
from django.db.migrations.executor import MigrationExecutor
from django.db.utils import ConnectionHandler
from redis.utils import from_url

from ide.doctor.check import Check, failed, ok, warning
from workers.browser import CheckBrowser, find_browser
from workers.checkpoints import Checkpoint, resolve
from workers.config import Config, ConfigError, broker_socket
from workers.fetch import is_verified, verify
from workers.fetch_partial import megabytes

SECONDS = 3  # how long anything on the network may take to answer
ISOLATE = (
    "Allow user namespaces to this user, or run the checks in a container; see docs/checks.md."
)
FETCH = "Run: python manage.py fetch_checkpoint"


def check_broker(config: Config) -> Check:
    """The broker answers, or is the embedded one, which starts with the studio."""
    embedded = config.redis_url == f"unix://{broker_socket(config.home)}"
    try:
        client = from_url(config.redis_url, socket_connect_timeout=SECONDS, socket_timeout=SECONDS)
        client.ping()
        return ok("broker", "the embedded Valkey answers" if embedded else "answers")
    except (redis.RedisError, OSError, ValueError) as error:
        if embedded:
            return ok("broker", "embedded Valkey, starts with the studio")
        return failed(
            "broker",
            f"REDIS_URL does not answer: {error}",
            "Start that server or correct REDIS_URL; without REDIS_URL the embedded one is used.",
        )


def check_database(settings: dict[str, Any]) -> Check:
    """The database can be reached and has the tables of this version.

    `settings` is an entry of Django's DATABASES. It is tried on a connection of its own.
    """
    name = "database"
    settings = copy.deepcopy(settings)
    kind = str(settings["ENGINE"]).rpartition(".")[2]
    if kind == "sqlite3" and not Path(str(settings["NAME"])).exists():
        return ok(name, "SQLite, made at the first start")
    if kind == "postgresql":  # its default is to wait for minutes
        settings.setdefault("OPTIONS", {}).setdefault("connect_timeout", SECONDS)
    connection = ConnectionHandler({"default": settings})["default"]
    try:
        executor = MigrationExecutor(connection)
        missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except (DatabaseError, InconsistentMigrationHistory) as error:
        words = (str(error).strip().splitlines() or [type(error).__name__])[0]
        return failed(
            name,
            f"{kind} cannot be used: {words}",
            "Start the database or correct DATABASE_URL; without it SQLite is used.",
        )
    finally:
        connection.close()
    if missing:
        return warning(
            name,
            f"{kind}: {len(missing)} migrations are not applied",
            "The next start applies them; or run: python manage.py migrate",
        )
    return ok(name, f"{kind}, up to date")


def check_checkpoint(config: Config, deep: bool) -> Check:
    """The checkpoint is there and is what it should be; `deep` reads all of it."""
    name = "checkpoint"
    try:
        path, checkpoint = resolve(config.checkpoint, config.checkpoint_dir)
    except ConfigError as error:
        return failed(name, str(error), "Correct ATELIER_CHECKPOINT.")
    if not path.is_file():
        partial = path.with_name(f"{path.name}.part")
        if checkpoint and partial.is_file():
            share = partial.stat().st_size / checkpoint.size
            return failed(name, f"{checkpoint.name} is fetched to {share:.0%}", FETCH)
        fix = FETCH if checkpoint else "Correct ATELIER_CHECKPOINT."
        return failed(name, f"{path} is not there", fix)
    if checkpoint is None:
        return _check_own_file(path)
    return _check_known_file(path, checkpoint, deep)


def _check_own_file(path: Path) -> Check:
    try:
        with path.open("rb") as data:
            magic = data.read(4)
    except OSError as error:
        fix = "Make it readable for this user."
        return failed("checkpoint", f"{path} cannot be read: {error.strerror}", fix)
    if magic != b"GGUF":
        fix = "Set ATELIER_CHECKPOINT to a GGUF file."
        return failed("checkpoint", f"{path} is not a GGUF file", fix)
    return ok("checkpoint", f"{path.name}, your own file (its sum is not known)")


def _check_known_file(path: Path, checkpoint: Checkpoint, deep: bool) -> Check:
    name = "checkpoint"
    size = path.stat().st_size
    again = f"{FETCH} (it sets the wrong file aside and fetches the right one)"
    if size != checkpoint.size:
        words = f"{path} has {size:,} bytes instead of {checkpoint.size:,}"
        return failed(name, words, again)
    if deep:
        if not verify(path, checkpoint, deep=True):
            return failed(name, f"{path} is damaged: its SHA-256 is wrong", again)
    elif not is_verified(path, checkpoint):
        return warning(
            name,
            f"{checkpoint.name} is there, not verified",
            "Run: python manage.py doctor --deep",
        )
    return ok(name, f"{checkpoint.name}, {megabytes(size)}, verified")


def check_frontend(dist: Path) -> Check:
    """The bundled frontend is complete."""
    name = "frontend"
    fix = "Run: make run, which builds it; or npm ci && npm run build in frontend/"
    manifests = [dist / ".vite" / "manifest.json", dist / "manifest.json"]
    manifest = next((path for path in manifests if path.is_file()), None)
    if manifest is None:
        return failed(name, "is not built", fix)
    try:
        files = [str(entry["file"]) for entry in json.loads(manifest.read_text("utf-8")).values()]
    except (ValueError, KeyError, TypeError, AttributeError, OSError):
        return failed(name, f"{manifest} cannot be read", fix)
    missing = [file for file in files if not (dist / file).is_file()]
    if missing:
        return failed(name, f"{len(missing)} of its files are missing, such as {missing[0]}", fix)
    return ok(name, f"built, {len(files)} files")


def check_browser() -> Check:
    """A Chromium starts and is locked in: page checks and the tests need one, the studio does not.

    What could not be taken from it is told: a page then reaches more than it should.
    """
    name = "browser"
    fix = (
        "Install chromium with your system's package manager, or run: playwright install chromium; "
        "or set ATELIER_CHROMIUM to its path."
    )
    path = find_browser()
    if not path:
        return warning(name, "no Chromium found: pages cannot be checked", fix)
    try:
        run = subprocess.run(
            [path, "--version"], capture_output=True, text=True, timeout=15, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return warning(name, f"{path} does not start: {error}", fix)
    if run.returncode:
        words = (run.stderr.strip().splitlines() or [f"status {run.returncode}"])[-1]
        return warning(name, f"{path} does not start: {words}", fix)
    checks = CheckBrowser(path)
    try:
        isolation = checks.warm()
    finally:
        checks.close()
    told = f"{run.stdout.strip()} ({path})"
    if isolation is None:
        return warning(name, f"{told} answers, but does not start for a page check", fix)
    if not isolation.complete:
        return warning(name, f"{told}; pages run {isolation}", ISOLATE)
    return ok(name, f"{told}; pages run {isolation}")


def check_endpoint(config: Config) -> Check:
    """The OpenAI-compatible server answers, takes the key and has the model."""
    name, url = "model server", config.openai_url.rstrip("/")
    if not url:
        return failed(name, "no address", "Set ATELIER_OPENAI_URL, such as http://host:8000/v1")
    headers = {"Authorization": f"Bearer {config.openai_key}"} if config.openai_key else {}
    try:
        answer = httpx.get(f"{url}/models", headers=headers, timeout=SECONDS)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        words = str(error) or type(error).__name__
        fix = "Start that server or correct ATELIER_OPENAI_URL."
        return failed(name, f"{url} cannot be reached: {words}", fix)
    if answer.status_code in (401, 403):
        return failed(name, f"{url} does not accept the key", "Correct ATELIER_OPENAI_KEY.")
    strange = "Correct ATELIER_OPENAI_URL; it usually ends in /v1."
    if answer.status_code != 200:
        return failed(name, f"{url}/models answers {answer.status_code}", strange)
    try:
        models = [str(entry["id"]) for entry in answer.json()["data"]]
    except (ValueError, KeyError, TypeError):
        return failed(name, f"{url}/models is no list of models", strange)
    if config.openai_model and config.openai_model not in models:
        return warning(
            name,
            f"{url} does not list {config.openai_model}",
            f"Set ATELIER_OPENAI_MODEL to one of: {', '.join(models[:8]) or 'none is listed'}",
        )
    return ok(name, f"{url} serves {config.openai_model or ', '.join(models[:3])}")
