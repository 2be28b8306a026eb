"""What a backend reads before anyone asks, so that it finds it cached when they do."""

from __future__ import annotations

from workers.backends.base import Backend, BackendError, Cancelled, SamplingParams
from workers.events import GenerateRequest, PastTurn, TurnResult
from workers.grounding import reference_of
from workers.packing import pack
from workers.prompts import known_messages, system_prompt


def warm(backend: Backend) -> None:
    """Have the backend read the system prompt: every turn begins with it and finds it cached."""
    opening = [{"role": "system", "content": system_prompt()}, {"role": "user", "content": ""}]
    for _ in backend.stream(opening, SamplingParams(max_tokens=1), lambda: False):
        pass


def read_ahead(
    request: GenerateRequest,
    result: TurnResult,
    backend: Backend,
    room: int,
    cancelled: Cancelled,
) -> None:
    """Have the backend read the project as a turn left it, so that the next wish finds it cached;
    one whose files do not fit into `room` tokens waits for its wish.

    What a backend does is of no interest: nothing depends on it.
    """
    if result.files is None:
        return
    past = PastTurn(prompt=request.prompt, reply=result.reply)
    after = request.model_copy(
        update={"files": result.files, "history": [*request.history, past], "by_hand": ""}
    )
    reference = reference_of(result.reference, result.files)
    if not reference and pack(result.files, "", room).others:
        return
    messages = known_messages(reference, after, room)
    try:
        for _ in backend.stream(messages, SamplingParams(max_tokens=1), cancelled):
            pass
    except BackendError:
        return
