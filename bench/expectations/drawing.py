"""What is drawn and sounded: pictures, 3D, paint, notes, and what a click does to them."""

from __future__ import annotations

from bench.expectations.base import (
    SEEN,
    Act,
    Expectation,
    Outcome,
    beyond,
    percent,
    run,
)
from bench.site import Site, Visit


async def picture_drawn(site: Site) -> Outcome:
    """There is a canvas or a drawing (SVG) of more than one colour."""
    async with site.open() as visit:
        await visit.start()
        await visit.wait(800)
        if not await visit.page.locator("canvas, svg").count():
            return Outcome(False, "there is no canvas and no drawing")
        stage = await visit.stage()
        spread = (await visit.shot()).within(stage).spread
    return Outcome(spread > 2, f"its colours spread by {spread:.0f}")


async def canvas_3d(site: Site) -> Outcome:
    """WebGL draws, and what it draws is not of one colour."""
    async with site.open() as visit:
        await visit.wait(300)
        await visit.start()
        await visit.wait(900)
        contexts, calls = await visit.page.evaluate("[__bench.webgl.length, __bench.calls]")
        stage = await visit.stage()
        spread = (await visit.shot()).within(stage).spread
    if not contexts:
        return Outcome(False, "no WebGL context was made")
    if not calls:
        return Outcome(False, "WebGL was never told to draw")
    return Outcome(spread > 2, f"{calls} draw calls, colours spread by {spread:.0f}")


async def draws(site: Site) -> Outcome:
    """Dragging over the stage leaves paint along the way."""

    def drag(paint: bool) -> Act:
        async def act(visit: Visit) -> None:
            left, top, width, height = await visit.stage()
            mouse = visit.page.mouse
            await mouse.move(left + width * 0.3, top + height * 0.4)
            if paint:
                await mouse.down()
            for step in range(1, 9):
                await mouse.move(
                    left + width * (0.3 + 0.05 * step), top + height * (0.4 + 0.03 * step)
                )
                await visit.wait(30)
            if paint:
                await mouse.up()
            await mouse.move(left + width * 0.9, top + height * 0.9)

        return act

    plain, painted = await run(site, drag(False)), await run(site, drag(True))
    change = plain.pictures[-1].changed(painted.pictures[-1])
    near = abs(change.x - 0.5) < 0.15 and abs(change.y - 0.535) < 0.15
    return Outcome(
        change.share > SEEN and near,
        f"{percent(change.share)} painted, around {change.x:.2f}, {change.y:.2f}",
    )


def clicking(count: int, press: bool = True) -> Act:
    """Click the stage at `count` places; without `press` the pointer only goes there."""

    async def act(visit: Visit) -> None:
        left, top, width, height = await visit.stage()
        for n in range(count):
            x, y = left + width * (0.37 + 0.13 * (n % 3)), top + height * (0.31 + 0.11 * (n % 4))
            await visit.page.mouse.move(x, y)
            if press:
                await visit.page.mouse.down()
                await visit.page.mouse.up()
            await visit.wait(120)

    return act


async def click_changes(site: Site, clicks: int = 1) -> Outcome:
    """Clicking the stage does something to what is drawn."""

    idle = await run(site, clicking(clicks, press=False))
    noise = idle.differs(await run(site, clicking(clicks, press=False)))
    clicked = await run(site, clicking(clicks))
    share = idle.differs(clicked)
    ok = beyond(share, noise) or idle.text != clicked.text
    return Outcome(ok, f"{percent(share)} differs after clicking, by itself {percent(noise)}")


