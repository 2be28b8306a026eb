"""The wishes are whole, fair and spread evenly."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from bench.wish import load_wishes, select
from ide.examples import examples_for

WISHES = load_wishes()


def test_there_are_many_wishes_in_both_languages() -> None:
    languages = Counter(wish.language for wish in WISHES)
    assert len(WISHES) >= 100 and min(languages.values()) >= 50
    assert len({wish.kind for wish in WISHES}) >= 25


def test_about_a_third_is_held_out_in_both_languages() -> None:
    for language in ("en", "zh"):
        own = [wish for wish in WISHES if wish.language == language]
        share = sum(wish.held_out for wish in own) / len(own)
        assert 0.25 <= share <= 0.4, language


def test_each_asks_for_something_of_its_own() -> None:
    common = {"no_errors", "in_language", "fits_phone"}
    for wish in WISHES:
        assert {name for name, _ in wish.expect} - common, wish.id


def test_the_home_pages_examples_are_among_them_as_they_are() -> None:
    prompts = {wish.prompt for wish in WISHES if not wish.held_out}
    for language in ("en", "zh-hans"):
        assert {example.prompt for example in examples_for(language)} <= prompts


def test_the_held_out_ones_are_run_only_on_demand() -> None:
    assert not any(wish.held_out for wish in select(WISHES, held_out=False))
    held_out = select(WISHES, held_out=True)
    assert held_out and all(wish.held_out for wish in held_out)
    with pytest.raises(ValueError, match="no wish and no kind sneak"):
        select(WISHES, held_out=False, ids=["sneak"])


def test_a_wish_that_is_written_wrongly_is_named(tmp_path: Path) -> None:
    text = '[[wish]]\nid = "a"\nlanguage = "en"\nkind = "k"\nprompt = "p"\n'
    (tmp_path / "one.toml").write_text(text + 'expect = [{ name = "flies" }]\n')
    with pytest.raises(ValueError, match=r"one\.toml, a: There is no expectation 'flies'"):
        load_wishes(tmp_path)
    (tmp_path / "one.toml").write_text((text + 'expect = [{ name = "draws" }]\n') * 2)
    with pytest.raises(ValueError, match="there twice: a"):
        load_wishes(tmp_path)
