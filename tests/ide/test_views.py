"""Pages and forms, as a browser sends them: what is done, what is refused, and who may."""

from __future__ import annotations

import io
import json
import uuid
import zipfile
from html import unescape
from typing import Any

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from ide import hand, turns
from ide.models import Project, Turn, User
from ide.owner import local_owner
from ide.protocol import MAX_PROMPT_CHARS

pytestmark = pytest.mark.django_db(transaction=True)

HOST = "localhost:8000"
MIB = 1024 * 1024
PAGES = [("GET", ""), ("POST", "save/"), ("POST", "delete/"), ("GET", "download/")]


def browser(user: User | None = None, **options: Any) -> Client:
    """Somebody's browser at the studio; errors are shown as pages, as in production."""
    client = Client(headers={"host": HOST}, raise_request_exception=False, **options)
    if user:
        client.force_login(user)
    return client


@pytest.fixture
def at(alice: User, broker_url: str) -> Client:
    """Alice's browser."""
    return browser(alice)


def text_of(response: Any) -> str:
    return unescape(response.content.decode())


def save(at: Client, project: Project, files: Any, base: Any = None) -> Any:
    body = files if isinstance(files, str) else json.dumps({"base": base, "files": files})
    return at.post(f"/p/{project.pk}/save/", body, content_type="application/json")


def test_a_wish_on_the_home_page_makes_a_project_with_its_turn_queued(at: Client) -> None:
    response = at.post("/", {"prompt": " A page about tea, with a picture of a pot and a recipe "})
    project = Project.objects.get()
    assert (response.status_code, response["Location"]) == (302, f"/p/{project.pk}/")
    assert project.owner.username == "alice"
    assert project.name == "A page about tea, with a picture of a pot and a…"
    assert project.turns.get().status == Turn.Status.QUEUED
    assert turns.event_log.queued("llm") == 1
    home = text_of(at.get("/"))
    assert project.name in home and f"/p/{project.pk}/" in home


@pytest.mark.parametrize(("field", "candidates"), [("3", 3), ("", 0), ("99", 0), ("two", 0)])
def test_a_wish_says_how_many_pages_are_written_for_it(
    at: Client, field: str, candidates: int
) -> None:
    at.post("/", {"prompt": "A page about tea", "candidates": field})
    turn = Turn.objects.get()
    assert turn.candidates == turns.build_request(turn).candidates == candidates


@pytest.mark.parametrize("prompt", ["", " \n\t ", "\x00"])
def test_an_empty_wish_is_refused_in_words(at: Client, prompt: str) -> None:
    response = at.post("/", {"prompt": prompt})
    assert response.status_code == 400
    assert "Say what you want to make." in text_of(response)
    assert not Project.objects.exists()


def test_a_wish_of_a_megabyte_is_refused_in_words_and_its_text_is_kept(at: Client) -> None:
    prompt = "tea & cake " * (MIB // 11)
    response = at.post("/", {"prompt": prompt})
    assert response.status_code == 400
    page = text_of(response)
    assert f"at most {MAX_PROMPT_CHARS:,} characters; this one has {len(prompt.strip()):,}" in page
    assert prompt in page
    assert not Project.objects.exists()


def test_a_form_too_large_to_read_gets_a_page_in_words(at: Client) -> None:
    response = at.post("/", {"prompt": "x" * 9 * MIB})
    assert response.status_code == 400
    assert "far too large" in text_of(response)


def test_a_hand_edit_is_saved_as_the_next_revision(at: Client, project: Project) -> None:
    assert save(at, project, {"index.html": "one"}).json() == {"revision": 1, "problem": None}
    files = {"index.html": "茶 🫖", "css/page.css": "a"}
    assert save(at, project, files, base=1).json()["revision"] == 2
    newest = project.head
    assert newest and newest.files == files
    assert (newest.author, newest.summary) == ("hand", "css/page.css, index.html")
    assert newest.parent and newest.parent.number == 1


def test_saving_without_a_change_makes_no_revision(at: Client, project: Project) -> None:
    assert save(at, project, {"index.html": "one"}).json()["revision"] == 1
    assert save(at, project, {"index.html": "one"}, base=1).json()["revision"] == 1
    assert project.revisions.count() == 1


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({"../x.html": "out"}, "must stay inside the project"),
        ({"a/../../x.html": "out"}, "must stay inside the project"),
        ({"/etc/passwd": "out"}, "must stay inside the project"),
        ({"a//b.html": "out"}, "must stay inside the project"),
        ({"..\\x.html": "out"}, "characters that are not allowed"),
        ({"C:x.html": "out"}, "characters that are not allowed"),
        ({"\ud800.html": "half a letter"}, "characters that are not allowed"),
        ({"a\x00.html": "out"}, "characters that are not allowed"),
        ({"": "no name"}, "1 to 200 characters"),
        ({"x" * 201: "long name"}, "1 to 200 characters"),
        ({"con.html": "reserved"}, "does not work on every system"),
        ({"a": "file", "a/b": "below it"}, "cannot be a file and a folder"),
        ({"big.html": "x" * (MIB + 1)}, "big.html is larger than 1024 KiB"),
        ({f"{n}.html": "x" * MIB for n in range(5)}, "at most 4 MiB"),
        ({f"{n}.html": "x" for n in range(201)}, "at most 200 files"),
    ],
    ids=lambda value: str(value)[:24],
)
def test_files_that_a_project_cannot_hold_are_refused_in_words(
    at: Client, project: Project, files: dict[str, str], words: str
) -> None:
    response = save(at, project, files)
    assert response.status_code == 400
    reply = response.json()
    assert (reply["revision"], reply["problem"]["code"]) == (None, "bad-file")
    assert words in reply["problem"]["message"]
    assert not project.revisions.exists()