async def cells_react(site: Site, n: int = 9) -> Outcome:
    """Clicking a cell, tile or card of at least `n` alike (or of a canvas's board) changes it."""
    async with site.open(frozen=True) as visit:
        await visit.start()
        await visit.wait(300)
        centres = await visit.page.evaluate(_CELLS, n)
        if not centres:
            canvas = await visit.page.locator("canvas").count()
            if not canvas:
                return Outcome(False, f"there are no {n} cells alike")
            left, top, width, height = await visit.stage()
            grid = [(x / 8, y / 8) for y in (1, 3, 5, 6, 7) for x in (1, 3, 5, 7)]
            centres = [[left + width * x, top + height * y] for x, y in grid]
        await visit.let_go()
        before, text = await visit.shot(), await visit.body_text()
        tried = centres[:: max(len(centres) // 12, 1)][:14]
        for x, y in tried:
            await visit.page.mouse.click(x, y)
            await visit.let_go()
            await visit.wait(350)
            if before.changed(await visit.shot()).share > SEEN or text != await visit.body_text():
                return Outcome(True, f"one of {len(centres)} cells changed")
    return Outcome(False, f"{len(tried)} of {len(centres)} cells clicked, none changed")


async def plays_audio(site: Site, by: str = "any", after: int = 1_500) -> Outcome:
    """Sounds start after a gesture. `by`: "click" on the stage, "keys", "buttons", or "any".

    `after`: milliseconds of waiting, for what sounds when it lands.
    """
    async with site.open() as visit:
        await visit.start()
        await visit.wait(200)
        if by in ("buttons", "any"):
            for button in (await visit.named(".", "button, [role=button], .key, [data-note]"))[:8]:
                if not await button.is_visible():
                    continue
                label = (await button.inner_text()) + (await button.get_attribute("id") or "")
                if not any(word in label.lower() for word in ("mute", "静音", "sound", "声")):
                    await visit.click(button)
        if by in ("click", "any"):
            await clicking(4)(visit)
        if by in ("keys", "any"):
            await visit.press(*"asdfghjk", "Space", "ArrowUp")
        for _ in range(max(after // 250, 1)):
            if await visit.sounds():
                break
            await visit.wait(250)
        count = await visit.sounds()
    return Outcome(count > 0, f"{count} sounds")


async def chart_drawn(site: Site, marks: int = 3) -> Outcome:
    """A chart: a canvas with colours, a drawing with `marks` shapes, or as many bars of CSS."""
    async with site.open() as visit:
        await visit.wait(900)
        shapes = await visit.page.evaluate(_MARKS)
        if await visit.page.locator("canvas").count():
            spread = (await visit.shot()).within(await visit.stage()).spread
            if spread > 2:
                return Outcome(True, f"a canvas, colours spread by {spread:.0f}")
    return Outcome(shapes >= marks, f"{shapes} marks")


_CELLS = """(n) => {
  const kinds = new Map();
  for (const one of document.querySelectorAll("body *")) {
    const box = one.getBoundingClientRect();
    if (box.width < 14 || box.height < 14 || box.width > 320 || box.height > 320) continue;
    if (box.bottom > innerHeight || box.right > innerWidth || box.top < 0) continue;
    if (getComputedStyle(one).visibility === "hidden") continue;
    const kind = [one.tagName, one.classList[0] || "", Math.round(box.width / 8)].join();
    if (!kinds.has(kind)) kinds.set(kind, []);
    kinds.get(kind).push([box.left + box.width / 2, box.top + box.height / 2]);
  }
  const all = [...kinds.values()].sort((a, b) => b.length - a.length);
  return all.length && all[0].length >= n ? all[0] : [];
}"""

_MARKS = """() => {
  const shapes = document.querySelectorAll(
    "svg path, svg rect, svg circle, svg line, svg polyline, svg polygon");
  let bars = 0;
  for (const one of document.querySelectorAll("[class*=bar], [class*=column], [style*=height]")) {
    const box = one.getBoundingClientRect();
    if (box.width > 2 && box.height > 2) bars++;
  }
  return Math.max(shapes.length, bars);
}"""

EXPECTATIONS: list[Expectation] = [
    picture_drawn,
    canvas_3d,
    draws,
    click_changes,
    cells_react,
    plays_audio,
    chart_drawn,
]
