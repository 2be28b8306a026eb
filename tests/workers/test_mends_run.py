"""Recorded pages in a real browser: they fail, are mended, and work."""

from __future__ import annotations

import pytest

from tests.workers.test_mends import project
from workers.backends.base import Capabilities, SamplingParams
from workers.backends.scripted import ScriptedBackend
from workers.browser import CheckBrowser
from workers.check_client import LocalChecker
from workers.events import GenerateRequest, TurnEvent, Write
from workers.judge import Workshop
from workers.mends import mend, mend_faults
from workers.turn import run_turn

NAMES = [
    "constant-assigned",
    "declared-twice",
    "element-behind-script",
    "function-in-other-letters",
    "used-before-declared",
    "missing-brace",
    "typographic-quotes",
]


@pytest.mark.parametrize("name", NAMES)
def test_a_page_that_threw_works_after_the_mends(name: str, checks: CheckBrowser) -> None:
    files = project(name)
    assert checks.check_page(files).report.verdict == "fails"
    events: list[TurnEvent] = []
    reply = f"```html index.html\n{files['index.html']}```\n"
    workshop = Workshop(checker=LocalChecker(checks), mend=mend, mend_faults=mend_faults)
    result = run_turn(
        GenerateRequest(turn="t", attempt=1, prompt="A page on tea"),
        ScriptedBackend([reply]),
        Capabilities("scripted", 32_768, 4),
        SamplingParams(max_tokens=4_000),
        events.append,
        lambda: False,
        workshop,
    )
    assert result.problem is None and result.files
    draft = result.drafts[-1]
    assert draft.report and draft.report.verdict == "works", draft.report
    assert draft.mends and draft.files == result.files != files
    shown = [event for event in events if isinstance(event, Write) and event.opens]
    assert shown[-1].text == result.files["index.html"]
