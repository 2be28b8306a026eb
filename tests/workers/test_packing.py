"""Large projects in a window."""

from __future__ import annotations

from workers.packing import Packed, pack, tokens_of

SMALL = {"style.css": "b{}", "index.html": "<p>Tea</p>", "a.js": "let a"}
# About 200,000 tokens in 150 files.
LARGE = {
    "index.html": '<h1 id="top">Shop</h1>\n' * 40,
    **{
        f"src/part{number:03}.js": f"function part{number:03}() {{\n  return {number};\n}}\n"
        + f"const table{number} = [{', '.join(str(n) for n in range(900))}];\n"
        for number in range(150)
    },
    "src/cart.js": "function addToCart(product) {\n  basket.push(product);\n}\n" * 20,
}


def test_what_fits_is_shown_whole_with_the_entry_page_first() -> None:
    assert pack(SMALL, "red", 1_000) == Packed(("index.html", "a.js", "style.css"), "")


def test_a_project_of_200_000_tokens_is_packed_by_what_the_wish_is_about() -> None:
    assert sum(map(tokens_of, LARGE.values())) > 190_000
    packed = pack(LARGE, "the basket should count each product", 8_000)
    assert packed.shown[0] == "index.html" and "src/cart.js" in packed.shown
    told = sum(tokens_of(LARGE[path]) for path in packed.shown) + tokens_of(packed.others)
    assert told <= 8_000
    assert "src/part000.js (" in packed.others and "part000" in packed.others
    assert "more files" in packed.others


def test_a_file_that_is_named_comes_first() -> None:
    for wish in ("make @src/part077.js faster", "in part077.js return 1"):
        assert "src/part077.js" in pack(LARGE, wish, 4_000).shown


def test_the_order_is_the_same_for_every_wish() -> None:
    one, other = (pack(LARGE, wish, 20_000).shown for wish in ("part001", "part149"))
    assert list(one) == sorted(one, key=lambda path: (path != "index.html", path))
    assert list(other) == sorted(other, key=lambda path: (path != "index.html", path))


def test_a_file_too_large_for_the_window_is_left_to_the_map() -> None:
    packed = pack({"index.html": "<p>Tea</p>", "big.js": "let x;\n" * 90_000}, "big.js", 2_000)
    assert packed.shown == ("index.html",) and "big.js (630,000 bytes): x" in packed.others
