"""What moves, and what keys and sliders do to it."""

from __future__ import annotations

from collections.abc import Sequence

from bench.expectations.base import (
    SEEN,
    Act,
    Expectation,
    Outcome,
    beyond,
    nothing,
    percent,
    run,
)
from bench.site import START, Site, Visit


async def animates(site: Site, start: bool = True) -> Outcome:
    """Something moves without being touched, once its title screen is passed."""
    async with site.open() as visit:
        if start:
            await visit.start()
        await visit.wait(300)
        before = await visit.shot()
        most = 0.0
        for _ in range(4):
            await visit.wait(500)
            later = await visit.shot()
            most = max(most, before.changed(later).share)
            before = later
            if most > SEEN:
                break
    return Outcome(most > SEEN / 4, f"{percent(most)} of the picture moved")


async def key_moves(
    site: Site, keys: Sequence[str] = ("ArrowLeft", "ArrowRight"), prepare: str = ""
) -> Outcome:
    """The keys do something to what is drawn, and not all the same.

    Each key is held for half a second in a visit of its own; the visits are alike in all else,
    and are compared with two in which no key is pressed. `prepare`: a key that comes first.
    """

    def holding(key: str) -> Act:
        async def act(visit: Visit) -> None:
            if prepare:
                await visit.press(prepare)
                await visit.wait(200)
            for _ in range(4):  # a key that is held repeats itself
                if key:
                    await visit.page.keyboard.down(key)
                await visit.wait(120)
            if key:
                await visit.page.keyboard.up(key)

        return act

    idle = await run(site, holding(""))
    runs = [await run(site, holding(key)) for key in keys]
    by_key = [idle.differs(one) for one in runs]
    told = ", ".join(f"{key} {percent(share)}" for key, share in zip(keys, by_key, strict=True))
    changed = any(beyond(share, 0.0) for share in by_key)
    noise = idle.differs(await run(site, holding(""))) if changed else 0.0
    if not any(beyond(share, noise) for share in by_key):
        return Outcome(False, f"keys change nothing ({told}; by itself {percent(noise)})")
    apart = max((runs[0].differs(one) for one in runs[1:]), default=1.0)
    if not beyond(apart, noise):
        return Outcome(False, f"all keys do the same ({told})")
    return Outcome(True, told)


async def typed_word_changes(site: Site, word: str) -> Outcome:
    """Typing `word` does what typing other letters does not."""

    def typing(letters: str) -> Act:
        async def act(visit: Visit) -> None:
            for letter in letters:
                await visit.page.keyboard.press(letter)
                await visit.wait(80)

        return act

    other = "".join("zkvq"[n % 4] for n in range(len(word)))
    plain = await run(site, typing(other), (300, 1_200))
    noise = plain.differs(await run(site, typing(other), (300, 1_200)))
    typed = await run(site, typing(word), (300, 1_200))
    share = plain.differs(typed)
    changed = beyond(share, noise) or plain.text != typed.text
    return Outcome(changed, f"{percent(share)} differs after {word}, by itself {percent(noise)}")


async def pauses(site: Site, key: str = "p") -> Outcome:
    """The key stops what moves, and the same key lets it go on."""
    async with site.open(frozen=True) as visit:
        await visit.start()

        async def moved() -> float:
            before = await visit.shot()
            await visit.wait(700)
            return before.changed(await visit.shot()).share

        await visit.wait(500)
        running = await moved()
        await visit.press(key)
        await visit.wait(200)
        paused = await moved()
        await visit.press(key)
        await visit.wait(200)
        again = await moved()
    told = f"moved {percent(running)}, paused {percent(paused)}, again {percent(again)}"
    if running <= SEEN / 4:
        return Outcome(False, f"nothing moves before ({told})")
    return Outcome(paused < running / 5 and again > max(paused * 3, SEEN / 4), told)


