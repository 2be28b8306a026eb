"""A project's files: names that climb out, names that break systems, sizes."""

from __future__ import annotations

from pathlib import Path

import pytest

from workers.files import (
    MAX_DEPTH,
    MAX_FILE_BYTES,
    MAX_FILES,
    MAX_PATH,
    MAX_TREE_BYTES,
    FileError,
    FileTree,
    check_path,
    find_entry,
)


@pytest.mark.parametrize(
    "path", ["index.html", "src/app.js", "图片/茶.svg", "a b.txt", ".hidden", "a" * MAX_PATH, ".a"]
)
def test_an_ordinary_name_is_kept_as_it_is(path: str) -> None:
    assert check_path(path) == path


@pytest.mark.parametrize(
    "path",
    ["../x", "a/../../x", "..", ".", "./x", "a/./x", "/etc/passwd", "//host/x", "a//b", "a/", ""],
)
def test_a_name_that_leaves_the_project_is_refused(path: str) -> None:
    with pytest.raises(FileError):
        check_path(path)


@pytest.mark.parametrize(
    "path",
    [
        "..\\x",
        "a\\..\\x",
        "C:\\x",
        "C:x",
        "a\x00.html",
        "a\n.html",
        "a\x7f",
        "a*",
        "a?",
        'a"',
        "<a>",
        "a|b",
    ],
)
def test_a_name_with_characters_of_another_meaning_is_refused(path: str) -> None:
    with pytest.raises(FileError, match="not allowed"):
        check_path(path)


@pytest.mark.parametrize(
    "path",
    ["CON", "con.html", "a/NUL", "com1.txt", "LPT9", "aux.tar.gz", "a.", "a /b", " a", "a/b "],
)
def test_a_name_that_some_system_cannot_hold_is_refused(path: str) -> None:
    with pytest.raises(FileError, match="every system"):
        check_path(path)


@pytest.mark.parametrize("path", ["console.html", "common.css", "auxiliary", "null.js", "com10"])
def test_a_name_that_only_begins_like_a_reserved_one_is_fine(path: str) -> None:
    assert check_path(path) == path


def test_depth_and_length_have_a_limit_that_itself_is_allowed() -> None:
    check_path("/".join("a" * MAX_DEPTH))
    with pytest.raises(FileError, match=f"{MAX_DEPTH} folders"):
        check_path("/".join("a" * (MAX_DEPTH + 1)))
    with pytest.raises(FileError, match=f"{MAX_PATH} characters"):
        check_path("a" * (MAX_PATH + 1))


def test_a_refusal_names_the_path_in_plain_words() -> None:
    with pytest.raises(FileError, match=r"'\.\./x' must stay inside the project"):
        FileTree({"../x": ""})


def test_sizes_count_bytes_and_the_limit_itself_is_allowed() -> None:
    FileTree({"a.txt": "茶" * (MAX_FILE_BYTES // 3)})
    with pytest.raises(FileError, match=r"a\.txt is larger"):
        FileTree({"a.txt": "茶" * (MAX_FILE_BYTES // 3 + 1)})
    full = {
        f"{number}.txt": "x" * MAX_FILE_BYTES for number in range(MAX_TREE_BYTES // MAX_FILE_BYTES)
    }
    FileTree(full)
    with pytest.raises(FileError, match="4 MiB"):
        FileTree({**full, "one.txt": "x"})


def test_the_number_of_files_has_a_limit() -> None:
    FileTree({f"{number}.txt": "" for number in range(MAX_FILES)})
    with pytest.raises(FileError, match=f"{MAX_FILES} files"):
        FileTree({f"{number}.txt": "" for number in range(MAX_FILES + 1)})


def test_a_name_cannot_be_a_file_and_a_folder_at_once() -> None:
    with pytest.raises(FileError, match="a file and a folder"):
        FileTree({"a": "", "a/b.txt": ""})


def test_a_lone_surrogate_is_measured_and_written_without_an_error(tmp_path: Path) -> None:
    [written] = FileTree({"a.txt": "a\ud800"}).write_to(tmp_path)
    assert written.read_text(encoding="utf-8") == "a?"


def test_files_are_written_below_the_folder_as_they_are(tmp_path: Path) -> None:
    files = {"index.html": "<p>茶\n", "src/deep/app.js": "let tea\r\n"}
    written = FileTree(files).write_to(tmp_path / "new")
    assert {p.relative_to(tmp_path / "new").as_posix() for p in written} == files.keys()
    for path, text in files.items():
        assert (tmp_path / "new" / path).read_bytes() == text.encode()


def test_changed_files_make_a_new_tree_and_leave_the_old_one() -> None:
    old = FileTree({"a.txt": "1", "b.txt": "2"})
    assert old.with_files({"b.txt": "3"}).as_dict() == {"a.txt": "1", "b.txt": "3"}
    assert old.as_dict() == {"a.txt": "1", "b.txt": "2"}


@pytest.mark.parametrize(
    ("paths", "entry"),
    [
        ({"z.html", "index.html", "a.html"}, "index.html"),
        ({"z.html", "b/A.HTM", "style.css"}, "b/A.HTM"),
        ({"style.css"}, None),
        (set(), None),
    ],
)
def test_the_page_that_opens_first(paths: set[str], entry: str | None) -> None:
    assert find_entry(paths) == entry
