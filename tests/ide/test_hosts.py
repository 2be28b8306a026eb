"""Who the studio answers to, and what keeps previews and the studio apart."""

from __future__ import annotations

import socket
from collections.abc import Callable

import pytest
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.test import RequestFactory
from pytest_django.fixtures import Settings

from ide.hosts import HostMiddleware, is_studio_host, preview_address, studio_origin_ok

KEY = "0123456789abcdef" * 2
Get = Callable[..., HttpResponseBase]


@pytest.fixture
def get() -> Get:
    """Ask a studio that answers everything with a cookie."""

    def studio(request: HttpRequest) -> HttpResponse:
        response = HttpResponse("the studio")
        response.set_cookie("sessionid", "secret")
        return response

    middleware = HostMiddleware(studio)

    def ask(host: str, path: str = "/", method: str = "GET") -> HttpResponseBase:
        request = RequestFactory(headers={"host": host}).generic(method, path)
        response = middleware(request)
        assert isinstance(response, HttpResponseBase)
        return response

    return ask


def body(response: HttpResponseBase) -> str:
    assert isinstance(response, HttpResponse)
    return response.content.decode()


@pytest.mark.parametrize(
    "host", ["localhost", "localhost:8000", "LOCALHOST:8000", "127.0.0.1:8000", "127.0.0.1"]
)
def test_the_studio_answers_on_loopback(get: Get, host: str) -> None:
    assert body(get(host)) == "the studio"


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "evil-localhost",
        "localhost:8000:1",
        "localhost, evil.example",
        "sub.localhost",
        "0123.localhost",
        f"{KEY}.evil.example",
        f"{KEY}0.localhost",
        f"x.{KEY}.localhost",
        "192.168.1.20:8000",
        "[fd00::1]",
    ],
)
def test_any_other_name_is_refused_in_words(get: Get, host: str) -> None:
    response = get(host)
    assert response.status_code == 400
    assert "ATELIER_ALLOWED_HOSTS" in body(response)
    assert "Set-Cookie" not in response.headers and not response.cookies


def test_a_plain_address_works_once_the_studio_listens_beyond_loopback(
    settings: Settings, get: Get
) -> None:
    settings.HOST = "0.0.0.0"
    assert body(get("192.168.1.20:8000")) == "the studio"
    assert body(get(f"{socket.gethostname()}:8000")) == "the studio"
    assert get("evil.example").status_code == 400


def test_a_listed_name_works_and_a_listed_port_is_exact(settings: Settings) -> None:
    settings.EXTRA_HOSTS = ["studio.example", "other.example:8443"]
    assert is_studio_host("studio.example") and is_studio_host("studio.example:9000")
    assert is_studio_host("other.example:8443") and not is_studio_host("other.example:9000")


def test_the_ipv6_name_of_loopback_leads_to_one_that_can_frame_previews(get: Get) -> None:
    response = get("[::1]:8000", "/p/1/?x=2")
    assert response.status_code == 302
    assert response["Location"] == "http://localhost:8000/p/1/?x=2"


def test_the_studios_policy_allows_only_itself_and_frames_only_previews(get: Get) -> None:
    policy = get("localhost:8000")["Content-Security-Policy"].split("; ")
    assert policy == [
        "default-src 'self'",
        "script-src 'self'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "connect-src 'self' ws://localhost:8000",
        "frame-src http://*.localhost:8000 http://127.0.0.1:8000",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "object-src 'none'",
    ]


@pytest.mark.parametrize(
    ("host", "frames"),
    [
        ("127.0.0.1:8000", "http://*.localhost:8000 http://localhost:8000"),
        ("192.168.1.20:8000", "http://192.168.1.20:8000"),
    ],
)
def test_the_frames_follow_the_address_the_studio_was_opened_at(
    settings: Settings, get: Get, host: str, frames: str
) -> None:
    settings.HOST = "0.0.0.0"
    assert f"frame-src {frames};" in get(host)["Content-Security-Policy"]


def test_a_preview_host_of_its_own_is_framed_and_recognised(settings: Settings, get: Get) -> None:
    settings.PREVIEW_HOST = "{key}.pages.example"
    settings.EXTRA_HOSTS = ["studio.example"]
    policy = get("studio.example")["Content-Security-Policy"]
    assert "frame-src http://*.pages.example;" in policy
    assert preview_address("studio.example", "https", KEY).url == f"https://{KEY}.pages.example/"
    preview = get(f"{KEY}.pages.example", "/nothing")
    assert preview.status_code == 404
    assert "http://studio.example" in preview["Content-Security-Policy"]
    assert get("studio.pages.example").status_code == 400


def test_a_preview_never_meets_the_studio_or_its_cookie(get: Get) -> None:
    for host, path in [
        (f"{KEY}.localhost:8000", "/"),
        (f"{KEY}.localhost:8000", "/p/1/"),
        (f"{KEY}.localhost:8000", f"/preview/{KEY}/"),
        ("127.0.0.1:8000", f"/preview/{KEY}/"),
    ]:
        response = get(host, path)
        assert response.status_code == 404
        assert not response.cookies and "Set-Cookie" not in response.headers
        assert body(response) == ""


