"""The verbs on the real database and the real broker."""

from __future__ import annotations

import uuid

import pytest

from ide import hand, turns
from ide.models import Project, Turn
from ide.protocol import PreviewBase
from ide.state import project_state
from workers.event_log import EventLog, Fenced
from workers.events import BackendStatus, Say, TurnResult

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_same_wish_sent_twice_is_one_turn(project: Project) -> None:
    first = turns.start_turn(project, "A page", "ref-12345")
    assert turns.start_turn(project, "A page", "ref-12345").pk == first.pk
    assert turns.event_log.queued("llm") == 1


def test_a_result_delivered_twice_makes_one_revision(project: Project) -> None:
    turn = turns.start_turn(project, "A page", "ref-12345")
    log = turns.event_log
    last = log.claim(str(turn.id), 1)
    result = TurnResult(turn=str(turn.id), attempt=1, status="done", files={"index.html": "x"})
    log.append(str(turn.id), 1, last + 1, [Say(text="x")], result)
    turns.record_turn(str(turn.id))
    turns.record_turn(str(turn.id))
    assert project.revisions.count() == 1
    turn.refresh_from_db()
    assert turn.status == Turn.Status.DONE


def test_a_turn_whose_worker_dies_each_time_fails_in_words(project: Project) -> None:
    turn = turns.start_turn(project, "A page", "ref-12345")
    for attempt in (1, 2, 3):
        turns.event_log.claim(str(turn.id), attempt)
        turns.event_log._redis.delete(f"atelier:turn:{turn.id}:lease")
        turns.sweep()
    turn.refresh_from_db()
    assert turn.status == Turn.Status.FAILED and turn.problem["code"] == "worker-lost"


def test_restoring_makes_a_new_revision_and_a_bad_path_none(project: Project) -> None:
    hand.save_by_hand(project, {"index.html": "one"})
    hand.save_by_hand(project, {"index.html": "two"})
    assert hand.restore(project, 1).number == 3
    with pytest.raises(turns.Refusal, match="inside the project"):
        hand.save_by_hand(project, {"../x.html": "out"})
    assert [r.number for r in project.revisions.all()] == [1, 2, 3]


def test_what_was_changed_by_hand_since_the_last_turn_is_told_as_a_diff(project: Project) -> None:
    turn = turns.start_turn(project, "A page", "ref-12345")
    assert turns.build_request(turn).by_hand == ""
    page = {"index.html": "<h1>Tea</h1>\n<p>Hot</p>\n"}
    last = turns.event_log.claim(str(turn.id), 1)
    result = TurnResult(turn=str(turn.id), attempt=1, status="done", files=page)
    turns.event_log.append(str(turn.id), 1, last + 1, [Say(text="x")], result)
    turns.record_turn(str(turn.id))
    hand.save_by_hand(project, {"index.html": "<h1>Tea</h1>\n<p>Very hot</p>\n"})
    hand.save_by_hand(project, {"index.html": "<h1>Tea</h1>\n<p>Quite hot</p>\n"})
    request = turns.build_request(turns.start_turn(project, "Add a cup", "ref-23456"))
    assert "-<p>Hot</p>" in request.by_hand and "+<p>Quite hot</p>" in request.by_hand
    assert "Very" not in request.by_hand and request.files["index.html"].endswith("Quite hot</p>\n")


def test_a_question_is_asked_again_as_one_and_is_no_wish_that_was_done(project: Project) -> None:
    turn = turns.start_turn(project, "Why is it red?", "ref-12345", ask=True)
    assert turns.build_request(turn).ask
    last = turns.event_log.claim(str(turn.id), 1)
    result = TurnResult(turn=str(turn.id), attempt=1, status="done", reply="It is tea.")
    turns.event_log.append(str(turn.id), 1, last + 1, [Say(text="It is tea.")], result)
    turns.record_turn(str(turn.id))
    again = turns.retry_turn(project, str(turn.id), "ref-23456")
    assert again.ask and turns.build_request(again).history == []
    assert project.revisions.count() == 0


