"""What a preview's addresses answer: revisions, and pages that are still being written."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path
from uuid import uuid4

import pytest
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.test import AsyncRequestFactory
from pytest_django.fixtures import Settings

from ide.csp import SANDBOX
from ide.hosts import HostMiddleware
from ide.models import Project, Revision, Turn
from ide.preview import GrowingPage, StartsOver, preview_base
from workers.event_log import EventLog
from workers.events import Ended, Say, Started, TurnEvent, Write
from workers.html_first import insert_first
from workers.pages import PageWriter
from workers.shelf import load_shelf

pytestmark = pytest.mark.django_db(transaction=True)
FRONTEND = Path(__file__).parents[2] / "frontend"
FILES = {
    "index.html": "<!doctype html><html><head><title>Hi</title></head><body>你好</body></html>",
    "about.html": "<p>About",
    "style.css": "body { color: red }",
    "src/app.js": "while (true) {}",
}


@pytest.fixture
def turn(project: Project) -> Turn:
    return Turn.objects.create(
        project=project, ref="wish-0001", prompt="A page", status=Turn.Status.RUNNING
    )


def revise(project: Project, files: dict[str, str]) -> Revision:
    number = project.revisions.count() + 1
    return Revision.objects.create(
        project=project, number=number, author=Revision.Author.HAND, summary="", files=files
    )


class Visitor:
    """Asks as a browser does at a host; `{}` stands for the project's key."""

    def __init__(self, project: Project, host: str = "{}.localhost:8000") -> None:
        self._host = host.format(project.preview_key)

    async def get(self, path: str) -> HttpResponseBase:
        async def studio(request: HttpRequest) -> HttpResponse:
            raise AssertionError("A preview's address led to the studio.")

        request = AsyncRequestFactory().get(path)
        request.META["HTTP_HOST"] = self._host
        response = HostMiddleware(studio)(request)
        assert not isinstance(response, HttpResponseBase)
        return await response


def text_of(response: HttpResponseBase) -> str:
    assert isinstance(response, HttpResponse)
    return response.content.decode()


def without_scripts(html: str) -> str:
    ours = r'<script>.*?</script><script src="[^"]*/pause\.js"></script>'
    return re.sub(ours, "", html, count=1, flags=re.DOTALL)


async def test_the_script_for_which_pages_wait_is_where_they_say(project: Project) -> None:
    await asyncio.to_thread(revise, project, FILES)
    for host, prefix in (("{}.localhost:8000", ""), ("127.0.0.1:8000", "/preview/{}")):
        client = Visitor(project, host)
        page = prefix.format(project.preview_key)
        html = text_of(await client.get(f"{page}/r/1/"))
        found = re.search(r'src="http://([^/]+)(/[^"]*pause\.js)"', html)
        assert found and found[1] == host.format(project.preview_key)
        assert "remove" in text_of(await client.get(found[2]))


async def test_a_revision_opens_with_its_page_and_the_probe_before_everything(
    project: Project,
) -> None:
    revision = await asyncio.to_thread(revise, project, FILES)
    response = await Visitor(project).get(f"/r/{revision.number}/")
    html = text_of(response)
    assert response["Content-Type"] == "text/html; charset=utf-8"
    assert html.startswith("<!doctype html><html><head><script>")
    assert html.index("</script>") < html.index("<title>")
    assert without_scripts(html) == FILES["index.html"]
    assert html.count("\n") == FILES["index.html"].count("\n")
    assert not response.cookies and f"sandbox {SANDBOX};" in response["Content-Security-Policy"]


