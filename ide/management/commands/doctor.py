"""`manage.py doctor`: what is wrong with this installation, and what to do."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from dataclasses import asdict
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from ide.doctor import Check, run_checks
from workers.config import ConfigError, load_config


class Command(BaseCommand):
    """Prints each finding; exit status 1 when one failed."""

    help = "Check everything the studio needs, and say in plain words what is wrong."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """How deep to look and how to say it."""
        parser.add_argument("--json", action="store_true", help="one JSON object on stdout")
        parser.add_argument(
            "--deep", action="store_true", help="read the whole checkpoint and compare its sum"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Run the checks and report."""
        try:
            config = load_config()
        except ConfigError as error:
            raise CommandError(str(error)) from None
        checks = run_checks(config, settings, options["deep"])
        bad = [check for check in checks if check.state == "failed"]
        if options["json"]:
            report = {"ok": not bad, "checks": [asdict(check) for check in checks]}
            self.stdout.write(json.dumps(report, indent=2, ensure_ascii=False))
        else:
            self._print(checks)
        if bad:
            sys.exit(1)

    def _print(self, checks: list[Check]) -> None:
        paint = {"ok": self.style.SUCCESS, "warning": self.style.WARNING}
        width = max(len(check.name) for check in checks)
        for check in checks:
            state = paint.get(check.state, self.style.ERROR)(f"{check.state:8}")
            self.stdout.write(f"{state} {check.name:{width}}  {check.message}")
            if check.fix:
                self.stdout.write(f"{'':8} {'':{width}}  -> {check.fix}")
