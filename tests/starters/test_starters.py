"""The starters: complete, small where a model writes, and chosen by what wishes call them."""

from __future__ import annotations

import re
import tomllib

import pytest

from workers.grounding import STARTERS, Starter, load_starters
from workers.syntax import parses

MAX_WRITTEN = 3600  # bytes a model writes at most: about 1,150 tokens
INPUTS = {"motion", "pointer", "keys", "buttons", "audio", "webgl"}
every_starter = pytest.mark.parametrize("starter", load_starters(), ids=lambda one: one.slug)


def test_there_are_starters_for_many_kinds() -> None:
    assert len(load_starters()) >= 12


@every_starter
def test_a_starter_says_what_it_is_and_what_a_model_writes(starter: Starter) -> None:
    titles = dict(starter.title)
    assert titles["en"] and titles["zh"] and starter.about and starter.guide
    assert starter.writes and starter.written_bytes <= MAX_WRITTEN
    assert len(starter.words) == len(set(starter.words)) >= 12
    assert any(re.search("[\u4e00-\u9fff]", word) for word in starter.words)
    assert starter.expects <= INPUTS


@every_starter
def test_a_starters_page_loads_only_files_that_it_has(starter: Starter) -> None:
    page = starter.tree["index.html"]
    asked = re.findall(r'<(?:script|link)[^>]*(?:src|href)="(?!https:|data:)([^"]+)"', page)
    assert set(asked) | {"index.html"} == set(starter.tree)


@every_starter
def test_a_starters_files_parse(starter: Starter) -> None:
    assert [path for path, text in starter.files if not parses(text, path)] == []


@every_starter
def test_the_example_a_model_sees_has_the_files_shape_but_none_of_its_sentences(
    starter: Starter,
) -> None:
    for path in starter.writes:
        seen = starter.example(path, "网站")
        assert parses(seen, path) and seen.count("\n") == starter.tree[path].count("\n")
        assert "…" in seen and re.search(r"""lang[:=]\s*"zh""", seen)


def test_what_starters_share_is_shared_by_several() -> None:
    said = [tomllib.loads(path.read_text()) for path in STARTERS.glob("*/starter.toml")]
    root = STARTERS / "shared"
    for path in (path for path in root.rglob("*") if path.is_file()):
        name = path.relative_to(root).as_posix()
        assert sum(name in facts.get("shared", ()) for facts in said) > 1, name


@pytest.mark.parametrize(
    ("wish", "slug", "kind"),
    [
        ("打地鼠游戏，60秒倒计时，点击地鼠得分", "puzzle", "whack"),
        ("a mandelbrot fractal explorer", "simulation", "fractal"),
        ("a coin flip with history", "toolbox", "coin"),
        ("下雪的动画", "particles", "snow"),
        ("a color gradient maker", "toolbox", "gradient"),
        ("connect four for two", "board-game", "connect-four"),
        ("a piano I can play with my keyboard", "instrument", "piano"),
        ("赛车游戏", "racer-3d", "drive"),
        ("a hall of rare shells to browse", "explorer", ""),
    ],
)
def test_the_kind_that_a_wish_names_stands_in_the_answers_beginning(
    wish: str, slug: str, kind: str
) -> None:
    starter = next(one for one in load_starters() if one.slug == slug)
    assert starter.kind_of(wish) == kind
    begun = starter.opening(wish)
    assert begun.endswith(f'{starter.chosen_by}: "{kind}",' if kind else 'lang: "en",')


@every_starter
def test_the_example_of_a_kind_is_short_and_of_that_kind(starter: Starter) -> None:
    kinds = dict(starter.kinds)
    for kind, text in starter.examples:
        assert parses(text, "content.js") and len(text.encode()) <= MAX_WRITTEN
        assert f'{starter.chosen_by}: "{kind}"' in text
        assert "…" in starter.example(starter.writes[0], kinds[kind][0])


def test_the_guide_is_told_without_the_lines_on_other_kinds() -> None:
    puzzle = next(one for one in load_starters() if one.slug == "puzzle")
    guide = puzzle.guide_for("a crossword about tea")
    assert "crossword: " in guide and "Common: " in guide and "sokoban" not in guide
    assert puzzle.guide_for("a puzzle") == puzzle.guide


@every_starter
def test_the_kinds_of_a_starter_are_the_settings_next_to_its_language(starter: Starter) -> None:
    for kind, words in starter.kinds:
        assert words and starter.opening(words[0]).endswith(f'{starter.chosen_by}: "{kind}",')
