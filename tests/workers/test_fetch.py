"""Fetching from hubs that misbehave, beside other processes, onto a disk that is full."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.workers.fake_hub import (
    CHECKPOINT,
    CONTENT,
    drops_after,
    hangs,
    login_page,
    redirects_to,
    refuses,
    serving,
    then_waits,
    whole,
    whole_without_ranges,
    wrong_bytes,
)
from workers.fetch import FetchError, Patience, Progress, fetch, is_verified, verify
from workers.fetch_partial import HEADROOM

ROOT = Path(__file__).parents[2]
IMPATIENT = Patience(connect=0.5, answer=0.5, silence=0.5, pip_silence=20)
PARTIAL = f"{CHECKPOINT.file}.part"


def wait_until(condition: Callable[[], bool], seconds: float = 10) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it never happened"
        time.sleep(0.01)


def size_of(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


# The hub


def test_the_hub_brings_the_file_and_progress_reaches_the_end(tmp_path: Path) -> None:
    seen: list[Progress] = []
    with serving(whole) as hub:
        path = fetch(CHECKPOINT, tmp_path / "new" / "folder", hub.url, report=seen.append)
    assert path.read_bytes() == CONTENT
    assert is_verified(path, CHECKPOINT)
    assert [p.source for p in seen if p.done == len(CONTENT)] == [hub.url, "checking"]
    assert all(p.total == len(CONTENT) for p in seen)


def test_a_second_fetch_asks_nobody(tmp_path: Path) -> None:
    with serving(whole) as hub:
        fetch(CHECKPOINT, tmp_path, hub.url)
        fetch(CHECKPOINT, tmp_path, hub.url)
    assert len(hub.ranges) == 1


def test_a_dropped_connection_is_resumed_where_it_broke(tmp_path: Path) -> None:
    with serving(drops_after(100_000), drops_after(50_000), whole) as hub:
        path = fetch(CHECKPOINT, tmp_path, hub.url)
    assert path.read_bytes() == CONTENT
    assert hub.ranges == ["", "bytes=100000-", "bytes=150000-"]


def test_a_hub_without_ranges_is_resumed_by_skipping_what_is_there(tmp_path: Path) -> None:
    with serving(drops_after(100_000), whole_without_ranges) as hub:
        path = fetch(CHECKPOINT, tmp_path, hub.url)
    assert path.read_bytes() == CONTENT


def test_a_connection_that_brings_nothing_more_is_given_up(tmp_path: Path) -> None:
    with (
        serving(drops_after(100_000), drops_after(0)) as hub,
        pytest.raises(FetchError, match="the connection failed") as caught,
    ):
        fetch(CHECKPOINT, tmp_path, hub.url)
    assert caught.value.code == "sources"
    assert size_of(tmp_path / PARTIAL) == 100_000


def test_wrong_bytes_are_deleted_and_the_mirror_is_asked(tmp_path: Path) -> None:
    with serving(wrong_bytes) as hub, serving(whole) as mirror:
        path = fetch(CHECKPOINT, tmp_path, hub.url, mirror.url)
    assert path.read_bytes() == CONTENT
    assert len(hub.ranges) == len(mirror.ranges) == 1


def test_wrong_bytes_everywhere_are_an_error_and_leave_nothing(tmp_path: Path) -> None:
    with serving(wrong_bytes) as hub, pytest.raises(FetchError, match="SHA-256 is wrong"):
        fetch(CHECKPOINT, tmp_path, hub.url)
    assert not (tmp_path / CHECKPOINT.file).exists()
    assert not (tmp_path / PARTIAL).exists()


def test_a_spoilt_beginning_is_not_blamed_on_the_hub_that_goes_on(tmp_path: Path) -> None:
    (tmp_path / PARTIAL).write_bytes(bytes(1000))
    with serving(whole) as hub:
        path = fetch(CHECKPOINT, tmp_path, hub.url)
    assert path.read_bytes() == CONTENT
    assert hub.ranges == ["bytes=1000-", ""]


def test_a_partial_file_that_is_too_long_is_thrown_away(tmp_path: Path) -> None:
    (tmp_path / PARTIAL).write_bytes(CONTENT + b"more")
    with serving(whole) as hub:
        assert fetch(CHECKPOINT, tmp_path, hub.url).read_bytes() == CONTENT


def test_a_login_page_is_told_by_its_length(tmp_path: Path) -> None:
    with serving(login_page) as hub, pytest.raises(FetchError, match="offers 26 bytes"):
        fetch(CHECKPOINT, tmp_path, hub.url)


def test_a_missing_file_is_told_by_its_status(tmp_path: Path) -> None:
    with serving(refuses(404)) as hub, pytest.raises(FetchError, match="answered 404"):
        fetch(CHECKPOINT, tmp_path, hub.url)


def test_a_passing_error_in_mid_file_is_waited_out(tmp_path: Path) -> None:
    with serving(drops_after(100_000), refuses(503), whole) as hub:
        assert fetch(CHECKPOINT, tmp_path, hub.url).read_bytes() == CONTENT


def test_a_hub_that_hangs_is_left_for_the_mirror(tmp_path: Path) -> None:
    patience = Patience(answer=0.5, silence=60)
    began = time.monotonic()
    with serving(hangs) as hub, serving(whole) as mirror:
        path = fetch(CHECKPOINT, tmp_path, hub.url, mirror.url, patience=patience)
    assert path.read_bytes() == CONTENT
    assert time.monotonic() - began < 10


def test_a_hub_that_falls_silent_in_mid_file_is_asked_again(tmp_path: Path) -> None:
    never = threading.Event()
    with serving(then_waits(100_000, never), whole) as hub:
        path = fetch(CHECKPOINT, tmp_path, hub.url, patience=IMPATIENT)
        never.set()
    assert path.read_bytes() == CONTENT
    assert hub.ranges == ["", "bytes=100000-"]


def test_patience_with_a_silent_hub_ends_within_15_seconds() -> None:
    assert Patience().answer < 15


@pytest.mark.parametrize("hub", ["http://hub.example", "file:///etc", "hub", "ftp://127.0.0.1"])
def test_only_https_hubs_are_asked(tmp_path: Path, hub: str) -> None:
    with pytest.raises(FetchError, match="is not an https address"):
        fetch(CHECKPOINT, tmp_path, hub)


def test_a_redirect_to_plain_http_is_refused(tmp_path: Path) -> None:
    with (
        serving(whole) as elsewhere,
        serving(redirects_to(elsewhere.url)) as hub,
        pytest.raises(FetchError, match=r"redirects to .* not https"),
    ):
        fetch(CHECKPOINT, tmp_path, hub.url)
    assert elsewhere.ranges == []


# What is already there


def test_a_file_that_was_put_there_is_hashed_once(tmp_path: Path) -> None:
    path = tmp_path / CHECKPOINT.file
    path.write_bytes(CONTENT)
    assert not is_verified(path, CHECKPOINT)
    assert fetch(CHECKPOINT, tmp_path, hub="") == path
    assert is_verified(path, CHECKPOINT)


def test_a_file_that_was_touched_is_hashed_again(tmp_path: Path) -> None:
    path = tmp_path / CHECKPOINT.file
    path.write_bytes(CONTENT)
    assert verify(path, CHECKPOINT)
    path.write_bytes(bytes(len(CONTENT)))
    os.utime(path, ns=(1, 1))
    assert not is_verified(path, CHECKPOINT)
    assert not verify(path, CHECKPOINT)


def test_damage_that_kept_the_time_is_found_by_a_deep_look(tmp_path: Path) -> None:
    path = tmp_path / CHECKPOINT.file
    path.write_bytes(CONTENT)
    assert verify(path, CHECKPOINT)
    stat = path.stat()
    path.write_bytes(bytes(len(CONTENT)))
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert verify(path, CHECKPOINT)
    assert not verify(path, CHECKPOINT, deep=True)
    assert not is_verified(path, CHECKPOINT)


def test_a_wrong_file_is_set_aside_and_the_right_one_fetched(tmp_path: Path) -> None:
    (tmp_path / CHECKPOINT.file).write_bytes(b"half of it")
    with serving(whole) as hub:
        path = fetch(CHECKPOINT, tmp_path, hub.url)
    assert path.read_bytes() == CONTENT
    assert (tmp_path / f"{CHECKPOINT.file}.wrong").read_bytes() == b"half of it"


def test_two_fetches_at_once_download_once(tmp_path: Path) -> None:
    go_on = threading.Event()
    sources: list[str] = []
    with serving(then_waits(100_000, go_on), whole) as hub:
        first = threading.Thread(target=fetch, args=(CHECKPOINT, tmp_path, hub.url))
        first.start()
        wait_until(lambda: size_of(tmp_path / PARTIAL) == 100_000)

        def second_report(progress: Progress) -> None:
            sources.append(progress.source)
            go_on.set()

        path = fetch(CHECKPOINT, tmp_path, hub.url, report=second_report)
        first.join()
    assert path.read_bytes() == CONTENT
    assert sources[0] == "another process"
    assert len(hub.ranges) == 1


def test_a_killed_fetch_is_resumed(tmp_path: Path) -> None:
    never = threading.Event()
    with serving(then_waits(150_000, never), whole) as hub:
        code = (
            "import sys; from pathlib import Path; from workers.fetch import fetch;"
            "from tests.workers.fake_hub import CHECKPOINT;"
            "fetch(CHECKPOINT, Path(sys.argv[1]), sys.argv[2])"
        )
        command = [sys.executable, "-c", code, str(tmp_path), hub.url]
        process = subprocess.Popen(command, cwd=ROOT)
        try:
            wait_until(lambda: size_of(tmp_path / PARTIAL) == 150_000)
        finally:
            process.send_signal(signal.SIGKILL)
            process.wait()
            never.set()
        path = fetch(CHECKPOINT, tmp_path, hub.url)
    assert path.read_bytes() == CONTENT
    assert hub.ranges == ["", "bytes=150000-"]


# The disk


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system with room for the made-up checkpoint and little else."""
    folder = tmp_path / "small"
    folder.mkdir()
    size = HEADROOM + 2 * len(CONTENT)
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
    if shutil.which("mount") is None or subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("mounting a small file system needs root")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def fill(folder: Path) -> Path:
    filler = folder / "filler"
    with filler.open("wb", buffering=0) as out:
        try:
            while out.write(bytes(65536)):
                pass
        except OSError:
            return filler


