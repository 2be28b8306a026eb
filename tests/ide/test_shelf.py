"""The shelf in the studio: below each preview's address, on a page of its own, in downloads."""

from __future__ import annotations

import asyncio
import io
import re
import zipfile

import pytest
from django.http import StreamingHttpResponse
from django.test import Client

from ide import hand
from ide.models import Project, Turn, User
from ide.shelf import the_shelf
from tests.ide.test_preview import STARTED, Visitor, append, growing, read, revise, text_of
from workers.event_log import EventLog
from workers.events import Ended, Write

pytestmark = pytest.mark.django_db(transaction=True)
PAGE = '<!doctype html><script src="https://unpkg.com/three@0.128/build/three.min.js"></script>'


@pytest.fixture
def at(alice: User) -> Client:
    """Alice's browser."""
    client = Client(HTTP_HOST="localhost:8000")
    client.force_login(alice)
    return client


async def test_a_pages_libraries_are_below_the_previews_own_address(project: Project) -> None:
    await asyncio.to_thread(revise, project, {"index.html": PAGE, "a.js": 'import "d3"'})
    for host, prefix in (("{}.localhost:8000", ""), ("127.0.0.1:8000", "/preview/{}")):
        client = Visitor(project, host)
        html = text_of(await client.get(prefix.format(project.preview_key) + "/r/1/"))
        found = re.search(r'src="http://([^/]+)(/[^"]*three\.min\.js)"', html)
        assert found and found[1] == host.format(project.preview_key)
        response = await client.get(found[2])
        assert isinstance(response, StreamingHttpResponse)
        body = await read(response)
        assert len(body.encode()) == int(response["Content-Length"]) > 500_000
        assert response["Content-Type"] == "text/javascript; charset=utf-8"
        assert response["Access-Control-Allow-Origin"] == "*"
        assert "immutable" in response["Cache-Control"]
        assert not response.cookies


async def test_what_is_made_on_demand_is_served_too(project: Project) -> None:
    client = Visitor(project)
    css = await client.get("/shelf/fonts/inter-400.css")
    assert "@font-face" in text_of(css) and css["Content-Type"].startswith("text/css")
    picture = await client.get("/shelf/placeholder/20x10-landscape-00000001.svg")
    assert text_of(picture).startswith("<svg") and picture["Content-Type"] == "image/svg+xml"


async def test_an_address_that_a_script_put_together_leads_on(project: Project) -> None:
    client = Visitor(project)
    moved = await client.get("/shelf/at/picsum.photos/200/300?random=1")
    assert moved.status_code == 302 and "/shelf/placeholder/200x300" in moved["Location"]
    assert moved["Cache-Control"] == "no-store"
    assert (await client.get("/shelf/at/example.com/x.js")).status_code == 404


async def test_nothing_else_is_below_the_shelfs_address(project: Project) -> None:
    client = Visitor(project)
    for path in ("index.json", "../catalogue.json", "no@1/x.js", "%2e%2e/package.json"):
        response = await client.get(f"/shelf/{path}")
        assert response.status_code == 404 and response["Cache-Control"] == "no-store"


async def test_a_growing_page_finds_the_shelf_however_it_is_written(
    project: Project, turn: Turn, event_log: EventLog
) -> None:
    writes = [Write(path="index.html", text=one, opens=not at) for at, one in enumerate(PAGE)]
    await append(event_log, turn, 1, STARTED, *writes, Ended(status="done"))
    html = await read(await growing(project, turn))
    assert f"{project.preview_key}.localhost:8000/shelf/three@0.128" in html
    assert "unpkg.com" not in html.split("</script>")[-2]


@pytest.fixture
def turn(project: Project) -> Turn:
    """A turn that writes."""
    return Turn.objects.create(
        project=project, ref="wish-0001", prompt="A page", status=Turn.Status.RUNNING
    )


def test_the_list_names_every_library_with_version_and_licence(at: Client) -> None:
    html = at.get("/shelf/").content.decode()
    for library in the_shelf().libraries:
        assert f">{library.version}<" in html and library.home in html
    assert "Playfair Display" in html and "OFL-1.1" in html
    assert 'href="/shelf/"' in at.get("/").content.decode()


def test_the_list_speaks_chinese(at: Client) -> None:
    html = at.get("/shelf/", headers={"accept-language": "zh-hans"}).content.decode()
    assert "许可证" in html and "款字体" in html


def test_a_download_opens_without_a_network(at: Client, project: Project) -> None:
    hand.save_by_hand(project, {"index.html": PAGE})
    response = at.get(f"/p/{project.pk}/download/")
    with zipfile.ZipFile(io.BytesIO(response.content)) as archive:
        html = archive.read("index.html").decode()
        address = re.search(r'src="\./(shelf/[^"]+)"', html)
        assert address and len(archive.read(address[1])) > 500_000
        assert "https://" not in html
