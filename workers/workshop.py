"""What the settings give a turn to work with."""

from __future__ import annotations

from workers.checkpoints import resolve
from workers.config import Config
from workers.events import MAX_CANDIDATES
from workers.grounding import Starter, load_starters
from workers.judge import Checker, Workshop
from workers.mends import mend, mend_faults


def make_workshop(config: Config, checker: Checker | None) -> Workshop:
    """The workshop of every turn. Without a `checker` pages are neither run nor repaired."""
    return Workshop(
        checker=checker if config.check else None,
        mend=mend,
        mend_faults=mend_faults,
        starters=starters_for(config),
        repairs=config.repairs,
        candidates=candidates_for(config, idle=1),
    )


def starters_for(config: Config) -> tuple[Starter, ...]:
    """References, for a checkpoint that is the better for them."""
    if config.grounding == "auto":
        if config.backend != "llama":
            return ()
        checkpoint = resolve(config.checkpoint, config.checkpoint_dir)[1]
        wanted = checkpoint is not None and checkpoint.needs_references
    else:
        wanted = config.grounding == "on"
    return load_starters() if wanted else ()


def candidates_for(config: Config, idle: int) -> int:
    """How many pages a first wish gets that does not say; `idle`: slots that no other turn has.

    Where the setting is "auto" (0), candidates cost only slots that idle; but this machine's CPU
    is never idle while it writes one.
    """
    if config.candidates:
        return config.candidates
    return 1 if config.backend == "llama" else max(1, min(MAX_CANDIDATES, idle))