@pytest.mark.parametrize(
    "body",
    [
        "",
        "{",
        "[]",
        "null",
        "[" * 100_000,
        '{"files": {}}',
        '{"base": "first", "files": {}}',
        '{"base": null, "files": {"a.html": 5}}',
        '{"base": null, "files": {"a.html": "x"}, "author": "model"}',
        json.dumps({"base": None, "files": {"a.html": "x" * 9 * MIB}}),
    ],
    ids=lambda body: body[:40],
)
def test_a_save_that_cannot_be_read_is_refused_in_words(
    at: Client, project: Project, body: str
) -> None:
    response = save(at, project, body)
    assert response.status_code == 400
    assert response.json()["problem"]["message"].startswith("The studio could not read")
    assert not project.revisions.exists()


def test_bytes_that_are_no_text_are_refused_in_words(at: Client, project: Project) -> None:
    url = f"/p/{project.pk}/save/"
    response = at.post(url, b'{"base": "\xff"}', content_type="application/json")
    assert response.status_code == 400 and response.json()["problem"]["code"] == "bad-request"


def test_half_a_letter_in_a_file_is_saved_as_a_question_mark(at: Client, project: Project) -> None:
    assert save(at, project, {"index.html": "tea \ud83e"}).status_code == 200
    assert project.head and project.head.files == {"index.html": "tea ?"}


def test_saving_over_a_revision_that_was_not_seen_is_a_conflict(
    at: Client, project: Project
) -> None:
    save(at, project, {"index.html": "one"})
    save(at, project, {"index.html": "two, from another tab"}, base=1)
    response = save(at, project, {"index.html": "one, edited"}, base=1)
    assert response.status_code == 409
    assert response.json()["revision"] is None
    assert project.head and project.head.files == {"index.html": "two, from another tab"}


def test_a_deleted_project_is_gone_and_its_running_turn_is_stopped(
    at: Client, project: Project
) -> None:
    turn = turns.start_turn(project, "A page", "ref-12345")
    turns.event_log.claim(str(turn.pk), 1)
    response = at.post(f"/p/{project.pk}/delete/")
    assert (response.status_code, response["Location"]) == (302, "/")
    assert not Project.objects.exists() and not Turn.objects.exists()
    assert turns.event_log.cancelled([str(turn.pk)])
    gone = at.get(f"/p/{project.pk}/")
    assert gone.status_code == 404 and "This project does not exist" in text_of(gone)


@pytest.mark.parametrize(("method", "path"), PAGES)
def test_another_persons_project_is_as_if_it_did_not_exist(
    at: Client, charlie: User, method: str, path: str
) -> None:
    other = Project.objects.create(owner=charlie, name="Charlie's page")
    hand.save_by_hand(other, {"index.html": "secret"})
    theirs = at.generic(method, f"/p/{other.pk}/{path}")
    missing = at.generic(method, f"/p/{uuid.uuid4()}/{path}")
    assert theirs.status_code == missing.status_code == 404
    for page in (theirs, missing):
        assert "This project does not exist" in text_of(page)
        assert "secret" not in text_of(page) and "Charlie" not in text_of(page)
    assert other.head and other.head.number == 1


def test_only_ones_own_projects_are_listed(at: Client, charlie: User, project: Project) -> None:
    Project.objects.create(owner=charlie, name="Charlie's page")
    home = text_of(at.get("/"))
    assert "Alice's page" in home and "Charlie's page" not in home


def test_everyone_without_a_session_is_the_one_owner_of_a_studio_without_accounts(
    project: Project,
) -> None:
    stranger = browser()
    assert stranger.get(f"/p/{project.pk}/").status_code == 404
    own = Project.objects.create(owner=local_owner(), name="Our page")
    assert stranger.get(f"/p/{own.pk}/").status_code == 200


