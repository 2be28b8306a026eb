"""`manage.py fetch_checkpoint`: get the language model's weights, verified, resumed."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from workers.checkpoints import CHECKPOINTS, resolve
from workers.config import ConfigError, load_config
from workers.fetch import FetchError, fetch, is_verified, verify
from workers.fetch_partial import megabytes
from workers.fetch_terminal import ProgressPrinter


class Command(BaseCommand):
    """Fetches a checkpoint; exit status 1 and plain words when it cannot be had."""

    help = "Fetch a checkpoint (default: the one that ATELIER_CHECKPOINT names) and verify it."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What to fetch and where to; all optional."""
        parser.add_argument("name", nargs="?", help=f"one of {', '.join(sorted(CHECKPOINTS))}")
        parser.add_argument(
            "--verify", action="store_true", help="read the whole file again and compare its sum"
        )
        parser.add_argument("--dir", type=Path, help="folder, instead of ATELIER_CHECKPOINT_DIR")

    def handle(self, *args: Any, **options: Any) -> None:
        """Fetch it, or say that it is there, or say why it cannot be had."""
        try:
            config = load_config()
            directory = options["dir"] or config.checkpoint_dir
            path, checkpoint = resolve(options["name"] or config.checkpoint, directory)
        except ConfigError as error:
            raise CommandError(str(error)) from None
        if checkpoint is None or path.parent != directory:
            if not path.is_file():
                raise CommandError(f"{path} does not exist; ATELIER_CHECKPOINT names it.")
            self.stdout.write(f"{path} is your own file: nothing to fetch.")
            return
        printer = ProgressPrinter(sys.stderr, checkpoint.name)
        if options["verify"]:
            verify(path, checkpoint, printer, deep=True)  # fetch() replaces what proves wrong
        elif is_verified(path, checkpoint):
            self.stdout.write(f"{checkpoint.name} is here and verified: {path}")
            return
        try:
            fetch(checkpoint, directory, config.hub, config.hub_mirror, printer)
        except FetchError as error:
            printer.close()
            raise CommandError(str(error)) from None
        except KeyboardInterrupt:
            printer.close()
            print("Stopped. What has come is kept: run this again to go on.", file=sys.stderr)
            sys.exit(130)
        printer.close()
        size = megabytes(checkpoint.size)
        self.stdout.write(f"{checkpoint.name} ({size}, {checkpoint.licence}) is verified: {path}")
