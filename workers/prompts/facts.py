"""What a wish gives literally: figures, quoted names, words in capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator

MOST = 12  # that are told
_ENGLISH = {
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "hundred": 100,
}
_TERMS = {"API", "CSS", "HTML", "SVG", "PNG", "WASD", "URL", "SQL"}
_DIGITS = {digit: n for n, digit in enumerate("零一二三四五六七八九")} | {"两": 2}
_FACT = re.compile(
    r"[“\"「『《](?P<quoted>[^”\"」』》\n]{1,40})[”\"」』》]"
    r"|(?<![\w.])(?P<figure>\d[\d.,:%×x/]*\d|\d)(?P<unit> ?\w{1,14})?"
    rf"|\b(?P<word>{'|'.join(_ENGLISH)})\b(?!\.)(?P<things> [a-z]{{1,14}})?"
    r"|(?P<chinese>[二两三四五六七八九十百]{1,3})(?P<counted>[个条道张种只颗款篇首位名关行列句项])"
    r"|\b(?P<capitals>[A-Z]{3,12})\b",
    re.IGNORECASE,
)


def facts_of(wish: str) -> list[str]:
    """The figures with what they count, the quoted names and the words in capitals of a wish."""
    found = dict.fromkeys(fact for match in _FACT.finditer(wish) for fact in _told(match))
    return list(found)[:MOST]


def _told(match: re.Match[str]) -> Iterator[str]:
    if quoted := match["quoted"]:
        yield f"“{quoted}”"
    elif figure := match["figure"]:
        yield f"{figure}{match['unit'] or ''}"
    elif word := match["word"]:
        yield f"{_ENGLISH[word.lower()]}{match['things'] or ''}"
    elif chinese := match["chinese"]:
        yield f"{_number(chinese)}{match['counted']}"
    elif match["capitals"].isupper() and match["capitals"] not in _TERMS:
        yield match["capitals"]


def _number(chinese: str) -> int:
    """二十 -> 20, 十二 -> 12, 三 -> 3, 百 -> 100."""
    total, digit = 0, 0
    for sign in chinese:
        if sign in _DIGITS:
            digit = _DIGITS[sign]
        else:
            total += (digit or 1) * (10 if sign == "十" else 100)
            digit = 0
    return total + digit