def test_a_disk_that_is_too_small_is_refused_before_a_byte_comes(small_disk: Path) -> None:
    (small_disk / "something").write_bytes(bytes(len(CONTENT) * 2))
    with (
        serving(whole) as hub,
        pytest.raises(FetchError, match="34 MB are needed and 34 MB are free") as caught,
    ):
        fetch(CHECKPOINT, small_disk, hub.url)
    assert caught.value.code == "disk"
    assert caught.value.params["needed"] == HEADROOM + len(CONTENT)
    assert hub.ranges == []


def test_a_disk_that_fills_up_keeps_what_came_and_goes_on_later(small_disk: Path) -> None:
    disk_is_full = threading.Event()
    with serving(then_waits(100_000, disk_is_full), whole) as hub:
        caught: list[FetchError] = []

        def run() -> None:
            try:
                fetch(CHECKPOINT, small_disk, hub.url, "http://127.0.0.1:9")
            except FetchError as error:
                caught.append(error)

        thread = threading.Thread(target=run)
        thread.start()
        wait_until(lambda: size_of(small_disk / PARTIAL) == 100_000)
        filler = fill(small_disk)
        disk_is_full.set()
        thread.join()
        assert caught[0].code == "disk" and "is full" in str(caught[0])
        kept = size_of(small_disk / PARTIAL)
        assert 100_000 <= kept < len(CONTENT)
        filler.unlink()
        assert fetch(CHECKPOINT, small_disk, hub.url).read_bytes() == CONTENT
    assert hub.ranges == ["", f"bytes={kept}-"]


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(FetchError, match=r"Cannot write in .*file/inside"):
        fetch(CHECKPOINT, tmp_path / "file" / "inside", hub="")
