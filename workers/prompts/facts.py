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


_IS_CODE = re.compile(r"[<>{};=]|^\W*$")
_THINGS = (
    "stories|articles|posts|headlines|features|products|items|dishes|projects|photos|pictures|"
    "testimonials|reviews|members|services|courses|recipes|books|movies|events|destinations|cards|"
    "plans|speakers|episodes|creatures|animals|dogs|cats|plants|facts|tips|places|steps"
)
_COUNTED = re.compile(
    rf"\b(?P<number>{'|'.join(_ENGLISH)}|\d{{1,2}}) (?:[a-z]+ ){{0,2}}(?P<things>{_THINGS})\b"
    r"|(?P<figure>\d{1,2}|[三四五六七八九十]{1,3}) ?(?P<zh>[条篇款道本部位个张]"
    r"(?:新闻|文章|报道|商品|产品|功能|特性|菜|项目|作品|照片|成员|服务|课程|评价|书|电影|景点|套餐|动物|食谱|步骤))",
    re.IGNORECASE,
)


def facts_of(wish: str) -> list[str]:
    """The figures with what they count, the quoted names and the words in capitals of a wish."""
    found = dict.fromkeys(fact for match in _FACT.finditer(wish) for fact in _told(match))
    return list(found)[:MOST]


def names_of(wish: str) -> list[str]:
    """The names in quotes, as they are to stand on the page."""
    quoted = (match["quoted"] for match in _FACT.finditer(wish) if match["quoted"])
    return [name.strip() for name in dict.fromkeys(quoted) if not _IS_CODE.search(name)]


def counts_of(wish: str) -> list[tuple[int, str]]:
    """How many stories, products, features and the like are asked for, and of what."""
    found = []
    for match in _COUNTED.finditer(wish):
        number = match["number"] or match["figure"]
        figure = _ENGLISH.get(number.lower()) or (
            int(number) if number.isdecimal() else _number(number)
        )
        if 2 < figure < 25:
            found.append((figure, match["things"] or match["zh"]))
    return found


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