def done(project: Project, prompt: str, text: str, instead: Turn | None = None) -> Turn:
    """A turn that wrote `text` into the page."""
    ref = uuid.uuid4().hex
    turn = turns.start_turn(project, prompt, ref, instead=str(instead.pk) if instead else None)
    last = turns.event_log.claim(str(turn.id), 1)
    files = {"index.html": text}
    result = TurnResult(turn=str(turn.id), attempt=1, status="done", files=files)
    turns.event_log.append(str(turn.id), 1, last + 1, [Say(text="x")], result)
    turns.record_turn(str(turn.id))
    return turn


def told(turn: Turn) -> tuple[str, list[str]]:
    """The page that a turn starts from, and the wishes that led there."""
    request = turns.build_request(Turn.objects.get(pk=turn.pk))
    return request.files.get("index.html", ""), [past.prompt for past in request.history]


def test_an_earlier_wish_that_is_edited_starts_from_what_was_before_it(project: Project) -> None:
    done(project, "a page", "1")
    second = done(project, "red", "2")
    done(project, "bigger", "3")
    blue = done(project, "blue", "4", instead=second)
    assert told(blue) == ("1", ["a page"])
    made = project.revisions.get(number=4)
    assert made.parent and made.parent.number == 1, "a branch; revisions 2 and 3 stay"
    assert project.revisions.count() == 4
    assert told(done(project, "rounder", "5")) == ("5", ["a page", "blue"])
    green = done(project, "green", "6", instead=blue)
    assert told(green) == ("1", ["a page"]), "in the place of the one that took the place"
    assert told(turns.start_turn(project, "next", "ref-34567")) == ("6", ["a page", "green"])


def test_the_first_wish_edited_begins_anew(project: Project) -> None:
    first = done(project, "a page", "1")
    assert told(done(project, "a game", "2", instead=first)) == ("", [])
    assert project.revisions.get(number=2).parent is None


def test_a_wish_tried_differently_takes_its_own_place(project: Project) -> None:
    first = done(project, "a page", "1")
    again = turns.retry_turn(project, str(first.pk), "ref-34567")
    assert again.instead == first and told(again) == ("", [])
    hand.save_by_hand(project, {"index.html": "by hand"})
    kept = turns.retry_turn(project, str(first.pk), "ref-45678")
    assert kept.instead is None, "what was done after it is not thrown away"


def test_the_state_tells_what_fills_the_window_before_a_wish(project: Project) -> None:
    base = PreviewBase(url="", fallback=None, isolated=True)
    backend = BackendStatus(state="ready", window=1_000)
    empty = project_state(project, base, backend).context
    assert empty.window == 1_000 and empty.rules > 100 and empty.talk == 0
    done(project, "a page", "<p>Tea</p>" * 90)
    after = project_state(project, base, backend).context
    assert after.files >= empty.files + 300 and after.talk > 0
    done(project, "much more", "<p>Tea</p>" * 900)
    assert project_state(project, base, backend).context.files < 600, "packed: it is told by name"


def test_only_a_turn_of_the_project_can_be_replaced(project: Project) -> None:
    with pytest.raises(turns.Refusal) as caught:
        turns.start_turn(project, "x", "ref-12345", instead="not-an-id")
    assert caught.value.problem.code == "turn-missing"


def test_empty_and_huge_prompts_are_refused_in_words(project: Project) -> None:
    for prompt, code in (("  ", "prompt-empty"), ("x" * 1_000_000, "prompt-too-large")):
        with pytest.raises(turns.Refusal) as caught:
            turns.start_turn(project, prompt, "ref-12345")
        assert caught.value.problem.code == code


def test_an_append_repeated_after_a_lost_answer_doubles_nothing(event_log: EventLog) -> None:
    event_log.claim("t", 1)
    event_log.append("t", 1, 1, [Say(text="a"), Say(text="b")])
    event_log.append("t", 1, 1, [Say(text="a"), Say(text="b")])
    assert event_log.text("t") == "ab"
    with pytest.raises(Fenced):
        event_log.claim("t", 1)
    event_log.claim("t", 2)
    with pytest.raises(Fenced):
        event_log.append("t", 1, 3, [Say(text="late")])
