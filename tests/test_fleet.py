"""The simulated fleet of bench/fleet.py against what queueing theory says of it."""

from __future__ import annotations

import pytest

from bench.fleet import Costs, needed, simulate


def costs(seconds: float) -> Costs:
    return Costs([seconds], 1.0, 2e8, 50_000, 15.0, 120_000.0, 0.0002)


def test_with_slots_for_all_nobody_waits_and_the_rate_is_that_of_the_environments() -> None:
    fleet = simulate(100, 100, 60, costs(2.0), (0.0, 0.0), 2000)
    assert fleet.wait(99) == 0 and fleet.longest_queue == 0
    assert fleet.rate == pytest.approx(100 / 62, rel=0.05)
    assert fleet.use == pytest.approx(100 / 62 * 2 / 100, rel=0.05)


def test_with_too_few_slots_they_are_always_busy_and_the_rate_is_theirs() -> None:
    fleet = simulate(200, 2, 60, costs(2.0), (0.0, 0.0), 2000)
    assert fleet.use == pytest.approx(1.0, abs=0.01)
    assert fleet.rate == pytest.approx(1.0, rel=0.02)
    assert fleet.wait(50) == pytest.approx(200 / 1.0 - 62, rel=0.1)  # Little's law


def test_pages_that_hang_hold_their_slot_for_as_long_as_it_takes() -> None:
    fleet = simulate(200, 2, 60, costs(2.0), (0.5, 6.0), 4000)
    assert fleet.rate == pytest.approx(2 / 4.0, rel=0.1)


def test_the_slots_that_are_needed_are_the_busy_ones_and_a_share_more() -> None:
    assert needed(1, 60, 2, 0.15) == 1
    assert needed(620, 60, 2, 0.0) == 20
    assert needed(620, 60, 2, 0.15) == 23
