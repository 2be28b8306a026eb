"""`manage.py up`: the whole studio under one parent."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import socket
import sys
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser

from ide.processes import everything
from ide.supervisor import Supervisor


class Command(BaseCommand):
    """Migrate, fetch the checkpoint if it is missing, then serve until Ctrl-C."""

    help = "Start the studio: database, checkpoint, broker, web, workers."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Options."""
        parser.add_argument("--no-fetch", action="store_true", help="do not fetch the checkpoint")

    def handle(self, *args: Any, **options: Any) -> None:
        """Run until told to stop. Raises `CommandError` in words when it cannot start."""
        check_port(settings.HOST, settings.PORT)
        call_command("migrate", verbosity=0, interactive=False)
        if settings.CONFIG.backend == "llama" and not options["no_fetch"]:
            call_command("fetch_checkpoint")
        name = "localhost" if settings.HOST in ("127.0.0.1", "0.0.0.0", "::") else settings.HOST
        self.stdout.write(f"\n  Atelier is at http://{name}:{settings.PORT}/  (Ctrl-C stops it)\n")
        self.stdout.flush()
        with contextlib.suppress(KeyboardInterrupt):
            asyncio.run(Supervisor(everything()).run())
        self.stdout.write("\nStopped. Everything is saved.")


def check_port(host: str, port: int) -> None:
    """Raises `CommandError` in words when the studio cannot listen there."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                raise CommandError(
                    f"Port {port} is in use, perhaps by a studio that runs already: open "
                    f"http://localhost:{port}/ and see. Otherwise choose another port: "
                    f"ATELIER_PORT={port + 1} {' '.join(sys.argv)}"
                ) from None
            raise CommandError(f"Cannot listen on {host} port {port}: {error.strerror}.") from None
