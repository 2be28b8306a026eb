#!/usr/bin/env python
"""Atelier's command line: `up`, `generate`, `fetch_checkpoint`, `doctor`, and Django's own."""

import os
import sys

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ide.settings")
    from django.core.management import execute_from_command_line

    from workers.config import ConfigError

    try:
        execute_from_command_line(sys.argv)
    except ConfigError as error:
        sys.exit(f"Atelier cannot start: {error}")
