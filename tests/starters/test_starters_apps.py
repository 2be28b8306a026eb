"""Wishes for clickers, stories, feeds and players find their starters, and take none from others."""

from __future__ import annotations

import pytest

from workers.grounding import find_reference, load_starters

WISHES = {
    "clicker": (
        "cookie clicker",
        "an idle game about a bakery",
        "incremental game where I mine crystals",
        "a tycoon game about a lemonade stand",
        "点击游戏",
        "放置游戏，挖矿主题",
        "做一个像 Cookie Clicker 的小游戏",
    ),
    "text-adventure": (
        "a text adventure in a haunted castle with inventory",
        "interactive story about a lost robot",
        "choose your own adventure",
        "文字冒险",
        "互动小说，民国侦探",
        "密室逃脱",
    ),
    "social-feed": (
        "a twitter clone",
        "social media feed",
        "an instagram clone for cats",
        "微博首页",
        "朋友圈",
        "小红书风格的首页",
        "论坛",
    ),
    "music-player": (
        "music player",
        "a podcast player",
        "spotify clone with playlists",
        "ambient music generator",
        "音乐播放器",
        "播客",
    ),
    "music-toy": ("a music toy", "a music toy with falling shapes"),
    "chat-ui": ("a chat app", "聊天机器人"),
    "landing-page": (
        "landing page for a podcast startup",
        "landing page for a music streaming app",
        "音乐节官网",
    ),
    "particles": ("音乐可视化", "a music visualizer with particles"),
    "platformer": ("冒险游戏", "2d adventure with coins"),
    "blog-article": ("a blog post with comments", "a travel story"),
    "portfolio": ("个人主页", "profile page of a photographer"),
    "timer": ("a pomodoro timer with lofi music",),
    "dashboard": ("social media analytics dashboard", "空气质量看板，用折线图画最近七天"),
    "task-board": ("看板，三列：待办、进行中、完成",),
    "website": (
        "a website for my dog walking business",
        "a page about the history of tea",
        "a site for my band with tour dates",
        "press release page for our award",
        "做一个宠物医院的网站",
        "一个介绍恐龙的页面",
    ),
    "tower-defense": (
        "Tower defense. When I press start enemies walk along a path",
        "塔防游戏，主题是蔬菜和兔子",
    ),
    "puzzle": ("推箱子，五关", "rock paper scissors", "消消乐", "a crossword", "猜数字"),
    "strategy-board": ("a chess website where I can play", "中国象棋人机对战", "checkers"),
    "pointer-toy": ("a page with a cat that follows the mouse", "眼睛跟着鼠标转"),
    "arcade-catch": ("catch falling fruit in a basket", "切水果", "frogger", "打气球"),
    "arcade-chase": ("pacman", "吃豆人小游戏"),
    "virtual-pet": ("a virtual pet that I feed", "电子宠物"),
    "toolbox": ("QR code generator", "发票生成", "年龄计算器", "magic 8 ball"),
    "aim-game": ("a basketball shooting game", "愤怒的小鸟", "mini golf", "射箭游戏"),
    "scene-3d": ("a snow globe that I can shake", "3D的下雪水晶球，雪花飞起来"),
    "quiz": ("a quiz website",),
    "shop": ("restaurant website",),
    "explorer": ("家常菜谱网站，可以搜索",),
    "memory-cards": ("点击翻牌记忆游戏",),
}
CASES = [(slug, wish) for slug, wishes in WISHES.items() for wish in wishes]


@pytest.mark.parametrize(("slug", "wish"), CASES, ids=[wish for _, wish in CASES])
def test_a_wish_finds_its_starter(slug: str, wish: str) -> None:
    found = find_reference(wish, load_starters())
    assert found and found.slug == slug


@pytest.mark.parametrize(
    "wish", ["a page with a seating plan that I can drag", "a website with a game of marbles"]
)
def test_what_a_page_of_sections_is_not_gets_none(wish: str) -> None:
    assert find_reference(wish, load_starters()) is None
