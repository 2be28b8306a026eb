"""References for weak checkpoints: small projects that work, chosen by the wish.

A starter is a whole project of which the model writes the one or two small files that make it
what was wished for; the rest stays. Two wishes of a kind give two different pages.
"""

from __future__ import annotations

import math
import re
import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from workers.files import ENTRY
from workers.report import Expectation

STARTERS = Path(__file__).resolve().parents[1] / "starters"
ENOUGH = 3.2  # the least score with which a starter counts as what is wished for
EARLY = 90  # characters within which a wish usually has said what it wants
HEAD_WEIGHT, EARLY_WEIGHT, LATE_WEIGHT = 2.0, 1.0, 0.5
_HEAD = re.compile(r"[,，。.;；:：!！?？]|\b(?:with|where|that|which|using)\b")
BLANK = "…"  # stands for every text of an example: what is left out cannot be copied
_CJK = re.compile(r"[\u3400-\u9fff]")
_TEXT = re.compile(r">[^<>\n]{3,}<")
_DONE = re.compile(r'(\bdata-done=)"[^"]*"')
_EGG = re.compile(r'(\begg: \{ word: )"[^"]*"')  # a word that is shown is a word that is copied
_STRING = re.compile(r'"([^"\n]*)"')
_SENTENCE = re.compile(r"[A-Za-z’']{2,}[,.!?:;]? +[\w(]")  # words, not a map of a level
_LANG = re.compile(r"""(<html[^>]*?\blang=|\blang:\s*)(["'])[\w-]*\2""")


@dataclass(frozen=True)
class Starter:
    """A reference project. `writes` are the files the model writes anew, in order; `words` are
    what wishes call it, in English and Chinese; `broad` ones choose it where no starter is named,
    unless the wish has one of `unless`. `expects` is what the page check may expect. One that can
    be several things is told which by the setting `chosen_by`; `kinds` are its values, each with
    what wishes call it, and `examples` what the first of `writes` looks like for some of them."""

    slug: str
    title: tuple[tuple[str, str], ...]
    about: str
    guide: str
    words: tuple[str, ...]
    broad: tuple[str, ...]
    unless: tuple[str, ...]
    writes: tuple[str, ...]
    expects: frozenset[Expectation]
    files: tuple[tuple[str, str], ...]
    chosen_by: str = "kind"
    kinds: tuple[tuple[str, tuple[str, ...]], ...] = ()
    examples: tuple[tuple[str, str], ...] = ()

    @property
    def tree(self) -> dict[str, str]:
        """Its files, path -> text."""
        return dict(self.files)

    def example(self, path: str, wish: str) -> str:
        """A file as the model sees it: its shape, with a blank for every text, for the kind and in
        the language of the wish.

        Shown whole examples, a weak checkpoint translates them; shown blanks, it invents.
        """
        own = dict(self.examples).get(self.kind_of(wish)) if path == self.writes[0] else None
        language = "zh" if is_chinese(wish) else "en"
        text = _LANG.sub(rf"\g<1>\2{language}\2", own or self.tree[path], count=1)
        if path.endswith(".html"):
            head, body, rest = text.partition("<body")
            return head + body + _DONE.sub(rf'\1"{BLANK}"', _TEXT.sub(f">{BLANK}<", rest))
        text = _EGG.sub(rf'\1"{BLANK}"', _STRING.sub(_blank, text))
        return text.replace("// en, zh", "")

    def opening(self, wish: str) -> str:
        """How the answer begins: the first file's block, up to and with the page's language, and
        the kind where the wish names one.

        Given rather than asked for: it costs no time, and a weak checkpoint keeps the example's.
        With its comma, or one is found that goes on with `lang: "en" || "fr"`, and in French.
        """
        path = self.writes[0]
        text = self.example(path, wish)
        begun = text[: _end_of_language(text)]
        kind = self.kind_of(wish)
        setting = re.compile(rf'[^{{}}]{{0,40}}\b{self.chosen_by}: "(?=[^"]*")')
        if kind and (following := setting.match(text, len(begun))):
            begun += f'{following[0]}{kind}",'
        return fence(path, begun)

    def guide_for(self, wish: str) -> str:
        """The guide, without the lines on kinds that the wish does not name."""
        kind = self.kind_of(wish)
        others = [re.compile(rf"(^- |\. ){re.escape(name)}: ") for name, _ in self.kinds]
        about = f"{kind}: "
        kept = [
            line
            for line in self.guide.split("\n")
            if not kind or about in line or not any(other.search(line) for other in others)
        ]
        return "\n".join(kept)

    def kind_of(self, wish: str) -> str:
        """Which of its kinds the wish names first; "" when it names none."""
        text = _even(wish)
        places = [
            (place, -len(word), kind)
            for kind, words in self.kinds
            for word in words
            if (place := _find(word, text)) is not None
        ]
        return min(places)[2] if places else ""

    @property
    def written_bytes(self) -> int:
        """How much of it the model writes."""
        return sum(len(text) for path, text in self.files if path in self.writes)


@cache
def load_starters(folder: Path = STARTERS) -> tuple[Starter, ...]:
    """Every starter, by name. Raises `ValueError` for one that is not whole."""
    found = [_load(path.parent) for path in sorted(folder.glob("*/starter.toml"))]
    return tuple(found)


def opening(path: str, text: str) -> str:
    """A file's block up to and with the page's language."""
    return fence(path, text[: _end_of_language(text)])


def fence(path: str, begun: str) -> str:
    """The beginning of a block that names its file."""
    return f"```{path.rsplit('.', 1)[-1]} {path}\n{begun}"


def _end_of_language(text: str) -> int:
    language = _LANG.search(text)
    if language is None:
        return 0
    return language.end() + text.startswith(",", language.end())


