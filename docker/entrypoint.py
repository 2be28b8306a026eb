"""The image's entry point: `web`, `record`, `worker` and `check` become that process of the studio.

Anything else is a command of manage.py: `up`, `migrate`, `doctor`, `fetch_checkpoint`, …
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: list[str]) -> None:
    """Become the process that is asked for; ends with plain words when a setting is wrong."""
    os.chdir(ROOT)
    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ide.settings")
    from workers.config import ConfigError

    try:
        if len(arguments) == 1 and arguments[0] in ("web", "record", "worker", "check"):
            become(arguments[0])
        from django.core.management import execute_from_command_line

        execute_from_command_line(["manage.py", *arguments])
    except ConfigError as error:
        sys.exit(f"Atelier cannot start: {error}")


def become(name: str) -> NoReturn:
    """Replace this process, so that the container's signals reach the service itself.

    The worker fetches its checkpoint first: what it cannot load is not worth a queue. An
    interrupted fetch goes on where it was, so a restarted container loses nothing.
    """
    from django.conf import settings
    from django.core.management import execute_from_command_line

    from ide import processes

    if name == "worker" and settings.CONFIG.backend == "llama":
        execute_from_command_line(["manage.py", "fetch_checkpoint"])  # ends in words if it fails
    services = {
        "web": processes.web,
        "record": processes.recorder,
        "worker": processes.model_worker,
        "check": processes.checker,
    }
    service = services[name]()
    sys.stdout.flush()
    os.execve(service.command[0], list(service.command), {**os.environ, **service.environ})


if __name__ == "__main__":
    main(sys.argv[1:])
