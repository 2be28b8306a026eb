"""The records of `bench.works` as figures, and the figures as a table."""

from __future__ import annotations

import math
import statistics
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

Record = dict[str, Any]
Z = 1.96  # standard deviations for 95 %


def interval(hits: int, of: int) -> tuple[float, float]:
    """Wilson's 95 % interval of a share, which holds for few trials also.

    Source: E. B. Wilson, "Probable inference", JASA 22 (1927).
    """
    if not of:
        return 0.0, 1.0
    share, square = hits / of, Z * Z
    middle = (share + square / (2 * of)) / (1 + square / of)
    half = Z * math.sqrt(share * (1 - share) / of + square / (4 * of * of)) / (1 + square / of)
    return max(middle - half, 0.0), min(middle + half, 1.0)


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that `share` of all are at or below."""
    ordered = sorted(values)
    return ordered[max(math.ceil(share * len(ordered)) - 1, 0)] if ordered else 0.0


def figures(records: Sequence[Record]) -> dict[str, Any]:
    """Of some records: pages that work, expectations that hold, seconds and tokens a page."""
    held = [one for record in records for one in record["held"]]
    works = sum(bool(record["works"]) for record in records)
    seconds = [record["seconds"] for record in records]
    tokens = [record["tokens"] for record in records]
    return {
        "pages": len(records),
        "works": works,
        "rate": works / len(records) if records else 0.0,
        "interval": interval(works, len(records)),
        "held": sum(one["ok"] for one in held) / len(held) if held else 0.0,
        "written": sum(record["status"] == "done" for record in records),
        "median_seconds": statistics.median(seconds) if seconds else 0.0,
        "p90_seconds": percentile(seconds, 0.9),
        "median_tokens": statistics.median(tokens) if tokens else 0.0,
    }


def failures(records: Sequence[Record]) -> dict[str, tuple[int, int]]:
    """Expectation -> how often it did not hold, and how often it was asked; most first."""
    asked: Counter[str] = Counter()
    failed: Counter[str] = Counter()
    for record in records:
        for one in record["held"]:
            asked[one["name"]] += 1
            failed[one["name"]] += not one["ok"]
    return {name: (count, asked[name]) for name, count in failed.most_common() if count}


def groups(records: Sequence[Record], key: str) -> dict[str, list[Record]]:
    """The records by one of their fields, in the order of their first."""
    found: dict[str, list[Record]] = {}
    for record in records:
        found.setdefault(record[key], []).append(record)
    return found


def summary(records: Sequence[Record]) -> dict[str, Any]:
    """All the figures: by arm, and within each by kind, by language, by failed expectation."""
    return {
        arm: {
            "all": figures(own),
            "kinds": {kind: figures(some) for kind, some in groups(own, "kind").items()},
            "languages": {one: figures(some) for one, some in groups(own, "language").items()},
            "failures": failures(own),
        }
        for arm, own in groups(records, "arm").items()
    }


HEADINGS = ("", "pages", "work", "95 %", "hold", "sec p50", "sec p90", "tokens")


def row(name: str, of: dict[str, Any]) -> list[str]:
    """A line of the table."""
    low, high = of["interval"]
    return [
        name,
        str(of["pages"]),
        f"{of['works']} ({of['rate']:.0%})",
        f"{low:.0%}–{high:.0%}",
        f"{of['held']:.0%}",
        f"{of['median_seconds']:.0f}",
        f"{of['p90_seconds']:.0f}",
        f"{of['median_tokens']:.0f}",
    ]


def table(records: Sequence[Record]) -> str:
    """The figures of each arm, then of its kinds and languages, then what did not hold."""
    if not records:
        return "Nothing was judged yet."
    rows: list[list[str]] = [list(HEADINGS)]
    report = summary(records)
    for arm, of in report.items():
        rows.append(row(arm, of["all"]))
        rows += [row(f"  {language}", some) for language, some in of["languages"].items()]
        rows += [row(f"  {kind}", some) for kind, some in sorted(of["kinds"].items())]
    lines = aligned(rows)
    for arm, of in report.items():
        lines += ["", f"{arm}: what did not hold, of how often it was asked"]
        lines += [
            f"  {name:<24}{count:>4} of {asked}" for name, (count, asked) in of["failures"].items()
        ]
    return "\n".join(lines)


def aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    """Columns as wide as their widest; the first to the left, the others to the right."""
    widths = [max(len(line[n]) for line in rows) for n in range(len(rows[0]))]
    sides: list[Callable[[str, int], str]] = [str.ljust, *[str.rjust] * (len(widths) - 1)]
    return [
        "  ".join(side(cell, width) for side, cell, width in zip(sides, line, widths, strict=True))
        for line in rows
    ]
