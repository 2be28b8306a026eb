"""`manage.py export_rollouts`: what the model was asked, said, and what that was worth."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from ide.models import Rollout

WORKS = ("works", "warnings")


class Command(BaseCommand):
    """Writes JSON lines with the fields that TRL's trainers read.

    `prompt` and `completion` are conversations (lists of messages with role and content), `label`
    is true where the page worked: the unpaired preference format, see
    https://huggingface.co/docs/trl/dataset_formats. `reward` (0 to 1) and `reward_parts` are the
    page check's; rollouts that were not run have neither and are left out.
    """

    help = "Export the turns' rollouts with their rewards as JSON lines."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where to."""
        parser.add_argument("-o", "--output", type=Path, help="a file; otherwise standard output")

    def handle(self, *args: Any, **options: Any) -> None:
        """Write them all, oldest first."""
        target = options["output"]
        try:
            out = target.open("w", encoding="utf-8") if target else sys.stdout
        except OSError as error:
            raise CommandError(f"Cannot write to {target}: {error.strerror}.") from None
        count = 0
        for line in lines():
            print(json.dumps(line, ensure_ascii=False), file=out)
            count += 1
        if target:
            out.close()
        self.stderr.write(f"{count} rollouts")


def lines() -> Iterator[dict[str, Any]]:
    """One row per rollout that was run."""
    for rollout in Rollout.objects.exclude(reward=None).select_related("turn").iterator():
        yield {
            "prompt": rollout.prompt,
            "completion": [{"role": "assistant", "content": rollout.completion}],
            "label": rollout.verdict in WORKS,
            "reward": rollout.reward,
            "reward_parts": rollout.parts,
            "verdict": rollout.verdict,
            "origin": rollout.origin,
            "checkpoint": rollout.checkpoint,
            "sampling": rollout.sampling,
            "turn": str(rollout.turn_id),
        }
