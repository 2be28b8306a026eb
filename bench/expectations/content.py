"""What can be read, and how it fits."""

from __future__ import annotations

import re
from collections.abc import Sequence

from playwright.async_api import Error as BrowserFailure

from bench.expectations.base import Expectation, Outcome
from bench.site import PHONE, Site, Visit

COSMETIC = ("fonts.googleapis.com", "fonts.gstatic.com", "/favicon.ico")
_HAN = re.compile(r"[\u3400-\u9fff]")
_LATIN = re.compile(r"[A-Za-z]{2,}")


async def no_errors(site: Site) -> Outcome:
    """Opened, started and poked at (buttons, canvas, keys), it throws nothing and misses no file.

    Fonts from the network are let off: there is always another.
    """
    async with site.open() as visit:
        await visit.wait(600)
        await visit.start()
        await _poke(visit)
        missing = [one for one in visit.missing if not any(host in one for host in COSMETIC)]
        if visit.errors:
            return Outcome(False, visit.errors[0])
        if missing:
            return Outcome(False, f"did not load: {missing[0][:200]}")
        return Outcome(True, "no errors")


async def _poke(visit: Visit) -> None:
    """What a curious visitor tries first."""
    for button in (await visit.named(".", "button, [role=button]"))[:6]:
        await visit.click(button)
        await visit.wait(60)
    left, top, width, height = await visit.stage()
    try:
        await visit.page.mouse.click(left + width / 2, top + height / 2)
        await visit.press("ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Space", "a")
    except BrowserFailure as error:
        visit.errors.append(f"it does not answer: {str(error).splitlines()[0]}")
    await visit.wait(400)


async def text_matches(site: Site, all: Sequence[str] = (), any: Sequence[str] = ()) -> Outcome:
    """Every pattern of `all` and one of `any` is found in its text, case aside; text drawn on a
    canvas and labels of fields count."""
    async with site.open() as visit:
        await visit.wait(300)
        text = await visit.text()
        await visit.start()
        text += "\n" + await visit.text()
    lacking = [one for one in all if not re.search(one, text, re.IGNORECASE)]
    if lacking:
        return Outcome(False, f"no {lacking[0]!r} in its text")
    if any and not [one for one in any if re.search(one, text, re.IGNORECASE)]:
        return Outcome(False, f"none of {', '.join(any)} in its text")
    return Outcome(True, "found")


async def min_text(site: Site, n: int) -> Outcome:
    """At least `n` characters of visible text; a Chinese one counts for two."""
    async with site.open() as visit:
        text = re.sub(r"\s+", " ", await visit.body_text())
    count = len(text) + len(_HAN.findall(text))
    return Outcome(count >= n, f"{count} characters of text")


async def in_language(site: Site, language: str) -> Outcome:
    """`zh`: its text is Chinese for a good part; `en`: it is not."""
    async with site.open() as visit:
        await visit.wait(300)
        text = await visit.text()
    han, latin = len(_HAN.findall(text)), len(_LATIN.findall(text))
    share = han / (han + latin) if han + latin else 0.0
    if language == "zh":
        return Outcome(han >= 4 and share >= 0.4, f"{han} Chinese characters, {latin} Latin words")
    return Outcome(share <= 0.3, f"{han} Chinese characters, {latin} Latin words")


async def fits_phone(site: Site) -> Outcome:
    """At 390 px nothing lies beyond the right edge: no sideways scrolling, no text cut off."""
    async with site.open(size=PHONE) as visit:
        beyond = await visit.page.evaluate(_BEYOND)
    return Outcome(not beyond, beyond or "fits 390 px")


async def many_items(site: Site, n: int, min_chars: int = 1) -> Outcome:
    """At least `n` visible elements of the same kind (tag and class), each with some text of its
    own or, with `min_chars = 0`, without."""
    async with site.open(frozen=True) as visit:
        await visit.wait(300)
        found = await visit.page.evaluate(_ALIKE, min_chars)
        if found[0] < n:
            await visit.start()
            found = max(found, await visit.page.evaluate(_ALIKE, min_chars))
    return Outcome(found[0] >= n, f"{found[0]} alike ({found[1]})")


async def no_placeholders(site: Site) -> Outcome:
    """No lorem ipsum, no "your text here", no code shown as text."""
    async with site.open() as visit:
        text = await visit.body_text()
    found = re.search(
        r"lorem ipsum|your (text|content|code) here|add (more|your) \w+ here|\bTODO:|undefined|"
        r"\[object Object\]|\bNaN\b|\{\{\s*\w+\s*\}\}|在此(输入|添加|填写)内容",
        text,
        re.IGNORECASE,
    )
    return Outcome(not found, f"it says {found[0]!r}" if found else "none")


_BEYOND = """() => {
  const root = document.documentElement, body = document.body;
  if (!body) return "there is no body";
  const cut = (one) => /hidden|clip/.test(getComputedStyle(one).overflowX);
  const wide = Math.max(root.scrollWidth, body.scrollWidth);
  if (wide > innerWidth + 2 && !cut(root) && !cut(body)) return `it is ${wide} px wide`;
  const text = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  while (text.nextNode()) {
    const words = text.currentNode.data.trim();
    let one = text.currentNode.parentElement;
    if (!words || !one || /^(SCRIPT|STYLE|NOSCRIPT|TEMPLATE)$/.test(one.tagName)) continue;
    if (getComputedStyle(one).visibility === "hidden") continue;
    const range = document.createRange();
    range.selectNodeContents(text.currentNode);
    const box = range.getBoundingClientRect();
    if (!box.width || box.right <= innerWidth + 4 || box.left > innerWidth) continue;
    for (; one && one !== body; one = one.parentElement) {
      const style = getComputedStyle(one);
      if (/auto|scroll|hidden|clip/.test(style.overflowX) || style.opacity === "0") break;
    }
    if (!one || one === body) return `cut off: "${words.slice(0, 40)}"`;
  }
  return "";
}"""

_ALIKE = """(minChars) => {
  const count = new Map();
  for (const one of document.querySelectorAll("body *")) {
    if (/^(SCRIPT|STYLE|BR|OPTION|SPAN|P|H[1-6])$/.test(one.tagName) && !one.className) continue;
    const box = one.getBoundingClientRect();
    if (box.width * box.height < 60) continue;
    if ((one.textContent || "").trim().length < minChars) continue;
    const first = one.classList.length ? "." + one.classList[0] : "";
    const kind = one.tagName.toLowerCase() + first;
    count.set(kind, (count.get(kind) || 0) + 1);
  }
  const most = [...count].sort((a, b) => b[1] - a[1])[0];
  return most ? [most[1], most[0]] : [0, "nothing"];
}"""

EXPECTATIONS: list[Expectation] = [
    no_errors,
    text_matches,
    min_text,
    in_language,
    fits_phone,
    many_items,
    no_placeholders,
]
