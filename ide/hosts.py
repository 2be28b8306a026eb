"""Which host a request came to: the studio, a project's preview, or neither.

The Host header decides before anything else runs. A preview never meets the studio's sessions,
cookies or pages; and a name that is not on the list is refused, so that a foreign site cannot
point its own name at this machine and talk to the studio as if it were at home (DNS rebinding).
"""

from __future__ import annotations

import ipaddress
import re
import socket
from collections.abc import Awaitable, Callable, Iterable
from functools import cache
from typing import NamedTuple, cast

from asgiref.sync import async_to_sync, iscoroutinefunction, markcoroutinefunction
from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import Resolver404, resolve

from ide.csp import PERMISSIONS_POLICY, preview_policy, studio_policy

PREVIEW_URLS = "ide.preview_urls"
_KEY = r"[0-9a-f]{32}"
_HOST = re.compile(r"([a-z0-9._-]+|\[[0-9a-f:.]+\])(?::([0-9]{1,5}))?")
_LOCAL_PREVIEW = re.compile(rf"({_KEY})\.localhost")
_PREVIEW_PATH = re.compile(rf"/preview/({_KEY})/(.*)", re.DOTALL)
_REFUSED = (
    "Atelier does not answer to the address {host!r}.\n"
    "Open http://localhost:{port}/ instead, or add this name to ATELIER_ALLOWED_HOSTS.\n\n"
    "Atelier 不响应地址 {host!r}。\n"
    "请打开 http://localhost:{port}/，或把这个名称加入 ATELIER_ALLOWED_HOSTS。\n"
)

Handler = Callable[[HttpRequest], HttpResponseBase | Awaitable[HttpResponseBase]]


class PreviewAddress(NamedTuple):
    """Where a project's previews live: `url`, what to try next, and whether the browser gives
    them a process of their own."""

    url: str
    fallback: str | None
    isolated: bool


class _Target(NamedTuple):
    """A preview request: the project's key, the path below it, the address of its files."""

    key: str
    path: str
    own: str
    isolated: bool


def split_host(host: str) -> tuple[str, str] | None:
    """`host` as (name, ":port" or ""), lower case; None if it is not a host."""
    match = _HOST.fullmatch(host.lower())
    return (match[1], f":{match[2]}" if match[2] else "") if match else None


def is_studio_host(host: str) -> bool:
    """Whether the studio answers to this Host header.

    Loopback always. An address in numbers when the studio listens beyond loopback: rebinding
    needs a name, so numbers are safe. This machine's name then, too. Else only what is listed.
    """
    parts = split_host(host)
    if parts is None:
        return False
    name, port = parts
    listed = {*settings.EXTRA_HOSTS, *settings.ALLOWED_HOSTS} - {"*"}
    if name == "localhost" or name in listed or name + port in listed:
        return True
    address = _ip(name)
    if address is not None:
        return address.is_loopback or not _loopback(settings.HOST)
    return not _loopback(settings.HOST) and name in _own_names()


def preview_address(host: str, scheme: str, key: str) -> PreviewAddress:
    """Where the previews of `key` live, seen from a studio at `scheme`://`host`.

    A name of its own per project gives each its own process in Chromium and Firefox; the other
    loopback name does as well. A plain LAN address has neither. With the key `*` the origins
    are wildcards as Content-Security-Policy writes them.
    """
    if settings.PREVIEW_HOST:
        name = settings.PREVIEW_HOST.replace("{key}", key)
        return PreviewAddress(f"{scheme}://{name}/", None, True)
    name, port = split_host(host) or ("localhost", "")
    if name in ("localhost", "127.0.0.1", "[::1]"):
        other = "127.0.0.1" if name == "localhost" else "localhost"
        return PreviewAddress(
            f"{scheme}://{key}.localhost{port}/", f"{scheme}://{other}{port}/preview/{key}/", True
        )
    return PreviewAddress(f"{scheme}://{host}/preview/{key}/", None, False)


def studio_origin_ok(headers: Iterable[tuple[bytes, bytes]], scheme: str) -> bool:
    """Whether a websocket's Origin is exactly the studio page it came to.

    `headers` as ASGI gives them; `scheme` is the connection's: ws, wss, http or https. False for
    another port or scheme, for previews (their Origin is `null`), and for no Origin at all.
    """
    pairs = [(name.lower(), value.decode("latin-1")) for name, value in headers]
    hosts = [value for name, value in pairs if name == b"host"]
    origins = [value for name, value in pairs if name == b"origin"]
    if len(hosts) != 1 or len(origins) != 1 or not is_studio_host(hosts[0]):
        return False
    secure = scheme in ("wss", "https") or _secure_by_proxy(pairs)
    return origins[0] == f"{'https' if secure else 'http'}://{hosts[0].lower()}"


