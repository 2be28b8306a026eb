"""The doctor: looks at everything the studio stands on and says what is wrong, and what to do."""

from __future__ import annotations

from typing import Any

from ide.doctor import machine, services
from ide.doctor.check import Check, State
from ide.doctor.shelf import check_shelf
from workers.config import Config
from workers.shelf import DIST

__all__ = ["Check", "State", "run_checks"]


def run_checks(config: Config, settings: Any, deep: bool = False) -> list[Check]:
    """Every check, in the order in which things must work.

    `settings` are Django's. `deep` reads the whole checkpoint again to compare its sum.
    """
    port = machine.check_port(settings.HOST, settings.PORT)
    checks = [
        machine.check_python(),
        machine.check_dependencies(config.backend),
        port,
        machine.check_home_disk(config.home),
        services.check_broker(config),
        services.check_database(settings.DATABASES["default"]),
        services.check_frontend(settings.BASE_DIR / "frontend" / "dist"),
        check_shelf(DIST),
        services.check_browser(),
    ]
    if config.backend == "llama":
        checks.append(services.check_checkpoint(config, deep))
        checks.append(machine.check_checkpoint_disk(config))
        checks.append(machine.check_memory(config, running=port.message == machine.RUNNING))
    if config.backend == "openai":
        checks.append(services.check_endpoint(config))
    return checks
