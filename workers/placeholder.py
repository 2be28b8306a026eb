"""Stand-ins for the pictures that pages load from placeholder services: made here, never fetched.

A picture is a pure function of its path, and the path of the address: the same address always
gives the same picture, of the size it asks for. `placeholder/800x600-landscape-1a2b3c4d.svg`;
after the seed may stand `-c<fill>-<ink>` and `-t<text in base64>`.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from urllib.parse import parse_qs, unquote_plus

from workers.placeholder_art import draw
from workers.shelf_addresses import Address, split_address

_PHOTOS = {
    "picsum.photos", "fastly.picsum.photos", "i.picsum.photos", "source.unsplash.com",
    "images.unsplash.com", "unsplash.com", "plus.unsplash.com", "unsplash.it", "loremflickr.com",
    "placeimg.com", "lorempixel.com", "images.pexels.com", "www.pexels.com", "cdn.pixabay.com",
    "placekitten.com", "placedog.net", "place.dog", "placebear.com", "placebeard.it",
    "baconmockup.com", "picsum.dev", "random.imagecdn.app", "source.boringavatars.com",
}  # fmt: skip
_PEOPLE = {
    "randomuser.me", "i.pravatar.cc", "pravatar.cc", "api.dicebear.com", "avatars.dicebear.com",
    "xsgames.co", "ui-avatars.com", "robohash.org", "api.multiavatar.com", "joeschmoe.io",
    "thispersondoesnotexist.com", "avatar.iran.liara.run",
}  # fmt: skip
_LABELS = {
    "placehold.co", "via.placeholder.com", "placeholder.com", "www.placeholder.com",
    "dummyimage.com", "fakeimg.pl", "placehold.it", "placehold.jp", "dummyimg.com",
    "place-hold.it", "satyr.dev", "singlecolorimage.com", "placeholder.co",
    "placeholdit.imgix.net", "placebeyond.com",
}  # fmt: skip
_HEX = re.compile(r"(?:[0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)
_SIZE = re.compile(r"(?<![\w.])(\d{1,4})\s*[x×]\s*(\d{1,4})(?![\d])", re.IGNORECASE)
_NAMED = {
    "white": "ffffff", "black": "000000", "gray": "808080", "grey": "808080", "red": "dc2626",
    "blue": "2563eb", "green": "16a34a", "orange": "ea580c", "purple": "7c3aed", "pink": "db2777",
    "yellow": "facc15", "transparent": "e5e7eb",
}  # fmt: skip
_PATH = re.compile(
    r"placeholder/(?P<w>\d{1,4})x(?P<h>\d{1,4})-(?P<kind>landscape|portrait|label)-(?P<seed>[0-9a-f]{8})"
    r"(?:-c(?P<fill>[0-9a-f]{3,6})-(?P<ink>[0-9a-f]{3,6})?)?(?:-t(?P<text>[\w-]{1,300}=*))?\.svg"
)
_NUMBER = r"(\d{1,4})(?=/|$|\.\w{3,4}$)"
_BIGGEST = 4000  # pixels
_TEXT = 80  # characters


def is_placeholder_host(host: str) -> bool:
    """Whether pages load stand-in pictures from there."""
    return host in _PHOTOS or host in _PEOPLE or host in _LABELS


def placeholder_path(url: str) -> str | None:
    """The path of the picture for an address of a placeholder service; None for any other."""
    address = split_address(url)
    if address is None or not is_placeholder_host(address.host):
        return None
    # Without a path it is the service's own page; with one of these it is no picture.
    if not (address.path or address.query) or address.path.endswith((".js", ".css", ".json")):
        return None
    kind = "landscape" if address.host in _PHOTOS else "portrait"
    kind = "label" if address.host in _LABELS else kind
    width, height = _size_of(address, 200 if kind == "portrait" else 600)
    seed = hashlib.sha256(f"{address.host}/{address.path}?{address.query}".encode()).hexdigest()[:8]
    colours = _colours_of(address) if kind == "label" else ""
    text = _text_of(address)[:_TEXT]
    coded = base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")[:300]
    written = f"-t{coded}" if coded else ""
    return f"placeholder/{width}x{height}-{kind}-{seed}{colours}{written}.svg"


def draw_placeholder(path: str) -> str | None:
    """The picture at a path that `placeholder_path` made, as SVG; None for any other path."""
    match = _PATH.fullmatch(path)
    if match is None:
        return None
    width, height = (min(_BIGGEST, max(1, int(match[name]))) for name in ("w", "h"))
    text = match["text"] or ""
    try:
        words = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)).decode("utf-8", "replace")
    except (ValueError, binascii.Error):
        words = ""
    return draw(
        match["kind"], width, height, int(match["seed"], 16), match["fill"], match["ink"], words
    )


def _size_of(address: Address, fallback: int) -> tuple[int, int]:
    query = parse_qs(address.query)

    def asked(*names: str) -> int | None:
        for name in names:
            for value in query.get(name, []):
                if value.isdigit():
                    return int(value)
        return None

    width, height = asked("w", "width", "size", "s"), asked("h", "height")
    numbers = [int(n) for n in re.findall(rf"(?<![\w.]){_NUMBER}", address.path)]
    if sized := _SIZE.search(address.path):
        numbers = [int(sized[1]), int(sized[2])]
    elif address.path.startswith(("id/", "seed/", "photos/", "api/portraits")):
        after = address.path.partition("/")[2]
        numbers = [int(n) for n in re.findall(rf"/{_NUMBER}", after)]
        numbers = [] if address.path.startswith("api/portraits") else numbers
    if width is None and height is None and numbers:
        width, height = numbers[0], numbers[1] if len(numbers) > 1 else numbers[0]
    if address.host == "randomuser.me":
        width = height = 128
    if width is None:
        width = fallback if height is None else height
    if height is None:
        square = fallback == 200 or not address.host.endswith(("unsplash.com", "pexels.com"))
        height = width if square else round(width * 2 / 3)
    return min(_BIGGEST, max(1, width)), min(_BIGGEST, max(1, height))


def _colours_of(address: Address) -> str:
    parts = [part.lower().removeprefix("#") for part in re.split(r"[/,]", address.path)]
    parts = [re.sub(r"\.\w+$", "", part) for part in parts[1:]]
    found = [_NAMED.get(part, part) for part in parts if part in _NAMED or _HEX.fullmatch(part)]
    # A third of three digits is far more often a size.
    found = [part for part in found if part in _NAMED.values() or _HEX.fullmatch(part)]
    if not found:
        return ""
    ink = found[1] if len(found) > 1 else ""
    return f"-c{found[0]}-{ink}"


def _text_of(address: Address) -> str:
    query = parse_qs(address.query.replace("+", "%20"))
    if address.host == "ui-avatars.com":
        return "".join(word[0] for word in query.get("name", [""])[0].split()[:2]).upper()
    for name in ("text", "txt"):
        if query.get(name):
            return query[name][0].replace("\\n", " ").strip()
    bare = unquote_plus(address.query)
    if address.host == "via.placeholder.com" and bare and "=" not in bare:
        return bare.strip()
    return ""
