"""`manage.py generate "PROMPT" -o DIR`: one turn without the web."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from ide.protocol import MAX_PROMPT_CHARS
from workers.backends import BackendError, make_backend
from workers.browser import CheckBrowser
from workers.check_client import LocalChecker
from workers.config import ConfigError
from workers.events import (
    MAX_CANDIDATES,
    GenerateRequest,
    Judged,
    PhaseChanged,
    Prefill,
    Referenced,
    Stats,
    TurnEvent,
    TurnResult,
)
from workers.files import FileTree
from workers.host import sampling_for
from workers.turn import run_turn
from workers.workshop import make_workshop


class Command(BaseCommand):
    """The same turn code as the studio's, in this process."""

    help = "Generate a page from a prompt into a folder."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """The prompt, where to, and how to tell."""
        parser.add_argument("prompt")
        parser.add_argument("-o", "--output", type=Path, required=True, help="folder to write to")
        parser.add_argument("--json", action="store_true", help="print the result as JSON")
        parser.add_argument(
            "--candidates", type=int, default=0, help="pages to write, of which the best is kept"
        )
        parser.add_argument("--seed", type=int, help="for the same page again")

    def handle(self, *args: Any, **options: Any) -> None:
        """Exit status 1 when nothing usable came."""
        prompt = options["prompt"].strip()
        if not 0 < len(prompt) <= MAX_PROMPT_CHARS:
            raise CommandError(f"The prompt must have 1 to {MAX_PROMPT_CHARS} characters.")
        began = time.monotonic()
        if not 0 <= options["candidates"] <= MAX_CANDIDATES:
            raise CommandError(f"--candidates must be 1 to {MAX_CANDIDATES}.")
        request = GenerateRequest(
            turn="generate", attempt=1, prompt=prompt, candidates=options["candidates"]
        )
        result = self._generate(request, options["seed"])
        paths: list[Path] = []
        if result.files:
            try:
                paths = FileTree(result.files).write_to(options["output"])
            except OSError as error:
                raise CommandError(f"Cannot write to {options['output']}: {error}") from None
        self._report(result, paths, time.monotonic() - began, options["json"])
        if result.status != "done" or not paths:
            sys.exit(1)

    def _generate(self, request: GenerateRequest, seed: int | None) -> TurnResult:
        self._say("Loading the model …")
        try:
            backend = make_backend(settings.CONFIG)
            capabilities = backend.load()
        except (BackendError, ConfigError) as error:
            raise CommandError(str(error)) from None
        sampling = sampling_for(settings.CONFIG, seed)
        browser = CheckBrowser()
        workshop = make_workshop(settings.CONFIG, LocalChecker(browser))
        try:
            return run_turn(
                request, backend, capabilities, sampling, self._show, lambda: False, workshop
            )
        finally:
            backend.close()
            browser.close()

    def _show(self, event: TurnEvent) -> None:
        if isinstance(event, Prefill):
            self._say(f"Reading the prompt: {event.processed} of {event.total} tokens")
        elif isinstance(event, Stats):
            self._say(f"Writing: {event.tokens} tokens, {event.tokens_per_second} a second")
        elif isinstance(event, Referenced):
            self._say(f"Building on the reference {event.reference}")
        elif isinstance(event, PhaseChanged) and event.phase in ("running", "repairing"):
            self._say({"running": "Running the page", "repairing": "Repairing it"}[event.phase])
        elif isinstance(event, Judged):
            self._say(f"It {event.report.verdict}, score {event.report.score:.2f}")

    def _say(self, text: str) -> None:
        ending = "\033[K\r" if self.stderr.isatty() else "\n"
        self.stderr.write(text, ending=ending)
        self.stderr.flush()

    def _report(self, result: TurnResult, paths: list[Path], seconds: float, as_json: bool) -> None:
        if result.problem:
            self.stderr.write(result.problem.message)
        if as_json:
            body = result.model_dump(exclude={"files", "turn", "attempt", "drafts"})
            body["reports"] = [
                draft.report and draft.report.model_dump() for draft in result.drafts
            ]
            body["seconds"] = round(seconds, 2)
            body["tokens_per_second"] = round(result.usage.tokens_per_second, 2)
            body["paths"] = [str(path) for path in paths]
            self.stdout.write(json.dumps(body, ensure_ascii=False, indent=2))
        else:
            for path in paths:
                self.stdout.write(str(path))
