"""`manage.py protocol_ts`: write frontend/src/protocol.ts from ide/protocol.py."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from ide import protocol
from ide.protocol_ts import render


class Command(BaseCommand):
    """Write the TypeScript side of the protocol."""

    help = "Write frontend/src/protocol.ts from ide/protocol.py."

    def handle(self, *args: Any, **options: Any) -> None:
        """Overwrite the generated file."""
        target = Path(settings.BASE_DIR) / "frontend" / "src" / "protocol.ts"
        target.write_text(render(protocol), encoding="utf-8")
        self.stdout.write(f"wrote {target}")