class HostMiddleware:
    """The first middleware: refuses unknown hosts, serves previews itself, fences the studio."""

    sync_capable = True
    async_capable = True

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response
        self._asynchronous = iscoroutinefunction(get_response)
        if self._asynchronous:
            markcoroutinefunction(self)

    def __call__(self, request: HttpRequest) -> HttpResponseBase | Awaitable[HttpResponseBase]:
        if self._asynchronous:
            return self._respond(request)
        host = _host(request)
        decided = _decide(request, host)
        if isinstance(decided, HttpResponse):
            return decided
        if decided is not None:
            return async_to_sync(_serve_preview)(request, host, decided)
        return _fence_studio(request, host, cast(HttpResponseBase, self.get_response(request)))

    async def _respond(self, request: HttpRequest) -> HttpResponseBase:
        host = _host(request)
        decided = _decide(request, host)
        if isinstance(decided, HttpResponse):
            return decided
        if decided is not None:
            return await _serve_preview(request, host, decided)
        response = await cast(Awaitable[HttpResponseBase], self.get_response(request))
        return _fence_studio(request, host, response)


def _host(request: HttpRequest) -> str:
    try:
        return request.get_host().lower()
    except DisallowedHost:
        return ""


def _decide(request: HttpRequest, host: str) -> _Target | HttpResponse | None:
    """The preview that is asked for, or the answer, or None for the studio."""
    key = _preview_key(host)
    if key:
        return _Target(key, request.path_info, f"{request.scheme}://{host}", True)
    if not is_studio_host(host):
        text = _REFUSED.format(host=host[:200], port=settings.PORT)
        return HttpResponse(text, status=400, content_type="text/plain; charset=utf-8")
    name, port = split_host(host) or ("", "")
    if name == "[::1]" and request.method in ("GET", "HEAD"):
        # Content-Security-Policy cannot name an IPv6 address, so no preview could be framed.
        return HttpResponseRedirect(f"{request.scheme}://localhost{port}{request.get_full_path()}")
    if match := _PREVIEW_PATH.fullmatch(request.path_info):
        own = f"{request.scheme}://{host}/preview/{match[1]}/"
        return _Target(match[1], "/" + match[2], own, _loopback(name))
    return None


def _preview_key(host: str) -> str | None:
    name = (split_host(host) or ("", ""))[0]
    if match := _LOCAL_PREVIEW.fullmatch(name):
        return match[1]
    if settings.PREVIEW_HOST:
        pattern = re.escape(settings.PREVIEW_HOST.split(":")[0].lower())
        match = re.fullmatch(pattern.replace(r"\{key\}", f"({_KEY})"), name)
        return match[1] if match else None
    return None


async def _serve_preview(request: HttpRequest, host: str, target: _Target) -> HttpResponseBase:
    """Call the preview's view directly: no session, no cookie, no page of the studio."""
    if request.method not in ("GET", "HEAD"):
        response: HttpResponseBase = HttpResponse(status=405, headers={"Allow": "GET, HEAD"})
    else:
        request.preview_isolated = target.isolated  # type: ignore[attr-defined]
        request.preview_own = target.own.rstrip("/")  # type: ignore[attr-defined]
        try:
            match = resolve(target.path, PREVIEW_URLS)
            response = await match.func(request, key=target.key, **match.kwargs)
        except Resolver404:
            response = HttpResponse(status=404)
    ancestors = _studio_origins(request.scheme or "http", host)
    response["Content-Security-Policy"] = preview_policy(
        target.own, settings.PREVIEW_ASSET_HOSTS, ancestors
    )
    response["Permissions-Policy"] = PERMISSIONS_POLICY
    response["Referrer-Policy"] = "no-referrer"
    response["X-Content-Type-Options"] = "nosniff"
    response.setdefault("Cache-Control", "no-store")  # the shelf's files never change
    response["X-Robots-Tag"] = "noindex"
    response.cookies.clear()
    return response


def _studio_origins(scheme: str, host: str) -> list[str]:
    """Every origin a studio may frame the preview at `host` from."""
    _, port = split_host(host) or ("", "")
    hosts = [f"localhost{port}", f"127.0.0.1{port}"]
    hosts += [extra if ":" in extra else extra + port for extra in settings.EXTRA_HOSTS]
    if _preview_key(host) is None and host not in hosts:
        hosts.append(host)
    return [f"{scheme}://{studio}" for studio in hosts]


def _fence_studio(request: HttpRequest, host: str, response: HttpResponseBase) -> HttpResponseBase:
    scheme = request.scheme or "http"
    address = preview_address(host, scheme, "*")
    frames = [_origin(url) for url in (address.url, address.fallback) if url]
    socket_scheme = "wss" if scheme == "https" else "ws"
    response["Content-Security-Policy"] = studio_policy(f"{socket_scheme}://{host}", frames)
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _origin(url: str) -> str:
    return "/".join(url.split("/")[:3])


def _ip(name: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(name.strip("[]"))
    except ValueError:
        return None


def _loopback(name: str) -> bool:
    address = _ip(name)
    return name == "localhost" if address is None else address.is_loopback


def _secure_by_proxy(pairs: list[tuple[bytes, str]]) -> bool:
    """Whether a proxy that Django's own setting trusts says that the browser used TLS."""
    if settings.SECURE_PROXY_SSL_HEADER is None:
        return False
    header, secure = settings.SECURE_PROXY_SSL_HEADER
    wanted = header.removeprefix("HTTP_").replace("_", "-").lower().encode()
    return [value for name, value in pairs if name == wanted] == [secure]


@cache
def _own_names() -> frozenset[str]:
    name = socket.gethostname().lower()
    return frozenset({name, f"{name}.local"} - {""})
