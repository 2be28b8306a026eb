"""The launcher gives up what it can, and says what it could not: with a program in the browser's
place that only tells how it finds itself."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from workers.browser import Isolation
from workers.browser.launch import FIRST_USER, USERS
from workers.browser.process import LAUNCHER

SOMEBODY = 12345
TELL = "#!/bin/sh\ncat /proc/self/status; cat /proc/net/dev; env; echo $0 $*\n"
PYTHON = "/usr/bin/python3" if os.access("/usr/bin/python3", os.X_OK) else sys.executable
as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root may become somebody else")
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="Linux has the namespaces")


@pytest.fixture
def place() -> Iterator[Path]:
    """A folder that everybody may enter, with the launcher and the program."""
    folder = Path(tempfile.mkdtemp(prefix="atelier-launch-"))
    folder.chmod(0o755)
    shutil.copy(LAUNCHER, folder / "launch.py")
    program = folder / "program"
    program.write_text(TELL)
    program.chmod(0o755)
    (folder / "home").mkdir()
    yield folder
    shutil.rmtree(folder)


def launch(place: Path, *before: str, user: int | None = None) -> tuple[Isolation, str]:
    """What the launcher wrote of itself, and what the program found."""
    if user is not None:
        os.chown(place / "home", user, user)
    home = str(place / "home")
    spec = {"browser": str(place / "program"), "folder": home, "arguments": ["--an-argument"]}
    run = subprocess.run(
        [*before, PYTHON, "-I", str(place / "launch.py"), json.dumps(spec)],
        env={"PATH": os.environ["PATH"], "REDIS_URL": "a secret"},
        user=user,
        group=user,
        extra_groups=None if user is None else [],
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert run.returncode == 0, run.stderr
    told = json.loads((place / "home" / "isolation.json").read_text())
    return Isolation(**told), run.stdout


@on_linux
def test_the_program_gets_its_arguments_and_none_of_the_workers_secrets(place: Path) -> None:
    isolation, said = launch(place)
    assert "--an-argument" in said and "--remote-debugging-pipe" in said
    assert "secret" not in said and "NoNewPrivs:\t1" in said
    assert ("--no-sandbox" in said) == (isolation.sandbox == "off")


@on_linux
@as_root
def test_root_becomes_a_user_of_its_own_without_capabilities(place: Path) -> None:
    isolation, said = launch(place)
    assert isolation.user == "own"
    user = int(said.split("Uid:")[1].split()[0])
    assert FIRST_USER <= user < FIRST_USER + USERS
    assert "CapEff:\t0000000000000000" in said


@on_linux
@as_root
def test_somebody_else_stays_who_they_are(place: Path) -> None:
    isolation, said = launch(place, user=SOMEBODY)
    assert isolation.user == "same" and f"Uid:\t{SOMEBODY}\t{SOMEBODY}" in said
    assert "CapEff:\t0000000000000000" in said


@on_linux
@as_root
def test_what_the_system_forbids_is_left_out_and_told(place: Path) -> None:
    forbid = 'echo 0 > /proc/sys/user/max_user_namespaces && exec "$@"'
    try:
        isolation, said = launch(place, "unshare", "-U", "-r", "sh", "-c", forbid, "sh")
    except AssertionError as error:
        pytest.skip(f"no user namespaces here: {error}")
    assert (isolation.user, isolation.sandbox) == ("root", "off")
    assert "--no-sandbox" in said and not isolation.complete
    assert "as root" in str(isolation) and "sandbox off" in str(isolation)


@on_linux
def test_an_empty_network_has_only_a_loopback_that_is_down(place: Path) -> None:
    isolation, said = launch(place)
    table = said.split("Inter-|")[1].split("HOME=")[0]
    lines = [line for line in table.splitlines() if ":" in line and "=" not in line]
    devices = [line.split(":")[0].strip() for line in lines]
    if isolation.network == "none":
        assert devices == ["lo"]
