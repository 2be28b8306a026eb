"""The wishes the home page offers to start from, in each language."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Example:
    """A title for the button, the wish it fills in, and the drawing on it (see home.html)."""

    title: str
    prompt: str
    icon: str


_ENGLISH = (
    Example(
        "A tech-news home page",
        "Make the home page of a technology news site called Signal. A masthead with the name, "
        "today's date and a row of sections; one large lead story with a summary; a grid of six "
        "more stories, each with a category, a headline, two lines of text, an author and a "
        "reading time; a numbered list of the five most read; and a newsletter box. Write "
        "believable headlines. Draw a different picture for each story with CSS gradients and "
        "shapes instead of photos. Clicking a section shows only its stories, and a button "
        "switches between light and dark. It must look right on a phone.",
        "news",
    ),
    Example(
        "A music toy with gravity",
        "Make a music toy with Matter.js. Clicking or dragging on the canvas drops circles, "
        "squares and triangles in bright colours. They fall, bounce off a few slanted bars and "
        "the floor, and each hit plays a soft note from a pentatonic scale with the Web Audio "
        "API: small shapes play high notes, hard hits play louder. The shape that was hit glows "
        "for a moment. A slider sets the gravity from floating to heavy, one button clears the "
        "shapes, another turns the sound off. Dark background, full window.",
        "music",
    ),
    Example(
        "A 3D space shooter",
        "Make a 3D space shooter with Three.js, played with the keyboard: arrow keys or WASD fly "
        "the ship, space fires, P pauses. Start with a title screen that tells in three "
        "sentences how the last lighthouse keeper of the galaxy sets out to relight the stars. "
        "Enemies come in waves that get faster, with a boss at the end of each third wave; show "
        "score, lives and wave. Stars rush past, hits explode into particles, and sounds come "
        "from the Web Audio API. Between waves the story goes on for a sentence. Hide an easter "
        "egg: typing LIGHT turns the ship into a lighthouse whose beam sweeps the sky.",
        "game",
    ),
    Example(
        "Bouncing balls",
        "Make a page with twenty colourful balls that bounce around a full-window canvas. They "
        "fall with gravity, bounce off the walls and off each other with a little loss of "
        "speed, and leave a short fading trail. Clicking adds a ball where the mouse is; "
        "dragging a ball throws it. Show the number of balls in a corner, with a button to "
        "start again.",
        "balls",
    ),
)

_CHINESE = (
    Example(
        "科技新闻首页",
        "做一个名叫“前沿”的科技新闻网站首页。顶部是站名、今天的日期和一排栏目；一条带摘要的大头条；"
        "下面用网格排六条新闻，每条有分类、标题、两行正文、作者和阅读时间；侧边是带序号的五条热门排行；"
        "最后是订阅框。标题要真实可信，全部用中文。不用照片，给每条新闻用 CSS 渐变和图形画一幅不同的配图。"
        "点击栏目只显示该栏目的新闻，还有一个按钮切换浅色和深色。在手机上也要好看。",
        "news",
    ),
    Example(
        "重力音乐玩具",
        "用 Matter.js 做一个音乐玩具。在画布上点击或拖动，会落下颜色鲜艳的圆形、方形和三角形。"
        "它们下落，碰到几根斜杆和地面会弹起，每次碰撞用 Web Audio API 弹出一个柔和的五声音阶音符："
        "形状越小音越高，撞得越重声音越响，被撞的形状亮一下。用一个滑块调节重力，从漂浮到沉重；"
        "一个按钮清空，另一个按钮静音。深色背景，铺满窗口，界面文字用中文。",
        "music",
    ),
    Example(
        "3D 太空射击游戏",
        "用 Three.js 做一个键盘操作的 3D 太空射击游戏：方向键或 WASD 驾驶飞船，空格开火，P 暂停。"
        "开场画面用三句话讲故事：银河系最后一位守塔人出发去重新点亮星星。敌人一波比一波快，每三波有一个首领；"
        "显示得分、生命和波数。星星从身边掠过，击中时炸成粒子，音效用 Web Audio API 生成。"
        "每两波之间用一句话继续讲故事。藏一个彩蛋：依次按下 LIGHT，飞船变成灯塔，光柱扫过夜空。"
        "界面文字用中文。",
        "game",
    ),
    Example(
        "弹跳小球",
        "做一个页面，二十个彩色小球在铺满窗口的画布上弹跳。小球受重力下落，碰到墙壁和彼此会弹开，"
        "每次损失一点速度，身后留下渐渐消失的短尾迹。点击会在鼠标处添加一个小球，拖动小球可以把它抛出去。"
        "角落显示小球数量，还有一个重新开始的按钮。界面文字用中文。",
        "balls",
    ),
)


def examples_for(language: str) -> list[Example]:
    """The examples in `language` ("en" or "zh-hans"); English for any other."""
    return list(_CHINESE if language.startswith("zh") else _ENGLISH)
