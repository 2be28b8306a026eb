"""The measure itself, with a scripted backend and a real browser."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Iterator
from dataclasses import asdict, replace
from itertools import pairwise
from pathlib import Path

import pytest

from bench.arms import ARMS, NoSuchArm, Switches, arm_named
from bench.wish import Wish
from bench.works import Bench, Model, load, seed_of
from bench.works_table import failures, interval, percentile, summary, table
from workers.backends.base import Backend, Cancelled, Capabilities, Chunk, Message, SamplingParams
from workers.backends.scripted import ScriptedBackend
from workers.config import load_config

PAGE = "<!DOCTYPE html>\n<html><head><title>Todo</title></head><body>{body}</body></html>"
ADDS = (
    "<input id=i><ul id=u></ul><script>i.onkeydown = (e) => {"
    "if (e.key === 'Enter') u.innerHTML += `<li>${i.value}</li>`; };</script>"
)
WISH = Wish("todo", "todo list", "en", "todo", False, (("no_errors", {}), ("can_add_item", {})))
SECOND = Wish("notes", "便签", "zh", "notes", False, (("can_add_item", {}),))


class Slow:
    """A backend that takes its time to begin, and counts how often it was asked."""

    SECONDS = 0.3
    name = "slow"

    def __init__(self, backend: Backend) -> None:
        self._backend = backend
        self.asked = 0

    def load(self) -> Capabilities:
        return self._backend.load()

    def close(self) -> None:
        self._backend.close()

    def stream(
        self, messages: list[Message], params: SamplingParams, cancelled: Cancelled
    ) -> Iterator[Chunk]:
        self.asked += 1
        time.sleep(self.SECONDS)
        yield from self._backend.stream(messages, params, cancelled)


def scripted(*bodies: str) -> Model:
    """A backend that writes a page for each body, in turn."""
    pages = [f"```html index.html\n{PAGE.replace('{body}', body)}\n```\n" for body in bodies]
    backend = ScriptedBackend(pages)
    return Model(load_config(), backend, backend.load())


def bench(out: Path, again: bool = False) -> Bench:
    return Bench(out, [WISH, SECOND], ["plain"], seed=1, again=again)


async def test_a_run_keeps_pages_pictures_and_verdicts_and_is_resumed(tmp_path: Path) -> None:
    await bench(tmp_path).run(scripted(ADDS, "<p>Nothing to do</p>"), parallel=1)
    kept = load(tmp_path / "plain" / "todo")
    assert kept and kept["works"] and kept["status"] == "done" and kept["tokens"] > 20
    assert (tmp_path / "plain" / "todo" / "files" / "index.html").is_file()
    assert (tmp_path / "plain" / "todo" / "phone.jpg").stat().st_size > 500
    other = load(tmp_path / "plain" / "notes")
    assert other and not other["works"] and "no field" in other["held"][0]["why"]

    assert bench(tmp_path).to_write() == []
    (tmp_path / "plain" / "notes" / "result.json").unlink()
    assert bench(tmp_path).to_write() == [(SECOND, ["plain"])]
    shutil.rmtree(tmp_path / "replies")
    await bench(tmp_path).run(scripted(ADDS), parallel=2)
    told = table(bench(tmp_path).records())
    assert "plain" in told and "2 (100%)" in told


async def test_pages_are_judged_again_without_the_model(tmp_path: Path) -> None:
    await bench(tmp_path).run(scripted(ADDS), parallel=1)
    page = tmp_path / "plain" / "todo" / "files" / "index.html"
    page.write_text(PAGE.replace("{body}", "<script>gone()</script>"))
    await bench(tmp_path).run(None, parallel=1)
    assert load(tmp_path / "plain" / "todo")["works"]  # type: ignore[index]
    await bench(tmp_path, again=True).run(None, parallel=1)
    kept = load(tmp_path / "plain" / "todo")
    assert kept and not kept["works"] and "gone" in kept["held"][0]["why"]


async def test_arms_that_ask_the_same_share_the_reply_and_each_count_its_time(
    tmp_path: Path,
) -> None:
    model = scripted(ADDS, "<p>Another page</p>")
    slow = Slow(model.backend)
    arms = ["plain", "shelf"]
    await Bench(tmp_path, [WISH], arms, 1, False).run(replace(model, backend=slow), parallel=2)
    plain, shelf = (load(tmp_path / arm / "todo") for arm in arms)
    assert plain and shelf and plain["works"] and shelf["works"] and slow.asked == 1
    assert min(plain["seconds"], shelf["seconds"]) >= Slow.SECONDS


async def test_a_turn_that_writes_nothing_fails_every_expectation(tmp_path: Path) -> None:
    model = Model(load_config(), (backend := ScriptedBackend(["I cannot."])), backend.load())
    await Bench(tmp_path, [WISH], ["plain"], 1, False).run(model, parallel=1)
    kept = load(tmp_path / "plain" / "todo")
    assert kept and not any(one["ok"] for one in kept["held"])


def test_each_arm_has_one_thing_more_than_the_one_before() -> None:
    assert arm_named("plain") == Switches()
    for before, after in pairwise(asdict(arm) for arm in ARMS.values()):
        assert sum(before[name] != after[name] for name in before) == 1
    with pytest.raises(NoSuchArm, match="no arm 'magic'"):
        arm_named("magic")


def test_each_wish_has_a_seed_of_its_own_and_the_same_again() -> None:
    assert seed_of(WISH, 1) == seed_of(WISH, 1) != seed_of(SECOND, 1) != seed_of(SECOND, 2)


def test_the_figures_are_counted_from_the_records() -> None:
    base = {"arm": "plain", "language": "en", "kind": "todo", "status": "done"}
    yes, no = {"name": "animates", "ok": True}, {"name": "draws", "ok": False}
    records = [
        {
            **base,
            "works": n < 6,
            "seconds": n * 10,
            "tokens": 100 + n,
            "held": [yes] + [no] * (n > 5),
        }
        for n in range(10)
    ]
    of = json.loads(json.dumps(summary(records)))["plain"]["all"]
    assert (of["works"], of["rate"], of["median_seconds"], of["p90_seconds"]) == (6, 0.6, 45, 80)
    assert failures(records) == {"draws": (4, 4)}
    low, high = interval(6, 10)  # the textbook's example: 0.313 to 0.832
    assert (round(low, 3), round(high, 3)) == (0.313, 0.832)
    assert percentile([5], 0.9) == 5 and interval(0, 0) == (0.0, 1.0)
