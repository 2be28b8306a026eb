"""Fetching a checkpoint from a model hub over HTTP, resumed after a break."""

from __future__ import annotations

import ipaddress
import queue
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import httpx

from workers.fetch_partial import FetchError, Meter, PartialFile

FRUITLESS_LIMIT = 4  # attempts in a row that bring nothing new, once something came


@dataclass(frozen=True)
class Patience:
    """How long a source may keep us waiting, seconds."""

    connect: float = 5.0  # for one address
    answer: float = 10.0  # for names, addresses, TLS, redirects and headers together
    silence: float = 30.0  # between two pieces of the file
    pip_silence: float = 120.0  # pip looks things up, and retries, before the first byte


def fetch_from_hub(url: str, patience: Patience, partial: PartialFile, meter: Meter) -> None:
    """Bring the rest of `partial` from `url`.

    Goes on with a Range request after a break; a server without ranges sends the file from its
    start, and what is there already is skipped.
    Raises `FetchError`; at once when the server cannot be reached at all, so that the next
    source is tried soon.
    """
    check_address(url)
    partial.require_space()
    began = reached = partial.length
    fruitless = 0
    timeout = httpx.Timeout(patience.silence, connect=patience.connect)
    hooks: dict[str, list[Callable[..., object]]] = {"request": [_only_https_after(url)]}
    with httpx.Client(timeout=timeout, follow_redirects=True, event_hooks=hooks) as client:
        while partial.length < partial.size:
            reason = "the file ended early"
            try:
                _attempt(client, url, partial, meter, patience)
            except httpx.HTTPError as error:
                reason = str(error) or type(error).__name__
            length = partial.length
            fruitless = 0 if length > reached else fruitless + 1
            reached = max(reached, length)
            if fruitless and (reached == began or fruitless >= FRUITLESS_LIMIT):
                raise FetchError("network", f"the connection failed ({reason}).")
            if length < partial.size:
                time.sleep(min(0.25 * 2**fruitless, 5.0))


def check_address(url: str) -> None:
    """Refuse addresses where someone on the way could read or change what we ask."""
    try:
        parsed = httpx.URL(url)
    except httpx.InvalidURL:
        parsed = httpx.URL("")
    if parsed.scheme == "https" and parsed.host:
        return
    if parsed.scheme == "http" and _is_loopback(parsed.host):
        return
    raise FetchError("url", f"{url} is not an https address; set ATELIER_HUB to one.")


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _only_https_after(first: str) -> Callable[[httpx.Request], None]:
    """A request hook (httpx calls it for every hop): a redirect may only lead to https."""

    def check(request: httpx.Request) -> None:
        if request.url != httpx.URL(first) and request.url.scheme != "https":
            raise FetchError("url", f"it redirects to {request.url}, which is not https.")

    return check


def _attempt(
    client: httpx.Client, url: str, partial: PartialFile, meter: Meter, patience: Patience
) -> None:
    """One request for what is missing; writes what comes. Raises httpx.HTTPError on a break."""
    start = partial.length
    headers = {"Accept-Encoding": "identity"}
    if start:
        headers["Range"] = f"bytes={start}-"
    response = _open(client, client.build_request("GET", url, headers=headers), patience.answer)
    try:
        status = response.status_code
        if status == httpx.codes.REQUESTED_RANGE_NOT_SATISFIABLE:
            partial.cut(0)  # what is there is no beginning of what the server has
        elif status == httpx.codes.PARTIAL_CONTENT and _range_start(response) == start:
            _check_size(response, start, partial.size)
            partial.append(response.iter_raw(), meter.at)
        elif status == httpx.codes.OK:
            _check_size(response, 0, partial.size)
            partial.append(_without_first(start, response.iter_raw()), meter.at)
        else:
            _refuse(response, resumed=start > 0)
    finally:
        response.close()


def _open(client: httpx.Client, request: httpx.Request, seconds: float) -> httpx.Response:
    """Send `request`, and give up after `seconds` whatever it is waiting for.

    httpx's connect timeout counts per address and not at all for the name lookup, so behind a
    firewall that swallows packets they would add up to a minute. The thread is left to its end.
    """
    answers: queue.Queue[httpx.Response | Exception] = queue.Queue(1)

    def send() -> None:
        try:
            answers.put(client.send(request, stream=True))
        except Exception as error:
            answers.put(error)

    threading.Thread(target=send, daemon=True).start()
    try:
        answer = answers.get(timeout=seconds)
    except queue.Empty:
        raise httpx.ConnectTimeout(f"no answer within {seconds:.0f} s") from None
    if isinstance(answer, Exception):
        raise answer
    return answer


def _range_start(response: httpx.Response) -> int:
    """Where a partial answer starts, by its Content-Range (`bytes 5-9/10`); -1 if unsaid."""
    unit, _, span = response.headers.get("Content-Range", "").partition(" ")
    first = span.partition("-")[0]
    return int(first) if unit == "bytes" and first.isdigit() else -1


def _without_first(count: int, chunks: Iterable[bytes]) -> Iterator[bytes]:
    for chunk in chunks:
        if len(chunk) > count:
            yield chunk[count:]
        count = max(0, count - len(chunk))


def _check_size(response: httpx.Response, start: int, size: int) -> None:
    """A login page or another version shows by its length: say so before fetching it all."""
    length = response.headers.get("Content-Length", "")
    if length.isdigit() and start + int(length) != size:
        raise FetchError("size", f"it offers {start + int(length):,} bytes, the file has {size:,}.")


def _refuse(response: httpx.Response, resumed: bool) -> None:
    status = response.status_code
    if resumed and (status == httpx.codes.TOO_MANY_REQUESTS or status >= 500):
        raise httpx.HTTPError(f"it answered {status}")  # may pass: worth another attempt
    raise FetchError("http", f"it answered {status} {response.reason_phrase}.")
