"""What a page can be expected to do, guessed from its code and from the words of the wish."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from workers.report import Expectation

CODE: dict[Expectation, str] = {
    "motion": r"setAnimationLoop\s*\(|Runner\.(run|create)\s*\(|function\s+draw\s*\(\s*\)"
    r"|requestAnimationFrame\s*\(",
    "keys": r"(?<![\w.])(?:(?:window|document|document\.body)\.)?"
    r"""addEventListener\(\s*["'`]key(down|up)"""
    r"|(window|document|body)\.onkey(down|up)\s*=|keyPressed\s*\(|keyIsDown\s*\(",
    "pointer": r"MouseConstraint\.create|new\s+(THREE\.)?OrbitControls|mouse(Pressed|Dragged)\s*\("
    r"""|(canvas|stage|board)\w*\.(addEventListener\(\s*["'`]|on)"""
    r"(mouse(down|move|up)|pointer(down|move|up)|click|touchstart)",
    "buttons": r"<button\b|role=[\"']button|<input\b[^>]*type=[\"'](button|submit|range|checkbox)"
    r"|<select\b|createElement\(\s*[\"'`]button",
    "audio": r"new\s+(window\.)?(webkit)?AudioContext|new\s+Audio\s*\(|<audio\b|\bTone\.\w+",
    "webgl": r"WebGLRenderer|getContext\(\s*[\"'`](experimental-)?webgl",
}
# A button is expected to do something only where a script listens to one.
HANDLED = re.compile(
    r"""\bonclick\s*=|\bonchange\s*=|\boninput\s*=|\bonsubmit\s*=|\.on(click|input|change|submit)\s*="""
    r"""|addEventListener\(\s*["'`](click|input|change|submit|pointerdown)"""
)
# Keys of a game; Escape and Enter only close and confirm.
PLAYED = re.compile(
    r"""Arrow(Left|Right|Up|Down)|Key[WASD]\b|Space\b|["'`] ["'`]|keyCode|LEFT_ARROW"""
)
DRAWN = re.compile(r"<canvas|createElement\(\s*[\"'`]canvas|WebGLRenderer|Matter\.|createCanvas")
STILL = re.compile(
    r"\b(chess|checkers|tic.?tac.?toe|board game|card game|memory|match(ing)? (game|pairs)|2048|"
    r"minesweeper|sudoku|quiz|paint|drawing)\b|棋|记忆|翻牌|扫雷|数独|问答|画板",
    re.IGNORECASE,
)
WISH: dict[Expectation, str] = {
    "motion": r"\b(animat\w+|moving|bounc\w+|orbit\w*|rotat\w+|spin\w*|fall(ing)?|float\w*|gravity|"
    r"physics|simulat\w+|particles?|fireworks?|platformer|snake|tetris|pong|breakout|flappy|"
    r"shooter|runner|racing|solar system|matter\.?js)\b"
    r"|动画|运动|弹跳|旋转|飘|重力|物理|模拟|粒子|烟花|贪吃蛇|俄罗斯方块|打砖块|飞机大战|跑酷|太阳系|星空",
    "keys": r"\b(arrow keys?|wasd|keyboard|space ?bar|platformer|snake|tetris|pong|flappy)\b"
    r"|方向键|键盘|空格键?|贪吃蛇|俄罗斯方块|平台跳跃|跑酷",
    "pointer": r"\b(drag\w*|draw(ing)? (app|pad|board)|paint\w*|mouse|click anywhere|whack)\b"
    r"|拖拽|拖动|画板|绘画|鼠标|打地鼠",
    "buttons": r"\b(buttons?|calculator|to-?do|quiz|form|slider|toggle|counter|timer|stopwatch|"
    r"kanban|converter)\b|按钮|计算器|待办|测验|问答|表单|滑块|计数器|计时器|秒表|看板|换算",
    "audio": r"\b(sounds?|music|audio|piano|drums?|synth\w*|notes?|melod\w+)\b"
    r"|声音|音乐|音效|钢琴|鼓|旋律|合成器|音符",
    "webgl": r"\b(3d|three\.?js|webgl)\b|三维|立体场景",
}


def expectations_from(prompt: str, files: Mapping[str, str]) -> frozenset[Expectation]:
    """What the check may expect: whatever the code sets out to do, and what the wish names.

    Words of the wish count alone only where they leave no doubt about the page (motion, keys,
    webgl); elsewhere the code must show that the page means to.
    """
    code = "\n".join(_code(files))
    tried = {name for name, words in CODE.items() if re.search(words, code, re.IGNORECASE)}
    if "buttons" in tried and not HANDLED.search(code):
        tried.discard("buttons")
    wished = {name for name, words in WISH.items() if re.search(words, prompt, re.IGNORECASE)}
    if STILL.search(prompt) or not DRAWN.search(code):
        tried.discard("motion")
    if not PLAYED.search(code):
        tried.discard("keys")
    return frozenset(tried | (wished & {"motion", "keys", "webgl"}))


def _code(files: Mapping[str, str]) -> Iterable[str]:
    for path, text in files.items():
        if path.lower().endswith((".html", ".htm", ".js", ".mjs", ".css")):
            yield text
