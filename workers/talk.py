"""A question about the project: answered in words, nothing is changed."""

from __future__ import annotations

from dataclasses import replace

from workers.answer import NOTHING_WRITTEN, Answer, Emit, ask
from workers.backends.base import Backend, Cancelled, Capabilities, SamplingParams
from workers.events import GenerateRequest, TurnResult
from workers.grounding import reference_of
from workers.packing import room_for_files
from workers.prompts import ask_messages

MOST_TOKENS = 800  # of an answer
TYPICAL_TOKENS = 150  # of an answer; for the time left only


def talk(
    request: GenerateRequest,
    backend: Backend,
    capabilities: Capabilities,
    sampling: SamplingParams,
    emit: Emit,
    cancelled: Cancelled,
) -> TurnResult:
    """Answer a question; the files stay as they are whatever the model writes."""
    reference = reference_of(request.reference, request.files)
    answer = Answer(emit, TYPICAL_TOKENS, prose=True)
    params = replace(sampling, max_tokens=min(MOST_TOKENS, sampling.max_tokens))
    messages = ask_messages(reference, request, room_for_files(capabilities.window))
    ask(messages, backend, params, answer, cancelled)
    problem = answer.problem
    if not problem and not answer.text.strip() and not cancelled():
        problem = NOTHING_WRITTEN
    failed = problem is not None
    return TurnResult(
        turn=request.turn,
        attempt=request.attempt,
        status="failed" if failed else "cancelled" if cancelled() else "done",
        reply=answer.text.strip(),
        problem=problem,
        checkpoint=capabilities.checkpoint,
        usage=answer.usage,
        reference=request.reference,
    )
