"""What is typed, and what comes of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from playwright.async_api import Locator

from bench.expectations.base import Expectation, Outcome
from bench.expectations.words import ADD, INVALID, THANKS, WORK
from bench.site import ORIGIN, Site, Visit

FIELDS = (
    "input:not([type]), input[type=text], input[type=search], textarea, [contenteditable=true], "
    "[contenteditable='']"
)
SUBMIT = "button[type=submit], input[type=submit], form button:not([type])"


async def can_add_item(site: Site, text: str = "Buy 3 green pears") -> Outcome:
    """Text typed into a field (or asked for by a dialog) and sent off appears on the page."""
    async with site.open() as visit:
        visit.answer = text
        if not await _fields(visit):
            await _press_add(visit)
        if await _shows(visit, text):
            return Outcome(True, "added by a dialog")
        fields = await _fields(visit)
        if not fields:
            return Outcome(False, "there is no field to type into")
        await fields[0].fill(text)
        for field in fields[1:3]:
            await field.fill(text)
        await fields[0].press("Enter")
        await visit.wait(500)
        if await _shows(visit, text):
            return Outcome(True, "added by Enter")
        for field in await _fields(visit):  # Enter may have broken a line
            await field.fill(text)
        await visit.page.evaluate(_FILL)  # the fields beside it: dates, figures
        for number in range(3):
            if not await _press_add(visit, number):
                break
            if await _shows(visit, text):
                return Outcome(True, "added by a button")
    return Outcome(False, "what was typed did not appear")


async def _press_add(visit: Visit, number: int = 0) -> bool:
    buttons = await visit.named(ADD, f"button, [role=button], {SUBMIT}")
    buttons = buttons or await visit.named(".", f"{SUBMIT}, form button, input + button")
    if len(buttons) <= number:
        return False
    await visit.click(buttons[number])
    await visit.wait(500)
    return True


async def _fields(visit: Visit) -> list[Locator]:
    every = [field for field in await visit.page.locator(FIELDS).all() if await field.is_visible()]
    return [field for field in every if await field.is_editable()]


async def _shows(visit: Visit, text: str) -> bool:
    """Whether `text` is on the page other than in the field it was typed into."""
    return bool(await visit.page.evaluate(_ELSEWHERE, text))


async def chat_replies(site: Site, text: str = "How are you today?") -> Outcome:
    """A message that is sent appears, and something answers it."""
    async with site.open() as visit:
        fields = await _fields(visit)
        if not fields:
            return Outcome(False, "there is no field to type into")
        await fields[-1].fill(text)
        await fields[-1].press("Enter")
        await visit.wait(300)
        if not await _shows(visit, text):
            await fields[-1].fill(text)
            await _press_add(visit)
        if not await _shows(visit, text):
            return Outcome(False, "the message did not appear")
        sent = await visit.body_text()
        for _ in range(8):
            await visit.wait(500)
            later = await visit.body_text()
            if later != sent and later.count("\n") >= sent.count("\n"):
                return Outcome(True, "it was answered")
        lines = [line for line in sent.splitlines() if line.strip()]
        at = max((n for n, line in enumerate(lines) if text in line), default=len(lines))
        answered = [
            line for line in lines[at + 1 :] if not re.search(r"^\W*(send|发送)", line, re.I)
        ]
        return Outcome(len(answered) > 0, "an answer stands below" if answered else "no answer")


async def input_shows(site: Site, values: Sequence[str], shows: str, selector: str = "") -> Outcome:
    """`values` typed into the page's fields in turn lead to text that the pattern `shows` finds
    (in an element of `selector`), by itself, by Enter or by a button named like "convert"."""
    fields_of_all = f"{FIELDS}, input[type=number]"
    async with site.open() as visit:
        every = await visit.page.locator(fields_of_all).all()
        fields = [one for one in every if await one.is_visible() and await one.is_editable()]
        if len(fields) < len(values):
            return Outcome(False, f"there are {len(fields)} fields to type into")

        async def found() -> bool:
            text = str(await visit.page.evaluate(_RESULTS, [selector, list(values)]))
            return re.search(shows, text.replace(",", ""), re.IGNORECASE) is not None

        for field, value in zip(fields, values, strict=False):
            await field.fill("")
            await field.press_sequentially(value)
        await visit.wait(500)
        if await found():
            return Outcome(True, "shown while typing")
        if await fields[len(values) - 1].evaluate("(one) => one.tagName === 'INPUT'"):
            await fields[len(values) - 1].press("Enter")
            await visit.wait(400)
            if await found():
                return Outcome(True, "shown after Enter")
        for button in (await visit.named(WORK, "button, [role=button], input[type=submit]"))[:3]:
            await visit.click(button)
            await visit.wait(500)
            if await found():
                return Outcome(True, "shown after a button")
    return Outcome(False, f"nothing like {shows!r} was shown")


async def input_changes(site: Site, value: str = "hello world 42") -> Outcome:
    """Typing into the first field changes what is shown elsewhere."""
    async with site.open() as visit:
        await visit.start()
        fields = await _fields(visit)
        if not fields:
            return Outcome(False, "there is no field to type into")
        before = await visit.body_text()
        await fields[0].press_sequentially(value, delay=15)
        await visit.wait(400)
        if await visit.body_text() != before:
            return Outcome(True, "the page's text changed")
        for button in (await visit.named(WORK, "button, [role=button], input[type=submit]"))[:2]:
            await visit.click(button)
            await visit.wait(400)
            if await visit.body_text() != before:
                return Outcome(True, "the page's text changed after a button")
    return Outcome(False, "typing changes nothing")


async def form_validates(site: Site) -> Outcome:
    """Sent off empty, a form says what is missing; filled in, it says thanks, in the page."""
    async with site.open() as visit:
        submit = await _submit_of(visit)
        if submit is None:
            return Outcome(False, "there is no form to send off")
        before = await visit.body_text()
        await visit.click(submit)
        await visit.wait(300)
        news = _news(before, await visit.body_text())
        invalid = await visit.page.locator(
            "input:invalid, textarea:invalid, select:invalid"
        ).count()
        refused = invalid > 0 or re.search(INVALID, news, re.IGNORECASE)
        if not await _stays(visit, site):
            return Outcome(False, "sending it off empty leads away from the page")
        if not refused:
            return Outcome(False, "it takes an empty form")
    sent = await form_thanks(site)
    return Outcome(sent.ok, sent.why)


async def form_thanks(site: Site, steps: int = 6) -> Outcome:
    """A form that is filled in and sent off, in up to `steps` steps, says so in the page."""
    async with site.open() as visit:
        before = await visit.body_text()
        for step in range(steps):
            submit = await _submit_of(visit)
            if submit is None and not step:
                return Outcome(False, "there is no form to send off")
            if submit is None:
                break
            shown = await visit.body_text()
            await visit.page.evaluate(_FILL)
            await visit.click(submit)
            await visit.wait(1_000)
            if not await _stays(visit, site):
                return Outcome(False, "sending it off leads away from the page")
            news = _news(before, await visit.body_text())
            if re.search(THANKS, news, re.IGNORECASE):
                return Outcome(True, f"it says {news.strip()[:60]!r}")
            if await visit.body_text() == shown:
                break
    return Outcome(False, "it says nothing when it is sent off")


async def _submit_of(visit: Visit) -> Locator | None:
    """The button that sends the page's largest form off."""
    number = await visit.page.evaluate(_SUBMIT)
    return visit.page.locator(f"[data-bench='{number}']") if number else None


