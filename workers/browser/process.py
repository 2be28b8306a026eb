"""One Chromium: started with few rights, watched while it works, ended with all its children."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil

from workers.browser.find import executable

LAUNCHER = Path(__file__).with_name("launch.py")
LAUNCH_SECONDS = 20.0
WATCH_SECONDS = 0.1
MEMORY_BYTES = 1024**3  # of all the browser's processes together
PROCESSES = 40
THREADS = 900
OFF = (
    "BackForwardCache,DestroyProfileOnBrowserClose,DialMediaRouteProvider,GlobalMediaControls,"
    "HttpsUpgrades,LensOverlay,MediaRouter,OptimizationHints,PaintHolding,RenderDocument,"
    "SpareRendererForSitePerProcess,Translate,WebRtcHideLocalIpsWithMdns,OnDeviceModelService"
)
SWITCHES = [
    "--headless",
    "--no-startup-window",
    "--no-first-run",
    "--no-default-browser-check",
    "--no-service-autorun",
    "--hide-scrollbars",
    "--mute-audio",
    "--autoplay-policy=user-gesture-required",
    "--force-color-profile=srgb",
    "--password-store=basic",
    f"--disable-features={OFF}",
    "--enable-features=CDPScreenshotNewSurface",
    "--disable-background-networking",
    "--disable-background-timer-throttling",
    "--disable-backgrounding-occluded-windows",
    "--disable-breakpad",
    "--disable-component-extensions-with-background-pages",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-extensions",
    "--disable-field-trial-config",
    "--disable-hang-monitor",
    "--disable-ipc-flooding-protection",
    "--disable-popup-blocking",
    "--disable-prompt-on-repost",
    "--disable-quic",
    "--disable-renderer-backgrounding",
    "--disable-search-engine-choice-screen",
    "--disable-sync",
    "--metrics-recording-only",
    "--use-angle=swiftshader",  # WebGL without a GPU; everything else is drawn in half the time
    "--disable-gpu-compositing",  # of that by plain software
    "--disable-accelerated-2d-canvas",
    "--enable-unsafe-swiftshader",
    "--renderer-process-limit=4",
    # Where there is no empty network namespace these still leave a page no way out.
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--proxy-server=http://127.0.0.1:9",
    "--proxy-bypass-list=<-loopback>",
    "--webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--force-webrtc-ip-handling-policy",
]


@dataclass(frozen=True)
class Isolation:
    """What holds a page in: see launch.py for the words."""

    user: str = "same"
    network: str = "shared"
    sandbox: str = "off"

    @property
    def complete(self) -> bool:
        """Nothing was left out."""
        return self.user != "root" and self.network == "none" and self.sandbox == "on"

    def __str__(self) -> str:
        users = {
            "own": "as a user of its own",
            "same": "as this user",
            "root": "as root",
        }
        network = "without a network" if self.network == "none" else "on this machine's network"
        return f"{users[self.user]}, {network}, Chromium's sandbox {self.sandbox}"


class Chromium:
    """A running browser. `browser` is Playwright's; `died_of` says why the watchdog ended it."""

    def __init__(self, browser: Any, folder: Path, isolation: Isolation, process: psutil.Process):
        self.browser = browser
        self.isolation = isolation
        self.died_of = ""
        self.checks = 0
        self._folder = folder
        self._process = process
        self._done = threading.Event()
        self._watching = threading.Event()  # only while a check runs
        self._known: dict[int, psutil.Process] = {process.pid: process}
        threading.Thread(target=self._watch, name="browser-watch", daemon=True).start()

    @classmethod
    async def start(cls, playwright: Any, path: str) -> Chromium:
        """Launch `path`; raises Playwright's error when it does not start."""
        folder = Path(tempfile.mkdtemp(prefix="atelier-check-"))
        spec = {"browser": executable(path), "folder": str(folder), "arguments": SWITCHES}
        mark = ["-I", str(LAUNCHER), json.dumps(spec)]
        try:
            browser = await playwright.chromium.launch(
                executable_path=sys.executable,
                ignore_default_args=True,  # the launcher adds the pipe and the profile
                args=mark,
                timeout=LAUNCH_SECONDS * 1000,
                handle_sigint=False,
                handle_sigterm=False,
                handle_sighup=False,
            )
            isolation = Isolation(**json.loads((folder / "isolation.json").read_text("utf-8")))
            return cls(browser, folder, isolation, _process_of(folder))
        except BaseException:
            with contextlib.suppress(ProcessLookupError, LookupError):
                _kill([_process_of(folder)])
            shutil.rmtree(folder, ignore_errors=True)
            raise

    @property
    def alive(self) -> bool:
        """It can take another check."""
        ended = self.died_of or self._done.is_set() or not _runs(self._process)
        return not ended and bool(self.browser.is_connected())

    def watched(self, on: bool) -> None:
        """Hold it to its limits, during a check."""
        (self._watching.set if on else self._watching.clear)()

    def seconds(self) -> float:
        """CPU time of all its processes so far, in seconds."""
        total = 0.0
        for process in self.tree():
            with contextlib.suppress(psutil.Error):
                used = process.cpu_times()
                total += used.user + used.system
        return total

    def tree(self) -> list[psutil.Process]:
        """All its processes."""
        with contextlib.suppress(psutil.Error):
            for child in self._process.children(recursive=True):
                self._known.setdefault(child.pid, child)
        return [process for process in list(self._known.values()) if _runs(process)]

    def memory(self) -> int:
        """What its processes hold beyond the program's own files, in bytes."""
        return sum(_memory(process.pid) for process in self.tree())

    def kill(self, reason: str = "") -> None:
        """End it and everything it started, at once."""
        if reason and not self.died_of:
            self.died_of = reason
        self._done.set()
        self._watching.set()  # wakes the watchdog, which then ends
        _kill(self.tree())
        shutil.rmtree(self._folder, ignore_errors=True)

    def _watch(self) -> None:
        while not self._done.is_set():
            self._watching.wait()
            if self._done.wait(WATCH_SECONDS):
                return
            processes = self.tree()
            if not _runs(self._process):
                continue
            threads = 0
            for process in processes:
                with contextlib.suppress(psutil.Error):
                    threads += process.num_threads()
            memory = sum(_memory(process.pid) for process in processes)
            if memory > MEMORY_BYTES:
                self.kill("memory")
            elif len(processes) > PROCESSES or threads > THREADS:
                self.kill("processes")


