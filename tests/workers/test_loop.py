"""Run, judged, repaired: the turn loop with a real browser and a scripted model."""

from __future__ import annotations

import pytest

from workers.backends.base import Capabilities, SamplingParams
from workers.backends.scripted import ScriptedBackend
from workers.browser import CheckBrowser
from workers.check_client import LocalChecker
from workers.config import load_config
from workers.events import GenerateRequest, Judged, PhaseChanged, TurnEvent, TurnResult, Write
from workers.grounding import load_starters
from workers.judge import Workshop
from workers.prompts import readapt_messages
from workers.turn import run_turn
from workers.workshop import candidates_for

HEAD = '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>Tea</title>\n'
VIEW = '<meta name="viewport" content="width=device-width"></head><body>\n'
TEXT = "<h1>Tea</h1><p>How to make a cup of tea.</p>\n<p id=out>Nothing yet</p>\n"
SCRIPT = "<script>\nfunction pour() {\n  document.getElementById('out').textContent = amout;\n}\n"
BROKEN = f"```html index.html\n{HEAD}{VIEW}{TEXT}{SCRIPT}pour();\n</script></body></html>\n```\n"
FIXED = (
    "```js\nfunction pour() {\n  document.getElementById('out').textContent = 'Poured';\n}\n```\n"
)
SAME = "```js\nfunction pour() {\n  document.getElementById('out').textContent = amount;\n}\n```\n"


class Heard(list[TurnEvent]):
    """The events of one turn."""

    @property
    def phases(self) -> list[str]:
        return [event.phase for event in self if isinstance(event, PhaseChanged)]

    @property
    def verdicts(self) -> list[str]:
        return [event.report.verdict for event in self if isinstance(event, Judged)]


@pytest.fixture
def heard() -> Heard:
    return Heard()


def run(
    heard: Heard, replies: list[str], workshop: Workshop, prompt: str = "A page on tea"
) -> TurnResult:
    request = GenerateRequest(turn="t", attempt=1, prompt=prompt)
    capabilities = Capabilities("scripted", 32_768, 4)
    backend = ScriptedBackend(replies)
    params = SamplingParams(max_tokens=4_000)
    return run_turn(request, backend, capabilities, params, heard.append, lambda: False, workshop)


def test_a_page_that_fails_is_repaired_where_it_failed(heard: Heard, checks: CheckBrowser) -> None:
    result = run(heard, [BROKEN, FIXED], Workshop(checker=LocalChecker(checks), repairs=2))
    assert (result.status, result.problem) == ("done", None)
    assert [draft.origin for draft in result.drafts] == ["written", "repaired"]
    assert heard.verdicts == ["fails", "works"]
    assert heard.phases == ["reading", "writing", "running", "repairing", "running"]
    before, after = (draft.files["index.html"] for draft in result.drafts)
    assert (
        result.files == {"index.html": before.replace("amout", "'Poured'")} == {"index.html": after}
    )
    asked = result.drafts[1].prompt[-1]["content"]
    assert "ReferenceError: amout is not defined" in asked and "A page on tea" in asked
    assert "lines 7 to 9 of index.html" in asked
    assert all(draft.screenshots.keys() == {"desktop", "phone"} for draft in result.drafts)


def test_what_cannot_be_repaired_is_kept_and_told_in_words(
    heard: Heard, checks: CheckBrowser
) -> None:
    result = run(heard, [BROKEN, SAME, "I cannot."], Workshop(LocalChecker(checks), repairs=2))
    assert result.status == "done" and result.problem and result.problem.code == "page-fails"
    assert "amout is not defined" in result.problem.message
    assert [draft.origin for draft in result.drafts] == ["written"]
    assert result.files == result.drafts[0].files


def test_of_several_candidates_the_one_that_works_is_kept_and_the_others_are_offered(
    heard: Heard, checks: CheckBrowser
) -> None:
    good = BROKEN.replace("amout", "'Poured'")
    result = run(heard, [BROKEN, good], Workshop(LocalChecker(checks), candidates=2))
    assert len(result.drafts) == 2 and result.problem is None
    assert result.drafts[-1].report and result.drafts[-1].report.verdict == "works"
    assert result.files == result.drafts[-1].files


