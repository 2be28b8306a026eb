"""What buttons do: whatever they are called, by their labels in English and Chinese."""

from __future__ import annotations

import re

from bench.expectations.base import Expectation, Outcome, beyond, nothing, percent, run
from bench.expectations.drawing import clicking
from bench.expectations.words import AGAIN, CART, COUNTED, EVERYTHING, ONWARD, SCORE, THEME
from bench.site import ORIGIN, Site, Visit


async def button_does(site: Site, labels: str, clicks: int = 0) -> Outcome:
    """A button named by the pattern `labels` changes what is seen or said. First the stage is
    clicked `clicks` times, for a button that clears or undoes."""

    async def prepare(visit: Visit) -> None:
        await clicking(clicks)(visit)

    tried = 0
    idle = await run(site, nothing, prepare=prepare)
    noise = idle.differs(await run(site, nothing, prepare=prepare))
    for number in range(3):
        found = False

        async def act(visit: Visit, number: int = number) -> None:
            nonlocal found
            buttons = await visit.named(labels)
            if len(buttons) > number:
                found = await visit.click(buttons[number])
                await visit.let_go()

        pressed = await run(site, act, prepare=prepare)
        if not found:
            break
        tried += 1
        share = idle.differs(pressed)
        if beyond(share, noise) or idle.text != pressed.text:
            return Outcome(True, f"{percent(share)} of the picture differs")
    if not tried:
        return Outcome(False, f"there is no button named {labels}")
    return Outcome(False, f"{tried} button(s) named {labels} change nothing")


async def toggles_theme(site: Site) -> Outcome:
    """A button (or switch) for dark and light changes how bright the page is, and back."""
    async with site.open() as visit:
        buttons = await visit.named(THEME, "button, [role=button], [role=switch], input, label, a")
        before = (await visit.shot()).brightness
        for button in buttons[:4]:
            await visit.click(button)
            await visit.wait(700)
            change = (await visit.shot()).brightness - before
            if abs(change) > 25:
                return Outcome(True, f"the page's brightness changed by {change:.0f} of 255")
    if not buttons:
        return Outcome(False, "there is no button for dark and light")
    return Outcome(False, "its brightness stays")


async def filter_works(site: Site) -> Outcome:
    """A section, category or tab that is clicked hides some of what was shown, or shows other
    things, while the navigation stays. A link that only scrolls or leads away does not count."""
    async with site.open() as visit:
        await visit.wait(200)
        numbers = await visit.page.evaluate(_FILTERS)
        for number in numbers[:8]:
            target = visit.page.locator(f"[data-bench='{number}']")
            label = (await target.inner_text()).strip()
            if re.search(EVERYTHING, label, re.IGNORECASE):
                continue
            before = set(await visit.page.evaluate(_SHOWN))
            await visit.click(target)
            await visit.wait(600)
            if not visit.page.url.startswith(f"{ORIGIN}/{site.entry}"):
                return Outcome(False, f"{label!r} leads away from the page")
            after = set(await visit.page.evaluate(_SHOWN))
            if len(before - after) >= 1 and len(after) >= 3 and before & after:
                return Outcome(True, f"{label!r} hides {len(before - after)} texts")
    return Outcome(False, f"{len(numbers)} sections or filters, none changes what is shown")


async def cart_adds(site: Site) -> Outcome:
    """A button that adds to the cart changes a figure or a list on the page."""
    async with site.open() as visit:
        buttons = await visit.named(CART, "button, [role=button], a, input[type=button]")
        for button in buttons[:3]:
            before = await visit.body_text()
            visit.dialogs.clear()
            await visit.click(button)
            await visit.wait(400)
            body = await visit.page.evaluate("document.body.innerText")
            figures = [re.findall(r"\d+(?:\.\d+)?", text) for text in (before, body)]
            if figures[0] != figures[1]:
                return Outcome(True, "the figures changed")
    if not buttons:
        return Outcome(False, "there is no button to add something")
    return Outcome(False, "adding changes no figure")


async def quiz_answers(site: Site, rounds: int = 14) -> Outcome:
    """Questions can be answered, one after the other or all on one page, to a result or a score
    that was not there; one told at the first of many answers does not count."""
    async with site.open() as visit:
        await visit.start()
        first = await visit.body_text()
        for count in range(rounds):
            whole = await visit.page.locator("input[type=radio]").count() > 0
            before = await visit.body_text()
            picture = await visit.shot()
            acted = await _answer(visit)
            await visit.wait(250)
            onward = await visit.named(ONWARD, "button, [role=button], input[type=submit]")
            if onward:
                acted = await visit.click(onward[0]) or acted
                await visit.wait(250)
            after = await visit.body_text()
            told = [one.group(0) for one in re.finditer(f".*({SCORE}).*", after, re.IGNORECASE)]
            news = [line for line in told if line not in first]
            if (whole or count) and news and not re.fullmatch(COUNTED, news[-1], re.IGNORECASE):
                return Outcome(True, f"it says {news[-1].strip()[:60]!r}")
            if not acted or (after == before and picture.changed(await visit.shot()).share == 0):
                await visit.wait(1_500)  # some go on by themselves
                if await visit.body_text() == before:
                    return Outcome(False, "an answer changes nothing")
    return Outcome(False, "no result after all the answers")