async def slider_changes(site: Site, clicks: int = 3) -> Outcome:
    """A slider at its two ends leads to different pictures or figures, beside the slider itself.

    After it is set the stage is clicked `clicks` times, so that there is something to act on.
    """
    async with site.open(frozen=True) as visit:
        await visit.start()
        sliders = await visit.page.locator("input[type=range]").count()
        own = await visit.page.evaluate(_AROUND_SLIDERS)
    if not sliders:
        return Outcome(False, "there is no slider")
    boxes = [(one[0], one[1], one[2], one[3]) for one in own]

    def set_to(number: int, end: str) -> Act:
        async def act(visit: Visit) -> None:
            await visit.page.evaluate(_SLIDE, [number, end])
            left, top, width, height = await visit.stage()
            for n in range(clicks):
                x = left + width * (0.35 + 0.15 * n)
                await visit.page.mouse.click(x, top + height * 0.4)
                await visit.wait(150)

        return act

    waits = (500, 1_200)
    most = 0.0
    for number in range(min(sliders, 3)):
        low = await run(site, set_to(number, "min"), waits, boxes)
        noise = low.differs(await run(site, set_to(number, "min"), waits, boxes))
        high = await run(site, set_to(number, "max"), waits, boxes)
        share = low.differs(high)
        most = max(most, share)
        if beyond(share, noise):
            return Outcome(True, f"{percent(share)} differs between its ends")
    return Outcome(False, f"its ends lead to the same ({percent(most)})")


async def starts(site: Site) -> Outcome:
    """There is a title screen, and it can be passed."""
    async with site.open(frozen=True) as visit:
        before, text = await visit.shot(), await visit.body_text()
        found = await visit.named(START)
        label = (await found[0].inner_text()).strip() if found else ""
        if not await visit.start():
            return Outcome(False, "there is nothing to start it with")
        await visit.wait(500)
        share = before.changed(await visit.shot()).share
        moved_on = share > 0.005 or text != await visit.body_text()
    return Outcome(moved_on, f"{label or 'a key'}: {percent(share)} of the picture changed")


async def timer_counts(site: Site, start: bool = True) -> Outcome:
    """Figures on the page change with the seconds; `start`: after its start button is pressed."""
    async with site.open(frozen=True) as visit:
        if start and not await visit.start():
            found = await visit.named(r"▶|⏵|resume|继续|计时")
            if found:
                await visit.click(found[0])
        await visit.wait(200)
        before, picture = await visit.text(), await visit.shot()
        await visit.wait(2_200)
        after, later = await visit.text(), await visit.shot()
    stage = picture.changed(later).share
    figures = [one for one in before if one.isdigit()] != [one for one in after if one.isdigit()]
    return Outcome(
        figures or (before == after and stage > SEEN),
        f"the figures {'count' if figures else 'stay'}, {percent(stage)} of the picture changed",
    )


DROPS = ((0.47, 0.2), (0.82, 0.12), (0.15, 0.35), (0.62, 0.5))  # where there may be free space


async def falls(site: Site) -> Outcome:
    """What a click on the stage adds moves down: seen in the column around the click, at the
    first of four places where it has room to."""

    def drop(x: float, y: float) -> Act:
        async def act(visit: Visit) -> None:
            left, top, width, height = await visit.stage()
            await visit.page.mouse.click(left + width * x, top + height * y)

        return act

    waits = (100, 200, 200)
    idle = await run(site, nothing, waits)
    most = -1.0
    for x, y in DROPS:
        dropped = await run(site, drop(x, y), waits)
        changes = []
        for one, two in zip(idle.pictures, dropped.pictures, strict=True):
            width, height = (side / one.scale for side in one.image.size)
            column = ((x - 0.1) * width, 0.0, 0.2 * width, height)
            changes.append(one.within(column).changed(two.within(column)))
        seen = [change for change in changes if change.share >= SEEN]
        if len(seen) > 1:
            most = max(most, seen[-1].y - seen[0].y)
        if most > 0.012:
            return Outcome(True, f"it went {most * 100:.1f} % of the height down")
    if most < 0:
        return Outcome(False, "a click adds nothing")
    return Outcome(False, f"what a click adds goes {most * 100:.1f} % of the height down")


_AROUND_SLIDERS = """() => [...document.querySelectorAll("input[type=range]")].flatMap((one) => {
  let around = one;
  for (let up = one.parentElement; up && up !== document.body; up = up.parentElement) {
    const box = up.getBoundingClientRect();
    if (box.width * box.height > 0.3 * innerWidth * innerHeight) break;
    if (up.querySelector("canvas, svg")) break;
    around = up;
  }
  const box = around.getBoundingClientRect();
  return [[box.left - 8, box.top - 8, box.width + 16, box.height + 16]];
})"""

_SLIDE = """([number, end]) => {
  const one = document.querySelectorAll("input[type=range]")[number];
  const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set;
  set.call(one, one[end] || (end === "min" ? "0" : "100"));
  one.dispatchEvent(new Event("input", { bubbles: true }));
  one.dispatchEvent(new Event("change", { bubbles: true }));
}"""

EXPECTATIONS: list[Expectation] = [
    animates,
    key_moves,
    typed_word_changes,
    pauses,
    slider_changes,
    starts,
    timer_counts,
    falls,
]
