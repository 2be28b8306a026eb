"""Showing a fetch on a terminal, or in a log."""

from __future__ import annotations

import shutil
import time
from typing import TextIO

from workers.fetch_partial import Progress, megabytes

LINE_EVERY = 5.0  # seconds between two lines where nobody watches
BAR_WIDTH = 24


class ProgressPrinter:
    """Draws `Progress` as a bar on a terminal, and as a line every five seconds elsewhere."""

    def __init__(self, stream: TextIO, name: str) -> None:
        self._stream = stream
        self._name = name
        self._bar = stream.isatty()
        self._printed_at = float("-inf")
        self._source = ""

    def __call__(self, progress: Progress) -> None:
        """Show where the fetch is."""
        if self._bar:
            width = shutil.get_terminal_size().columns - 1
            self._stream.write(f"\r\033[K{self._line(progress, width)}")
            self._stream.flush()
            return
        now = time.monotonic()
        if now - self._printed_at >= LINE_EVERY or progress.source != self._source:
            self._printed_at, self._source = now, progress.source
            print(self._line(progress, 200), file=self._stream, flush=True)

    def close(self) -> None:
        """Clear the bar, so that what is said next has a line of its own."""
        if self._bar:
            self._stream.write("\r\033[K")
            self._stream.flush()

    def _line(self, progress: Progress, width: int) -> str:
        """The bar gives way to the facts on a narrow terminal, and the source goes first."""
        share = progress.done / progress.total
        checking = progress.source == "checking"
        facts = "  ".join(
            [
                f"{share:4.0%}",
                f"{progress.done / 1_000_000:,.0f} of {megabytes(progress.total)}",
                f"{progress.bytes_per_second / 1_000_000:.1f} MB/s",
                f"{duration(progress.seconds_left)} left",
            ]
        )
        bar_width = min(max(width - len(self._name) - len(facts) - 2, 6), BAR_WIDTH)
        filled = round(share * bar_width)
        bar = "█" * filled + "░" * (bar_width - filled)
        source = "checking" if checking else f"from {progress.source}"
        return f"{self._name} {bar} {facts}  {source}"[:width]


def duration(seconds: float | None) -> str:
    """Seconds as people read them: `2 min 05 s`."""
    if seconds is None:
        return "?"
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours} h {minutes:02} min"
    return f"{minutes} min {rest:02} s" if minutes else f"{rest} s"
