"""What a wish gives literally."""

from __future__ import annotations

import pytest

from workers.prompts.facts import facts_of


@pytest.mark.parametrize(
    ("wish", "facts"),
    [
        ("A page with twenty colourful balls", ["20 colourful"]),
        ("Three.js, typing LIGHT turns the ship, with the Web Audio API", ["LIGHT"]),
        ('a cafe called "Ember & Oak", 8 plants', ["“Ember & Oak”", "8 plants"]),
        ("做一个“前沿”网站，六条新闻，二十五个小球", ["“前沿”", "6条", "25个"]),
        ("a page about tea", []),
        ("15x15 board, 50% off, from 9:30", ["15x15 board", "50", "9:30"]),
    ],
)
def test_figures_names_and_capitals_are_found(wish: str, facts: list[str]) -> None:
    assert facts_of(wish) == facts


def test_a_flood_of_figures_is_cut_off() -> None:
    assert len(facts_of(" ".join(f"{n} cups," for n in range(100, 200)))) == 12
