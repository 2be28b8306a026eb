"""Mends by what was reported when the page ran: messages as Chromium words them."""

from __future__ import annotations

from workers.mends_source import FaultStep

AFTER: tuple[FaultStep, ...] = ()