async def _stays(visit: Visit, site: Site) -> bool:
    return visit.page.url.split("#")[0] in (f"{ORIGIN}/{site.entry}", f"{ORIGIN}/")


def _news(before: str, after: str) -> str:
    """The lines that were not there."""
    known = set(before.splitlines())
    return "\n".join(line for line in after.splitlines() if line not in known)


_ELSEWHERE = """(text) => {
  if (__bench.drawn.some((one) => one.includes(text))) return true;
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const one = walk.currentNode.parentElement;
    if (/^(SCRIPT|STYLE|TEXTAREA)$/.test(one.tagName) || one.isContentEditable) continue;
    if (walk.currentNode.data.includes(text) && one.getClientRects().length) return true;
  }
  return [...document.querySelectorAll("li input, td input, [class*=item] input")]
    .some((one) => one.value === text && one.closest("li, tr, [class*=item]"));
}"""

_RESULTS = """([selector, values]) => {
  if (selector) return [...document.querySelectorAll(selector)].map((e) => e.innerText).join("\\n");
  const fields = [...document.querySelectorAll("input, textarea, output")];
  return [document.body.innerText, ...fields.map((one) => one.value)]
    .filter((one) => one && !values.includes(one)).join("\\n");
}"""

_SUBMIT = """() => {
  const shown = (one) => one.getClientRects().length && !one.disabled;
  const forms = [...document.querySelectorAll("form")].filter(shown);
  forms.sort((a, b) => b.elements.length - a.elements.length);
  const names = /submit|send|subscribe|sign|book|reserve|join|regist|提交|发送|订阅|预|报名|注册/i;
  const button = (root) => {
    const all = [...root.querySelectorAll("button, [type=submit], [role=button]")].filter(shown);
    return all.find((one) => one.type === "submit" && root.tagName === "FORM")
      || all.find((one) => names.test(one.innerText || one.value || ""));
  };
  const found = forms.map(button).find(Boolean)
    || (document.querySelector("input, textarea") && button(document.body));
  if (!found) return "";
  found.dataset.bench = found.dataset.bench || "submit";
  return found.dataset.bench;
}"""

_FILL = """() => {
  const values = { email: "ada@example.com", tel: "13800138000", number: "2", url: "https://example.com",
    date: "2031-05-06", time: "12:30", "datetime-local": "2031-05-06T12:30", month: "2031-05",
    password: "Secret-123456" };
  const give = (one, value) => {
    const kind = one.tagName === "TEXTAREA" ? HTMLTextAreaElement
      : one.tagName === "SELECT" ? HTMLSelectElement : HTMLInputElement;
    Object.getOwnPropertyDescriptor(kind.prototype, "value").set.call(one, value);
    for (const kind of ["input", "change"]) one.dispatchEvent(new Event(kind, { bubbles: true }));
  };
  for (const one of document.querySelectorAll("input, textarea, select")) {
    if (!one.getClientRects().length || one.disabled) continue;
    if (/^(checkbox|radio)$/.test(one.type)) {
      if (!one.checked) one.click();
      continue;
    }
    if (/^(range|color|submit|button|hidden|file|reset)$/.test(one.type)) continue;
    if (one.tagName === "SELECT") {
      const option = [...one.options].find((each) => each.value && !each.disabled);
      if (option) give(one, option.value);
      continue;
    }
    if (one.value && one.type !== "text" && one.type !== "email") continue;
    const about = [one.name, one.id, one.placeholder].join(" ");
    const kind = one.type === "text" && /mail|邮/i.test(about) ? "email"
      : one.type === "text" && /phone|tel|电话|手机/i.test(about) ? "tel" : one.type;
    if (!one.value) give(one, values[kind] || "Ada Lovelace of London");
  }
}"""

EXPECTATIONS: list[Expectation] = [
    can_add_item,
    chat_replies,
    input_shows,
    input_changes,
    form_validates,
    form_thanks,
]
