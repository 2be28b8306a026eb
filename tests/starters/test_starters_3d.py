"""Wishes for 3D mazes, runners and races find their starters, and take none from the others."""

from __future__ import annotations

import pytest

from workers.grounding import find_reference, load_starters

WISHES = {
    "racer-3d": (
        "an endless runner in 3D",
        "a racing game with three.js",
        "a temple run style game",
        "subway surfers clone with a cat",
        "kart racing against five others",
        "a driving game through a city at night",
        "3d skiing game",
        "3D running game",
        "赛车游戏",
        "3D跑酷，左右换道，跳跃",
        "三维无尽跑酷",
        "用three.js做一个跑酷游戏",
        "开车躲避车辆的游戏",
        "滑雪游戏",
    ),
    "maze-3d": (
        "3D 迷宫，第一人称视角，方向键移动，找到出口",
        "a 3d maze",
        "3D maze with three.js, find the exit",
        "a labyrinth in 3D",
        "a dungeon crawler in first person",
        "escape from the hedge maze, three.js",
        "3D迷宫游戏",
        "三维迷宫，收集宝石",
        "迷宫探险，第一人称",
    ),
    "runner": ("endless runner", "flappy bird", "跑酷游戏", "小恐龙跑酷", "2D endless runner"),
    "shooter-3d": ("a 3d game", "3D射击游戏", "3D飞船射击", "a 3d space shooter"),
    "simulation": ("maze generator and solver", "a maze", "迷宫游戏", "随机迷宫生成"),
    "scene-3d": ("a rotating 3d cube", "solar system in 3d", "三维太阳系"),
    "platformer": ("jump and run", "a platformer with coins"),
}
CASES = [(slug, wish) for slug, wishes in WISHES.items() for wish in wishes]


@pytest.mark.parametrize(("slug", "wish"), CASES, ids=[wish for _, wish in CASES])
def test_a_wish_finds_its_starter(slug: str, wish: str) -> None:
    found = find_reference(wish, load_starters())
    assert found and found.slug == slug
