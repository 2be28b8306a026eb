"""What a wish names outright, and whether the page that was made of it has it.

Only what can be told without doubt: names in quotes, sliders, search fields and lists, buttons by
their names, how many of a thing a page shows, and places where a comment stands for what should
be there. What is lacking is a warning, never an error: the page runs, and it is worth one more try.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from workers.backends.base import Cancelled
from workers.browser import Checked
from workers.judge import Checker
from workers.prompts.facts import counts_of, names_of
from workers.report import ExecutionReport, Expectation, Fault

EACH = 0.05  # of the score, for each thing that is lacking
MOST = 3  # that are told
TEXTS = (".html", ".htm", ".js", ".mjs", ".css", ".json", ".svg", ".md")
_CONTROLS = {
    "slider": (r"\b(slider|range control)s?\b|滑块|滑杆|滑动条|拖动条", r"^slider:"),
    "search": (
        r"\bsearch(able| ?(box|bar|field|input|function))\b|搜索(框|栏|功能)|可以搜索|支持搜索",
        r"^search:|search|find|搜索|查找",
    ),
    "form": (
        r"\b(?<!in the )forms?\b(?! of\b)|表单|报名表|留言板",
        r"^(field|list|tick|slider|search):",
    ),
    "list": (r"\b(drop-?down|select (box|menu|list))\b|下拉", r"^list:"),
}
_BUTTONS = {  # how they are asked for, and what they may be called
    "restart": r"re-?start|again|retry|new (game|round)|reset|重新|再来|再玩|重玩|重开|重置|↺|🔄",
    "reset": r"reset|re-?start|again|clear|new|重置|重新|归零|清零|清空|复位|再来|↺|🔄",
    "clear": r"clear|empty|reset|remove all|erase|清空|清除|清屏|清零|删除",
    "pause": r"pause|stop|暂停|停止|⏸|❚❚",
    "undo": r"undo|back|撤销|撤回|悔棋|↶|↩",
    "shuffle": r"shuffle|mix|random|scramble|打乱|洗牌|随机|换一",
    "random": r"random|surprise|shuffle|dice|new|随机|换一|🎲",
    "copy": r"copy|复制|拷贝",
    "save": r"save|download|export|keep|store|保存|下载|导出|存",
    "download": r"download|save|export|下载|保存|导出",
    "print": r"print|打印",
}
# A comment right before the end of an element, that says what is to come.
_ELIDED = re.compile(
    r"<!--[\s.…]*(?P<said>(?:(?:add|insert|repeat|place|put|include|more|other|additional|remaining"
    r"|rest of|similar|continue)\b|添加|在此|在这里|此处|更多|其他|其余|继续|省略|类似)"
    r"[^<>]{0,80}?)"
    r"[\s.…]*-->(?=\s*</)",
    re.IGNORECASE,
)
_CHINESE = {
    "重新开始": "restart",
    "再来一局": "restart",
    "再玩一次": "restart",
    "重置": "reset",
    "清空": "clear",
    "清除": "clear",
    "暂停": "pause",
    "撤销": "undo",
    "悔棋": "undo",
    "打乱": "shuffle",
    "洗牌": "shuffle",
    "随机": "random",
    "复制": "copy",
    "保存": "save",
    "下载": "download",
    "打印": "print",
}
_ASKED = re.compile(
    rf"\b(?P<english>{'|'.join(_BUTTONS)})(?: \w+)? buttons?\b"
    rf"|(?P<chinese>{'|'.join(_CHINESE)})的?按[钮键]",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class WishChecker:
    """A checker whose reports also tell what the wish names and the page lacks."""

    checker: Checker
    wish: str

    def check(
        self, files: Mapping[str, str], expects: frozenset[Expectation], cancelled: Cancelled
    ) -> Checked:
        """Run the page; see `Checker`."""
        checked = self.checker.check(files, expects, cancelled)
        return replace(checked, report=with_lacks(checked.report, self.wish, files))


def lacking(wish: str, files: Mapping[str, str], report: ExecutionReport) -> list[Fault]:
    """What the wish names and the page, as it ran, has not; the most telling first."""
    whole = "\n".join(text for path, text in files.items() if path.endswith(TEXTS))
    things = [*_names(wish, whole), *_controls(wish, whole, report), *_counts(wish, report)]
    named = [
        Fault(kind="lacking", severity="warning", message=thing) for thing in dict.fromkeys(things)
    ]
    return [*_elided(files), *named][:MOST]


def _elided(files: Mapping[str, str]) -> Iterator[Fault]:
    """Places of pages where the model left a note for content: <!-- Add products here -->."""
    for path, text in files.items():
        for match in _ELIDED.finditer(text) if path.endswith((".html", ".htm")) else ():
            line = text.count("\n", 0, match.start()) + 1
            said = f"“{' '.join(match['said'].split())}”"
            yield Fault(kind="lacking", severity="warning", message=said, file=path, line=line)


def with_lacks(report: ExecutionReport, wish: str, files: Mapping[str, str]) -> ExecutionReport:
    """The report, told what the wish names and the page lacks. Only of a page that was run."""
    if report.verdict == "unchecked":
        return report
    found = lacking(wish, files, report)
    if not found:
        return report
    asked = round(-EACH * len(found), 3)
    return report.model_copy(
        update={
            "faults": [*report.faults, *found],
            "verdict": "warnings" if report.verdict == "works" else report.verdict,
            "score": round(max(0.0, report.score + asked), 3),
            "parts": {**report.parts, "asked": asked},
        }
    )


def _names(wish: str, whole: str) -> Iterator[str]:
    """Quoted names that stand in none of the page's files."""
    plain = _plain(whole)
    for name in names_of(wish):
        if _plain(name) not in plain:
            yield f"“{name}”"


def _plain(text: str) -> str:
    """Letters and figures only, small: “Ember &amp; Oak” is Ember & Oak."""
    return re.sub(r"[\W_]+", "", re.sub(r"&\w+;", "", text)).casefold()


def _controls(wish: str, whole: str, report: ExecutionReport) -> Iterator[str]:
    """Controls that the page never showed and that no text in its code is a label for."""
    for name, (asked, offered) in _CONTROLS.items():
        if re.search(asked, wish, re.IGNORECASE) and not _offers(report, offered):
            yield name
    for match in _ASKED.finditer(wish):
        name = (match["english"] or _CHINESE[match["chinese"]]).lower()
        labelled = rf"[\"'`>]\s*[^\"'`<>\n]{{0,16}}({_BUTTONS[name]})"
        if not _offers(report, _BUTTONS[name]) and not re.search(labelled, whole, re.IGNORECASE):
            yield f"{name} button"


def _offers(report: ExecutionReport, pattern: str) -> bool:
    return any(re.search(pattern, control, re.IGNORECASE) for control in report.controls)


def _counts(wish: str, report: ExecutionReport) -> Iterator[str]:
    """Things a page of content shows side by side, where it has no row of as many."""
    for count, things in counts_of(wish):
        if report.alike and report.alike < count:
            yield f"{count} {things}"