@pytest.mark.parametrize(
    ("setting", "idle", "candidates"), [("3", 1, 3), ("auto", 3, 3), ("auto", 9, 4), ("auto", 0, 1)]
)
def test_where_slots_idle_a_wish_gets_more_candidates(
    setting: str, idle: int, candidates: int
) -> None:
    config = load_config({"ATELIER_CANDIDATES": setting, "ATELIER_BACKEND": "openai"})
    assert candidates_for(config, idle) == candidates
    cpu = load_config({"ATELIER_CANDIDATES": setting})
    assert candidates_for(cpu, idle) == (1 if setting == "auto" else candidates)


def test_a_wish_can_ask_for_candidates_itself(heard: Heard) -> None:
    request = GenerateRequest(turn="t", attempt=1, prompt="A page on tea", candidates=3)
    backend = ScriptedBackend([BROKEN])
    told = (backend, backend.load(), SamplingParams(), heard.append, lambda: False)
    assert len(run_turn(request, *told, Workshop()).drafts) == 3


def test_a_wish_of_a_known_kind_is_written_on_its_reference(
    heard: Heard, checks: CheckBrowser
) -> None:
    quiz = next(starter for starter in load_starters() if starter.slug == "quiz")
    reply = quiz.opening("茶的问答") + ' title: "茶的问答", kind: "quiz" };\n```\n'
    workshop = Workshop(LocalChecker(checks), starters=load_starters())
    result = run(heard, [reply], workshop, "做一个关于茶的知识问答")
    assert result.reference == "quiz" and result.files
    assert 'title: "茶的问答"' in result.files["content.js"]
    assert {"index.html", "kit.js", "content.js"} <= result.files.keys()
    written = [event.path for event in heard if isinstance(event, Write) and event.opens]
    assert written[-1] == "content.js" and "index.html" in written
    report = result.drafts[-1].report
    assert report and report.title == "茶的问答" and report.verdict == "works"


def test_settings_that_fail_are_written_anew_and_not_patched(
    heard: Heard, checks: CheckBrowser
) -> None:
    quiz = next(starter for starter in load_starters() if starter.slug == "quiz")
    begun = quiz.opening("A quiz on tea")
    bad, good = begun + " title: null.tea };\n```\n", begun + ' title: "Tea" };\n```\n'
    workshop = Workshop(LocalChecker(checks), starters=load_starters(), repairs=2)
    result = run(heard, [bad, good], workshop, "A quiz on tea")
    assert [draft.origin for draft in result.drafts] == ["written", "repaired"]
    assert heard.verdicts == ["fails", "works"] and heard.phases.count("repairing") == 1
    assert result.drafts[0].prompt == result.drafts[1].prompt
    assert result.files and 'title: "Tea"' in result.files["content.js"]


def test_a_further_wish_shows_the_model_only_the_files_that_it_writes(heard: Heard) -> None:
    quiz = next(starter for starter in load_starters() if starter.slug == "quiz")
    files = {**quiz.tree, "content.js": 'const CONTENT = {\n  lang: "en",\n  title: "Tea"\n};\n'}
    request = GenerateRequest(
        turn="t", attempt=1, prompt="Call it Coffee", files=files, reference="quiz"
    )
    asked = readapt_messages(quiz, request)
    assert 'title: "Tea"' in asked[1]["content"] and "window.Kit" not in asked[1]["content"]
    reply = asked[-1]["content"] + '\n  title: "Coffee"\n};\n```\n'
    result = run_turn(
        request,
        ScriptedBackend([reply]),
        Capabilities("scripted", 32_768, 4),
        SamplingParams(max_tokens=4_000),
        heard.append,
        lambda: False,
    )
    assert result.files == {**files, "content.js": files["content.js"].replace("Tea", "Coffee")}
    assert result.reference == "quiz"


def test_a_checkpoint_without_starters_gets_no_reference(heard: Heard) -> None:
    result = run(heard, [BROKEN], Workshop(), "A quiz on tea")
    assert result.reference == "" and result.files and list(result.files) == ["index.html"]