def _process_of(folder: Path) -> psutil.Process:
    """The browser's first process: Playwright does not tell its id."""
    profile = f"--user-data-dir={folder / 'profile'}"
    spec = str(folder)
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error):
            words = process.cmdline()
            typed = any(word.startswith("--type=") for word in words)
            if not typed and (profile in words or (str(LAUNCHER) in words and spec in words[-1])):
                return process
    raise LookupError("the browser has ended")


def _runs(process: psutil.Process) -> bool:
    try:
        return bool(process.is_running() and process.status() != psutil.STATUS_ZOMBIE)
    except psutil.Error:
        return False


def _memory(pid: int) -> int:
    """Anonymous and shared memory of a process, in bytes; mapped files do not count."""
    total = 0
    with contextlib.suppress(OSError, ValueError):
        for line in Path(f"/proc/{pid}/status").read_text().splitlines():
            if line.startswith(("RssAnon:", "RssShmem:", "VmSwap:")):
                total += int(line.split()[1]) * 1024
    return total


def _kill(processes: list[psutil.Process]) -> None:
    for process in processes:
        with contextlib.suppress(psutil.Error, ProcessLookupError, PermissionError):
            os.kill(process.pid, signal.SIGKILL)
    psutil.wait_procs(processes, timeout=3)


def until(condition: Callable[[], bool], seconds: float) -> bool:
    """Whether it came true in time; for code that has no loop of its own."""
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.02)
    return True