async def _answer(visit: Visit) -> bool:
    """Choose one option of each question that is shown."""
    radios = await visit.page.evaluate(_RADIOS)
    for number in radios:
        await visit.click(visit.page.locator(f"[data-bench='{number}']"))
    if radios:
        return True
    for option in await visit.named(".", "button, [role=button], [class*=option], [class*=answer]"):
        label = (await option.inner_text()).strip()
        skip = f"{ONWARD}|{AGAIN}|{THEME}|prev|back|上一|返回"
        if label and not re.search(skip, label, re.IGNORECASE):
            return await visit.click(option)
    return False


async def calculates(site: Site, keys: list[str], result: str) -> Outcome:
    """Buttons, or else the keyboard, put in one after the other show the result."""
    wanted = re.compile(rf"(?<![\d.]){re.escape(result)}(?![\d])")
    async with site.open() as visit:
        pressed = 0
        for key in keys:
            names = "|".join(re.escape(name) for name in _SAME.get(key, key))
            buttons = await visit.named(rf"^\s*({names})\s*$")
            if buttons:
                pressed += await visit.click(buttons[0])
        shown = await visit.text()
        if pressed == len(keys) and wanted.search(shown.replace(",", "")):
            return Outcome(True, f"the buttons come to {result}")
    async with site.open() as visit:
        await visit.press(*(_KEYS.get(key, key) for key in keys))
        if wanted.search((await visit.text()).replace(",", "")):
            return Outcome(True, f"the keyboard comes to {result}")
    return Outcome(False, f"{pressed} of {len(keys)} buttons were there; no {result} came")


_SAME = {
    "*": ["×", "*", "x", "✕", "✖", "⋅", "·"],
    "/": ["÷", "/", "∕"],
    "-": ["-", "−", "–"],
    "+": ["+", "＋"],
    "=": ["=", "＝", "Enter", "等于"],
}
_KEYS = {"=": "Enter"}

_FILTERS = """() => {
  const found = [];
  let next = document.querySelectorAll("[data-bench]").length;
  const inside = "nav, header, [class*=nav], [class*=filter], [class*=tab], [class*=categor], " +
    "[class*=section], [class*=menu], [role=tablist], [id*=filter], [id*=nav], [id*=categor], " +
    "[id*=tabs], [class*=genre]";
  for (const one of document.querySelectorAll("a, button, [role=tab], li, [data-filter], select")) {
    const text = (one.innerText || "").trim();
    const box = one.getBoundingClientRect();
    if (!text || text.length > 24 || !box.width || !box.height || !one.closest(inside)) continue;
    if (one.tagName === "LI" && one.querySelector("a, button")) continue;
    if (one.closest("form")) continue;
    if (!one.dataset.bench) one.dataset.bench = String(next++);
    found.push(one.dataset.bench);
  }
  return found;
}"""

_SHOWN = """() => {
  const shown = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const text = walk.currentNode.data.trim();
    const one = walk.currentNode.parentElement;
    if (text.length < 2 || !one || /^(SCRIPT|STYLE)$/.test(one.tagName)) continue;
    const box = one.getBoundingClientRect();
    if (box.width > 1 && box.height > 1 && one.checkVisibility({ opacityProperty: true }))
      shown.push(text);
  }
  return shown;
}"""

_RADIOS = """() => {
  const groups = new Map();
  let next = document.querySelectorAll("[data-bench]").length;
  for (const one of document.querySelectorAll("input[type=radio], input[type=checkbox]")) {
    const shown = one.closest("label") || one.parentElement;
    if (!shown.getBoundingClientRect().width || one.disabled) continue;
    const group = one.name || shown.parentElement;
    if (groups.has(group) || one.checked) continue;
    if (!one.dataset.bench) one.dataset.bench = String(next++);
    groups.set(group, one.dataset.bench);
  }
  return [...groups.values()];
}"""

EXPECTATIONS: list[Expectation] = [
    button_does,
    toggles_theme,
    filter_works,
    cart_adds,
    quiz_answers,
    calculates,
]
