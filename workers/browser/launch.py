"""Become Chromium with as few rights as this machine lets it have: `python launch.py SPEC`.

Started by Playwright in the browser's place, so that the debugging pipe (descriptors 3 and 4)
passes through. Needs nothing but Python. SPEC is JSON: `browser` (path), `folder` (private, empty;
becomes home, profile and temporary folder), `arguments`. What came of each step is written to
`folder`/isolation.json before the browser starts:

    user      "own": a user id of its own; "same": the worker's; "root"
    network   "none": an empty network namespace; "shared": the machine's
    sandbox   "on": Chromium's own; "off": the system lets nobody make namespaces

A step that is not permitted is left out and told; the steps do not depend on one another.
"""

from __future__ import annotations

import ctypes
import json
import os
import resource
import signal
import sys
from pathlib import Path
from typing import NoReturn

CLONE_NEWUSER, CLONE_NEWNET, CLONE_NEWIPC = 0x10000000, 0x40000000, 0x08000000
PR_SET_PDEATHSIG, PR_SET_NO_NEW_PRIVS = 1, 38
FIRST_USER, USERS = 60706, 400  # ids that neither Debian nor systemd gives to anybody
MAX_FILE_BYTES = 512 * 1024 * 1024  # shared memory counts as a file
MAX_PROCESSES = 1024  # threads included; of a user that has no other processes
MIN_SHARED_MEMORY = 200 * 1024 * 1024
LIBC = ctypes.CDLL(None, use_errno=True)


def main(spec: dict[str, object]) -> NoReturn:
    """Give rights up one by one, say what was possible, and become the browser."""
    browser, folder = str(spec["browser"]), Path(str(spec["folder"]))
    parent = os.getppid()
    is_root = os.geteuid() == 0
    alone = is_root and _unshare(CLONE_NEWNET | CLONE_NEWIPC)
    own = is_root and _change_user(browser, folder)
    if not alone and os.geteuid() != 0:
        alone = _unshare_as_user()
    LIBC.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    sandbox = os.geteuid() != 0 and _may_make_namespaces()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (MAX_FILE_BYTES, MAX_FILE_BYTES))
    if own:
        resource.setrlimit(resource.RLIMIT_NPROC, (MAX_PROCESSES, MAX_PROCESSES))
    isolation = {
        "user": "own" if own else "root" if is_root else "same",
        "network": "none" if alone else "shared",
        "sandbox": "on" if sandbox else "off",
    }
    (folder / "isolation.json").write_text(json.dumps(isolation))
    _die_with(parent)
    _become(browser, folder, [str(word) for word in _list(spec["arguments"])], sandbox)


def _list(value: object) -> list[object]:
    return list(value) if isinstance(value, list) else []


def _unshare(flags: int) -> bool:
    return bool(LIBC.unshare(flags) == 0)


def _change_user(browser: str, folder: Path) -> bool:
    """Become a user of one's own, unless that one could not run the browser."""
    user = FIRST_USER + os.getpid() % USERS
    if not _succeeds(lambda: _set_user(user) and os.access(browser, os.X_OK)):
        return False
    os.chown(folder, user, user)
    _set_user(user)
    return True


def _set_user(user: int) -> bool:
    os.setgroups([])
    os.setresgid(user, user, user)
    os.setresuid(user, user, user)  # from 0 to another: Linux drops the capabilities
    return True


def _unshare_as_user() -> bool:
    """An empty network by way of a user namespace, where one's id stays what it is."""
    user, group = os.geteuid(), os.getegid()
    if not _succeeds(lambda: _unshare(CLONE_NEWUSER | CLONE_NEWNET) and _map(user, group)):
        return False
    return _unshare(CLONE_NEWUSER | CLONE_NEWNET | CLONE_NEWIPC) and _map(user, group)


def _map(user: int, group: int) -> bool:
    here = Path("/proc/self")
    (here / "setgroups").write_text("deny")
    (here / "uid_map").write_text(f"{user} {user} 1")
    (here / "gid_map").write_text(f"{group} {group} 1")
    return True


def _may_make_namespaces() -> bool:
    """Whether Chromium's own sandbox can work: it is made of namespaces."""
    return _succeeds(lambda: _unshare(CLONE_NEWUSER | CLONE_NEWNET))


def _succeeds(act: object) -> bool:
    """Try it in a child: some of these steps cannot be taken back."""
    child = os.fork()
    if child == 0:
        try:
            os._exit(0 if callable(act) and act() else 1)
        except BaseException:
            os._exit(1)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def _die_with(parent: int) -> None:
    """No browser outlives its driver. A change of the user would undo this: hence last."""
    LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:
        os._exit(1)


def _become(browser: str, folder: Path, arguments: list[str], sandbox: bool) -> NoReturn:
    """The environment is made anew: what the worker knows is none of a page's business."""
    home = str(folder)
    environ = {
        "HOME": home,
        "TMPDIR": home,
        "XDG_RUNTIME_DIR": home,
        "LANG": "C.UTF-8",
        "TZ": "UTC",
    }
    environ["PATH"] = "/usr/local/bin:/usr/bin:/bin"
    own = ["--remote-debugging-pipe", f"--user-data-dir={folder / 'profile'}"]
    own.append("--disable-setuid-sandbox" if sandbox else "--no-sandbox")
    if not _has_shared_memory():
        own.append("--disable-dev-shm-usage")
    os.chdir(home)
    os.execve(browser, [browser, *own, *arguments], environ)


def _has_shared_memory() -> bool:
    try:
        state = os.statvfs("/dev/shm")
    except OSError:
        return False
    return state.f_bavail * state.f_frsize >= MIN_SHARED_MEMORY and os.access("/dev/shm", os.W_OK)


if __name__ == "__main__":
    main(json.loads(sys.argv[1]))