def test_a_preview_is_fenced_in_whatever_it_answers(get: Get) -> None:
    response = get(f"{KEY}.localhost:8000", "/nothing")
    own = f"http://{KEY}.localhost:8000"
    policy = dict(part.split(" ", 1) for part in response["Content-Security-Policy"].split("; "))
    assert policy["sandbox"] == "allow-scripts allow-forms allow-pointer-lock allow-downloads"
    for name in ("default-src", "frame-src", "form-action", "base-uri"):
        assert policy[name] == "'none'"
    assert policy["worker-src"] == "blob: data:"
    assert policy["frame-ancestors"] == "http://localhost:8000 http://127.0.0.1:8000"
    assert own in policy["connect-src"] and "'self'" not in response["Content-Security-Policy"]
    assert response["Referrer-Policy"] == "no-referrer"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Cache-Control"] == "no-store"
    assert "camera=()" in response["Permissions-Policy"]


def test_a_preview_below_a_path_may_load_nothing_beside_that_path(get: Get) -> None:
    response = get("127.0.0.1:8000", f"/preview/{KEY}/nothing")
    policy = response["Content-Security-Policy"]
    assert f"http://127.0.0.1:8000/preview/{KEY}/;" in policy
    assert "https://" not in policy  # nothing comes from a network
    assert "http://127.0.0.1:8000 " not in policy.split("frame-ancestors")[0]


def test_a_preview_takes_no_posts(get: Get) -> None:
    assert get(f"{KEY}.localhost:8000", "/r/1/", "POST").status_code == 405


@pytest.mark.parametrize(
    ("host", "url", "fallback", "isolated"),
    [
        ("localhost:8000", "http://{}.localhost:8000/", "http://127.0.0.1:8000/preview/{}/", True),
        ("127.0.0.1:8000", "http://{}.localhost:8000/", "http://localhost:8000/preview/{}/", True),
        ("[::1]:8000", "http://{}.localhost:8000/", "http://localhost:8000/preview/{}/", True),
        ("localhost", "http://{}.localhost/", "http://127.0.0.1/preview/{}/", True),
        ("192.168.1.20:8000", "http://192.168.1.20:8000/preview/{}/", None, False),
    ],
)
def test_where_previews_live(host: str, url: str, fallback: str | None, isolated: bool) -> None:
    expected = (url.format(KEY), fallback.format(KEY) if fallback else None, isolated)
    assert preview_address(host, "http", KEY) == expected


@pytest.mark.parametrize(
    ("host", "origin", "scheme", "allowed"),
    [
        ("localhost:8000", "http://localhost:8000", "ws", True),
        ("localhost:8000", "http://localhost:8000", "http", True),
        ("127.0.0.1:8000", "http://127.0.0.1:8000", "ws", True),
        ("localhost", "https://localhost", "wss", True),
        ("localhost:8000", "https://localhost:8000", "ws", False),
        ("localhost:8000", "http://localhost:8001", "ws", False),
        ("localhost:8000", "http://localhost", "ws", False),
        ("localhost:8000", "http://127.0.0.1:8000", "ws", False),
        ("localhost:8000", f"http://{KEY}.localhost:8000", "ws", False),
        ("localhost:8000", "http://evil.example", "ws", False),
        ("localhost:8000", "null", "ws", False),
        ("localhost:8000", "", "ws", False),
        ("localhost:8000", None, "ws", False),
        ("evil.example", "http://evil.example", "ws", False),
        (f"{KEY}.localhost:8000", f"http://{KEY}.localhost:8000", "ws", False),
    ],
)
def test_a_websocket_is_taken_only_from_the_very_page_it_belongs_to(
    host: str, origin: str | None, scheme: str, allowed: bool
) -> None:
    headers = [(b"host", host.encode())]
    if origin is not None:
        headers.append((b"origin", origin.encode()))
    assert studio_origin_ok(headers, scheme) is allowed


def test_two_origins_or_two_hosts_are_no_origin() -> None:
    host, origin = (b"host", b"localhost:8000"), (b"origin", b"http://localhost:8000")
    assert studio_origin_ok([host, origin], "ws")
    assert not studio_origin_ok([host, origin, origin], "ws")
    assert not studio_origin_ok([host, host, origin], "ws")


def test_only_a_trusted_proxy_can_say_that_the_browser_used_tls(settings: Settings) -> None:
    settings.EXTRA_HOSTS = ["studio.example"]
    headers = [
        (b"host", b"studio.example"),
        (b"origin", b"https://studio.example"),
        (b"x-forwarded-proto", b"https"),
    ]
    assert not studio_origin_ok(headers, "ws")
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    assert studio_origin_ok(headers, "ws")
