"""The verbs on the real database and the real broker."""

from __future__ import annotations

import pytest

from ide import hand, turns
from ide.models import Project, Turn
from workers.event_log import EventLog, Fenced
from workers.events import Say, TurnResult

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