@pytest.mark.parametrize(("method", "path"), PAGES)
def test_a_stranger_meets_nothing_where_there_are_accounts(
    settings: Settings, project: Project, method: str, path: str
) -> None:
    settings.SINGLE_USER = False
    stranger = browser()
    assert stranger.generic(method, f"/p/{project.pk}/{path}").status_code == 404
    assert "Sign in first" in text_of(stranger.get("/"))
    assert stranger.post("/", {"prompt": "A page"}).status_code == 403
    assert Project.objects.count() == 1 and not Turn.objects.exists()


@pytest.mark.parametrize(
    ("method", "path"), [("GET", "save/"), ("GET", "delete/"), ("POST", "download/"), ("POST", "")]
)
def test_a_wrong_method_changes_nothing(
    at: Client, project: Project, method: str, path: str
) -> None:
    assert at.generic(method, f"/p/{project.pk}/{path}").status_code == 405
    assert Project.objects.count() == 1


@pytest.mark.parametrize("path", ["", "p/{}/save/", "p/{}/delete/"])
def test_a_form_of_another_site_is_refused_in_words(
    alice: User, project: Project, path: str
) -> None:
    at = browser(alice, enforce_csrf_checks=True)
    at.get("/")
    token = at.cookies["csrftoken"].value
    url = "/" + path.format(project.pk)
    for headers in ({}, {"x-csrftoken": token, "origin": "http://evil.example"}):
        response = at.post(url, {"prompt": "A page"}, headers=headers)
        assert response.status_code == 403
        assert "That form was too old" in text_of(response)
    assert Project.objects.count() == 1 and not Turn.objects.exists()
    own = at.post(url, {"prompt": "x"}, headers={"x-csrftoken": token, "origin": f"http://{HOST}"})
    assert own.status_code != 403


def test_a_host_that_is_not_the_studios_gets_words_and_no_cookie(alice: User) -> None:
    response = browser(alice).get("/", headers={"host": "evil.example"})
    assert response.status_code == 400
    assert "Atelier does not answer to the address 'evil.example'" in text_of(response)
    assert not response.cookies


def test_an_address_that_does_not_exist_gets_a_page_in_words(at: Client) -> None:
    response = at.get("/nothing/here")
    assert response.status_code == 404 and "There is no such page" in text_of(response)


def test_the_newest_revision_is_downloaded_as_an_archive(at: Client, project: Project) -> None:
    hand.save_by_hand(project, {"index.html": "old"})
    hand.save_by_hand(project, {"index.html": "茶", "css/page.css": "a {}"})
    response = at.get(f"/p/{project.pk}/download/")
    assert response["Content-Type"] == "application/zip"
    assert response["Content-Disposition"] == 'attachment; filename="alices-page-2.zip"'
    with zipfile.ZipFile(io.BytesIO(response.content)) as archive:
        assert archive.testzip() is None
        unpacked = {name: archive.read(name).decode() for name in archive.namelist()}
    assert unpacked == {"index.html": "茶", "css/page.css": "a {}"}


@pytest.mark.parametrize("name", ["茶馆", 'tea"; filename="evil.exe', "🫖", "../up"])
def test_the_archives_name_is_plain_whatever_the_projects_is(
    at: Client, project: Project, name: str
) -> None:
    turns.rename(project, name)
    hand.save_by_hand(project, {"index.html": "x"})
    disposition = at.get(f"/p/{project.pk}/download/")["Content-Disposition"]
    file = disposition.removeprefix('attachment; filename="').removesuffix('"')
    assert file.removesuffix("-1.zip").replace("-", "").isalnum() and file.isascii()


def test_there_is_nothing_to_download_before_the_first_page(at: Client, project: Project) -> None:
    response = at.get(f"/p/{project.pk}/download/")
    assert response.status_code == 404 and "Nothing to download yet" in text_of(response)


@pytest.mark.parametrize("path", ["/", "/p/{}/", "/nothing", "/health/"])
def test_every_page_of_the_studio_is_fenced(at: Client, project: Project, path: str) -> None:
    response = at.get(path.format(project.pk))
    policy = response["Content-Security-Policy"].split("; ")
    assert "script-src 'self'" in policy and "frame-ancestors 'none'" in policy
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == "same-origin"
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"


def test_no_page_runs_a_script_that_a_name_smuggles_in(at: Client, project: Project) -> None:
    turns.rename(project, "</script><script>alert(1)</script><img src=x onerror=alert(1)>")
    for path in ("/", f"/p/{project.pk}/"):
        page = at.get(path).content.decode()
        assert "<script>alert" not in page and "<img src=x" not in page


def test_the_health_page_says_how_the_model_is(at: Client) -> None:
    assert at.get("/health/").json()["backend"]["state"] == "missing"