async def test_other_files_come_with_their_type_and_may_be_imported(project: Project) -> None:
    await asyncio.to_thread(revise, project, FILES)
    client = Visitor(project)
    css = await client.get("/r/1/style.css")
    script = await client.get("/r/1/src/app.js")
    assert text_of(css) == FILES["style.css"]
    assert css["Content-Type"] == "text/css; charset=utf-8"
    assert script["Content-Type"] == "text/javascript; charset=utf-8"
    assert script["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in script
    assert "Access-Control-Allow-Origin" not in (await client.get("/r/1/"))


async def test_a_page_of_another_name_or_folder_is_found(project: Project) -> None:
    await asyncio.to_thread(revise, project, {"hello.html": "<p>Hello", "a.js": ""})
    await asyncio.to_thread(revise, project, {"site/hello.html": "<p>Hello"})
    client = Visitor(project)
    assert "<p>Hello" in text_of(await client.get("/r/1/"))
    moved = await client.get("/r/2/")
    assert (moved.status_code, moved["Location"]) == (302, "site/hello.html")


async def test_what_is_not_there_is_said_in_words(project: Project) -> None:
    await asyncio.to_thread(revise, project, {"a.js": "1"})
    client = Visitor(project)
    for address, words in [
        ("/r/1/", "There is no page here yet."),
        ("/r/9/", "This page does not exist."),
        ("/r/1/no.html", "This page does not exist."),
        (f"/t/{uuid4()}/", "This page does not exist."),
    ]:
        response = await client.get(address)
        assert response.status_code == 404
        assert words in text_of(response) and "页面" in text_of(response)
    assert text_of(await client.get("/r/1/no.png")) == ""
    assert (await client.get("/r/1/../../secret_key")).status_code == 404


async def test_another_projects_key_opens_nothing(project: Project, turn: Turn) -> None:
    await asyncio.to_thread(revise, project, FILES)
    other = await Project.objects.acreate(owner_id=project.owner_id, name="Another")
    client = Visitor(other)
    for address in ("/r/1/", "/r/1/style.css", f"/t/{turn.id}/", f"/t/{turn.id}/style.css"):
        assert (await client.get(address)).status_code == 404


async def test_the_same_documents_are_below_a_path_on_the_studios_own_host(
    project: Project, settings: Settings
) -> None:
    settings.HOST = "0.0.0.0"
    await asyncio.to_thread(revise, project, FILES)
    path = f"/preview/{project.preview_key}/r/1/"
    loopback = await Visitor(project, "127.0.0.1:8000").get(path)
    assert without_scripts(text_of(loopback)) == FILES["index.html"]
    assert not loopback.cookies


async def test_loops_are_guarded_only_where_the_studio_shares_the_process(
    project: Project, settings: Settings
) -> None:
    settings.HOST = "0.0.0.0"
    page = "<script>while (true) {}</script>"
    await asyncio.to_thread(revise, project, {**FILES, "index.html": page})
    path = f"/preview/{project.preview_key}/r/1/"
    for host, guarded in [("192.168.1.20:8000", True), ("127.0.0.1:8000", False)]:
        client = Visitor(project, host)
        html = text_of(await client.get(path))
        script = text_of(await client.get(path + "src/app.js"))
        assert ("while (__atelierLoop(), true)" in html) is guarded
        assert ("while (__atelierLoop(), true)" in script) is guarded


async def read(response: StreamingHttpResponse) -> str:
    return b"".join([chunk async for chunk in response]).decode()  # type: ignore[union-attr]


async def growing(project: Project, turn: Turn) -> StreamingHttpResponse:
    response = await Visitor(project).get(f"/t/{turn.id}/")
    assert isinstance(response, StreamingHttpResponse)
    return response


async def append(
    log: EventLog, turn: Turn, first: int, *events: TurnEvent, attempt: int = 1
) -> None:
    def work() -> None:
        if any(isinstance(event, Started) for event in events):
            log.claim(str(turn.id), attempt)
        log.append(str(turn.id), attempt, first, events)

    await asyncio.to_thread(work)


STARTED = Started(attempt=1, checkpoint="scripted")
PAGE = [
    Say(text="Here it is."),
    Write(path="index.html", text="<!doctype html><h1>Hel", opens=True),
    Write(path="index.html", text="lo</h1>"),
    Write(path="style.css", text="h1 { color: red }", opens=True),
    Write(path="index.html", text="<p>World"),
]


async def test_a_page_grows_as_it_is_written(
    project: Project, turn: Turn, event_log: EventLog
) -> None:
    response = await growing(project, turn)
    chunks = aiter(response)  # type: ignore[call-overload]
    assert (await anext(chunks)).startswith(b"<!doctype html><script>")
    assert await asyncio.wait_for(anext(chunks), 5) == b""
    await append(event_log, turn, 1, STARTED, *PAGE[:2])
    assert await asyncio.wait_for(anext(chunks), 5) == b"<!doctype html><h1>Hel"
    await append(event_log, turn, 4, *PAGE[2:])
    assert await asyncio.wait_for(anext(chunks), 5) == b"lo</h1><p>World"
    await append(event_log, turn, 7, Ended(status="done"))
    assert [chunk async for chunk in chunks][-1] == b""


async def test_a_page_grows_even_while_its_writer_never_pauses(
    project: Project, turn: Turn, event_log: EventLog
) -> None:
    await append(event_log, turn, 1, STARTED, Write(path="index.html", text="<p>0", opens=True))
    written = asyncio.Event()

    async def write() -> None:
        for number in range(1, 100):
            await append(event_log, turn, number + 2, Write(path="index.html", text=f"<p>{number}"))
            await asyncio.sleep(0.01)
        written.set()
        await append(event_log, turn, 102, Ended(status="done"))

    chunks = aiter(await growing(project, turn))  # type: ignore[call-overload]
    writing = asyncio.create_task(write())
    seen = b""
    while b"<p>20" not in seen:
        seen += await anext(chunks)
    assert not written.is_set()
    seen += b"".join([chunk async for chunk in chunks])
    assert seen.endswith(b"".join(b"<p>%d" % number for number in range(100)))
    await writing


async def test_who_comes_late_gets_the_whole_page_of_the_last_attempt(
    project: Project, turn: Turn, event_log: EventLog
) -> None:
    await append(event_log, turn, 1, STARTED, *PAGE)
    again = Started(attempt=2, checkpoint="scripted")
    text = Write(path="index.html", text="<p>你好", opens=True)
    await append(event_log, turn, 7, again, text, Ended(status="done"), attempt=2)
    assert without_scripts(await read(await growing(project, turn))) == "<!doctype html><p>你好"


async def test_a_new_attempt_ends_the_response_because_nothing_can_be_taken_back(
    project: Project, turn: Turn, event_log: EventLog
) -> None:
    await append(event_log, turn, 1, STARTED, *PAGE)
    reading = asyncio.create_task(read(await growing(project, turn)))
    await asyncio.sleep(0.4)
    assert not reading.done()
    await append(event_log, turn, 7, Started(attempt=2, checkpoint="scripted"), attempt=2)
    assert (await asyncio.wait_for(reading, 5)).endswith("lo</h1><p>World")


async def test_files_beside_a_growing_page_are_those_written_so_far_else_the_last_revisions(
    project: Project, turn: Turn, event_log: EventLog
) -> None:
    await asyncio.to_thread(revise, project, FILES)
    await append(event_log, turn, 1, STARTED, *PAGE)
    client = Visitor(project)
    assert text_of(await client.get(f"/t/{turn.id}/style.css")) == "h1 { color: red }"
    assert text_of(await client.get(f"/t/{turn.id}/src/app.js")) == "while (true) {}"
    assert (await client.get(f"/t/{turn.id}/no.js")).status_code == 404


async def test_data_that_is_being_written_is_closed_where_it_stands(
    project: Project, turn: Turn, event_log: EventLog
) -> None:
    whole = Write(path="content.js", text='const CONTENT = { title: "Old" };\n', opens=True)
    code = Write(path="app.js", text="start();\n", opens=True)
    half = Write(path="content.js", text='const CONTENT = {\n  title: "Harb', opens=True)
    torn = Write(path="app.js", text="function start( {", opens=True)
    await append(event_log, turn, 1, STARTED, whole, code, half, torn)
    client = Visitor(project)
    content = text_of(await client.get(f"/t/{turn.id}/content.js"))
    assert 'title: "Harb"\n};' in content
    assert text_of(await client.get(f"/t/{turn.id}/app.js")) == "start();\n"


async def test_a_turn_that_ended_long_ago_does_not_keep_the_browser_waiting(
    project: Project, turn: Turn, event_log: EventLog
) -> None:
    await Turn.objects.filter(id=turn.id).aupdate(status=Turn.Status.DONE)
    response = await growing(project, turn)
    assert without_scripts(await asyncio.wait_for(read(response), 5)) == "<!doctype html>"


def test_a_growing_page_is_the_first_html_file_and_cannot_start_twice() -> None:
    page = GrowingPage(guarded=False, writer=PageWriter(load_shelf(), "/shelf/"))
    assert page.feed(Write(path="a.css", text="x", opens=True)) == ""
    assert page.feed(Write(path="b.html", text="<p>", opens=True)) == "<p>"
    assert page.feed(Write(path="index.html", text="<h1>", opens=True)) == ""
    with pytest.raises(StartsOver):
        page.feed(Write(path="b.html", text="<p>", opens=True))
    with pytest.raises(StartsOver):
        page.feed(Started(attempt=2, checkpoint=""))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "<p>x"),
        ("<!DOCTYPE html>\n<html lang='a>b'>\n<head>", "\n<title>x</title>"),
        ("\ufeff<!-- a > b --><!doctype html><!-- c --><html>", "<body>"),
        ("<!doctype html>", "<header>x"),
        ('<html data-x="</head>"><head a="1" b>', "<script>1</script>"),
        ("<!doctype html>\n", "text"),
    ],
)
def test_the_probe_comes_after_the_doctype_and_before_anything_that_runs(
    before: str, after: str
) -> None:
    assert insert_first(before + after, "@") == before + "@" + after


def test_an_unclosed_comment_or_tag_does_not_take_forever() -> None:
    for html in ("<!--" * 50_000, "<html " + "a='" * 50_000, "<html" + " a" * 50_000):
        assert "@" in insert_first(html, "@")


def test_the_base_carries_the_projects_key(project: Project) -> None:
    base = preview_base("localhost:8000", "http", project)
    assert base.url == f"http://{project.preview_key}.localhost:8000/"
    assert base.isolated and base.fallback is not None and project.preview_key in base.fallback


def test_the_frame_has_the_same_sandbox_as_the_document_and_nothing_opens_it() -> None:
    frame = (FRONTEND / "src/preview/frame.ts").read_text(encoding="utf-8")
    assert f'export const SANDBOX = "{SANDBOX}";' in frame
    for flag in ("allow-same-origin", "allow-popups", "allow-modals", "allow-top-navigation"):
        assert flag not in SANDBOX
        for source in [*FRONTEND.glob("src/**/*.svelte"), *FRONTEND.glob("src/**/*.ts")]:
            text = re.sub(r"/\*.*?\*/|//.*", "", source.read_text(encoding="utf-8"), flags=re.S)
            assert flag not in text, f"{source.name} opens the sandbox"
