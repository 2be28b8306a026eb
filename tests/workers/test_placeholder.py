"""Stand-in pictures: sizes, texts, and that the same address gives the same picture."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from workers.placeholder import draw_placeholder, placeholder_path


@pytest.mark.parametrize(
    ("address", "size", "words"),
    [
        ("https://picsum.photos/200/300", (200, 300), ""),
        ("https://picsum.photos/250", (250, 250), ""),
        ("https://picsum.photos/id/237/640/480?grayscale&blur=2", (640, 480), ""),
        ("https://picsum.photos/seed/42/320/200.jpg", (320, 200), ""),
        ("https://placehold.co/600x400", (600, 400), ""),
        ("https://placehold.co/600x400/000/fff?text=Hello+World", (600, 400), "Hello World"),
        ("https://via.placeholder.com/150/0000FF/808080?text=Hi", (150, 150), "Hi"),
        ("https://via.placeholder.com/400x300.png", (400, 300), ""),
        ("https://dummyimage.com/640x360/ccc/000.png&text=x", (640, 360), ""),
        ("https://fakeimg.pl/350x200/?text=%E4%BD%A0%E5%A5%BD", (350, 200), "你好"),
        ("https://loremflickr.com/320/240/dog", (320, 240), ""),
        ("https://placekitten.com/408/287", (408, 287), ""),
        ("https://source.unsplash.com/1600x900/?nature,water", (1600, 900), ""),
        ("https://images.unsplash.com/photo-1501854140801-50d016?w=900&q=80", (900, 600), ""),
        ("https://images.unsplash.com/photo-15018?w=400&h=300", (400, 300), ""),
        ("https://randomuser.me/api/portraits/women/44.jpg", (128, 128), ""),
        ("https://i.pravatar.cc/150?img=3", (150, 150), ""),
        ("https://api.dicebear.com/7.x/avataaars/svg?seed=Felix", (200, 200), ""),
        ("https://ui-avatars.com/api/?name=Ada+Lovelace&size=64", (64, 64), "AL"),
        ("https://images.pexels.com/photos/414612/pexels-photo-414612.jpeg?w=1260&h=750", (1260, 750), ""),
    ],
)  # fmt: skip
def test_a_picture_has_the_size_and_the_text_that_the_address_asks_for(
    address: str, size: tuple[int, int], words: str
) -> None:
    path = placeholder_path(address)
    assert path and path == placeholder_path(address)
    picture = draw_placeholder(path)
    assert picture and picture == draw_placeholder(path)
    root = ET.fromstring(picture)
    assert (int(root.attrib["width"]), int(root.attrib["height"])) == size
    assert "".join(root.itertext()) == words


def test_other_addresses_give_other_pictures() -> None:
    paths = {placeholder_path(f"https://picsum.photos/200/300?random={n}") for n in range(20)}
    assert len({draw_placeholder(path or "") for path in paths}) == 20


def test_colours_are_those_of_the_address() -> None:
    path = placeholder_path("https://placehold.co/60x40/1a2b3c/orange?text=A")
    picture = draw_placeholder(path or "") or ""
    assert 'fill="#1a2b3c"' in picture and 'fill="#ea580c"' in picture


@pytest.mark.parametrize(
    "address",
    ["https://example.com/200/300", "https://picsum.photos", "https://unsplash.com/a.js", "x"],
)
def test_what_is_no_picture_is_left_alone(address: str) -> None:
    assert placeholder_path(address) is None


def test_a_path_that_was_not_made_here_draws_nothing() -> None:
    for path in (
        "placeholder/1x1.svg",
        "placeholder/../a.svg",
        "x",
        "placeholder/1x1-cat-00000000.svg",
    ):
        assert draw_placeholder(path) is None