def starter_named(slug: str) -> Starter | None:
    """The starter of that name; None for one that there is not (any more)."""
    return next((starter for starter in load_starters() if starter.slug == slug), None)


def reference_of(slug: str, files: Mapping[str, str]) -> Starter | None:
    """The starter that a project builds on, while the files that the model writes are there."""
    found = starter_named(slug)
    return found if found and all(path in files for path in found.writes) else None


def title_of(slug: str) -> dict[str, str]:
    """A starter's title by language; empty for a starter that there is not (any more)."""
    found = starter_named(slug)
    return dict(found.title) if found else {}


def _load(folder: Path) -> Starter:
    facts = _facts_of(folder)
    files = _files_of(folder, facts)
    if base := facts.get("based_on"):  # the same program with another content
        at = folder.parent / base
        files = {**_files_of(at, _facts_of(at)), **files}
    missing = [path for path in [ENTRY, *facts["writes"]] if path not in files]
    if missing:
        raise ValueError(f"starters/{folder.name} lacks {', '.join(missing)}")
    return Starter(
        slug=folder.name,
        title=tuple(facts["title"].items()),
        about=facts["about"].strip(),
        guide=facts["guide"].strip(),
        words=tuple(word.lower() for word in facts["words"]),
        broad=tuple(word.lower() for word in facts.get("broad", ())),
        unless=tuple(word.lower() for word in facts.get("unless", ())),
        writes=tuple(facts["writes"]),
        expects=frozenset(facts.get("expects", ())),
        files=tuple(files.items()),
        chosen_by=facts.get("chosen_by", "kind"),
        kinds=tuple((kind, tuple(words)) for kind, words in facts.get("kinds", {}).items()),
        examples=tuple((Path(n).stem, t) for n, t in _files_below(folder / "examples").items()),
    )


def _facts_of(folder: Path) -> dict[str, Any]:
    return tomllib.loads((folder / "starter.toml").read_text(encoding="utf-8"))


def _files_of(folder: Path, facts: Mapping[str, Any]) -> dict[str, str]:
    files = _files_below(folder / "files")
    for name in facts.get("shared", ()):  # several starters stand on the same ground
        source = folder.parent / "shared" / name
        text = source.read_text(encoding="utf-8")
        files[source.name] = _page(text, facts) if source.name == ENTRY else text
    return files


def _files_below(root: Path) -> dict[str, str]:
    """The text of every file below a folder, by its name."""
    return {
        path.relative_to(root).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


def _page(template: str, facts: Mapping[str, Any]) -> str:
    """A shared page, with the name of the starter, its styles, and its scripts in order."""
    shared = [Path(name).name for name in facts["shared"] if name.endswith(".css")]
    styles = dict.fromkeys([*shared, "style.css"])
    links = [f'<link rel="stylesheet" href="{name}">' for name in styles]
    tags = [f'<script src="{address}"></script>' for address in facts["scripts"]]
    filled = {"title": facts["title"]["en"], "styles": "\n".join(links), "scripts": "\n".join(tags)}
    return template.format(**filled)


def find_reference(wish: str, starters: Sequence[Starter]) -> Starter | None:
    """The starter whose kind the wish names, or None when it names none clearly enough."""
    ranked = rank(wish, starters)
    if ranked and ranked[0][0] >= ENOUGH:
        return ranked[0][1]
    text = wish.lower()
    return next((one for one in starters if _is_near(text, one)), None)


def _is_near(text: str, starter: Starter) -> bool:
    near = any(mentions(text, word) for word in starter.broad)
    return near and not any(mentions(text, word) for word in starter.unless)


def rank(wish: str, starters: Sequence[Starter]) -> list[tuple[float, Starter]]:
    """The starters with a score above 0, best first.

    A starter's score is the sum over its words found in the wish of their rarity among starters
    (idf) times their length in words; what stands in the first clause counts most ("a quiz with
    a timer" is a quiz).
    """
    text = _even(wish)
    clause = _HEAD.search(text)
    head = clause.start() if clause else EARLY
    shared = Counter(word for starter in starters for word in set(starter.words))
    scored = []
    for starter in starters:
        score = 0.0
        for word in set(starter.words):
            place = _find(word, text)
            if place is not None:
                rarity = math.log1p(len(starters) / shared[word])
                score += rarity * _weight(place, head) * _length(word)
        if score:
            scored.append((score, starter))
    return sorted(scored, key=lambda pair: (-pair[0], pair[1].slug))


def _even(wish: str) -> str:
    return " ".join(wish.lower().split())


def _blank(string: re.Match[str]) -> str:
    return f'"{BLANK}"' if _SENTENCE.search(string[1]) else string[0]


def _weight(place: int, head: int) -> float:
    if place < head:
        return HEAD_WEIGHT
    return EARLY_WEIGHT if place < EARLY else LATE_WEIGHT


def is_chinese(wish: str) -> bool:
    """Whether the wish is written in Chinese: then the page is, too."""
    return len(_CJK.findall(wish)) >= 2


def mentions(text: str, word: str) -> bool:
    """Whether a text in lower case has the word."""
    return _find(word, text) is not None


def _find(word: str, text: str) -> int | None:
    """Where the word stands in the text: anywhere in Chinese, as a whole word in English, where
    a plural counts too."""
    if _CJK.search(word):
        place = text.find(word)
        return place if place >= 0 else None
    match = re.search(rf"(?<![a-z0-9]){re.escape(word)}(?:s|es)?(?![a-z0-9])", text)
    return match.start() if match else None


def _length(word: str) -> float:
    """How much a phrase says: words in English, pairs of characters in Chinese."""
    characters = len(_CJK.findall(word))
    return characters / 2 if characters else float(len(re.split(r"[\s-]+", word)))
