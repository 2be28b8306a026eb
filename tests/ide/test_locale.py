"""Every word of the studio in both languages: Django's catalogue and the problems' translations."""

from __future__ import annotations

import ast
import gettext
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.template import engines
from django.templatetags.i18n import BlockTranslateNode, TranslateNode
from django.test import Client
from django.utils.translation import override

from ide.models import User

ROOT = Path(__file__).resolve().parents[2]
CATALOGUE = ROOT / "locale" / "zh_Hans" / "LC_MESSAGES" / "django.po"
RENEW = "Run: manage.py makemessages -l zh_Hans --no-wrap --add-location file -i 'frontend/*' -i 'shelf/*'"
COMPILE = "Run: manage.py compilemessages -l zh_Hans"
GETTEXT = {"_", "gettext", "gettext_lazy"}
# Codes that no page of the studio shows: these are for the terminal.
TERMINAL_ONLY = re.compile(r"fetch_")
PLACEHOLDER = re.compile(r"%\((\w+)\)s")


def read_po(path: Path) -> dict[str, str]:
    """msgid -> translation (its only plural form, in Chinese). Fails on fuzzy entries."""
    found: dict[str, dict[str, str]] = {}
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        assert not re.search("^#,.*fuzzy", block, re.MULTILINE), f"A fuzzy translation:\n{block}"
        entry: dict[str, str] = {}
        key = ""
        for word, text in re.findall(r'^(\S*) ?(".*")$', block, re.MULTILINE):
            key = word or key
            entry[key] = entry.get(key, "") + ast.literal_eval(text)
        if entry.get("msgid"):
            found[entry["msgid"]] = entry
    return {key: entry.get("msgstr", entry.get("msgstr[0]", "")) for key, entry in found.items()}


def in_templates() -> Iterator[str]:
    """What the templates translate, as Django's own parser reads it."""
    engine = engines["django"].engine  # type: ignore[attr-defined]
    for path in sorted((ROOT / "templates").glob("*.html")):
        nodes = engine.get_template(path.name).nodelist
        for node in nodes.get_nodes_by_type(TranslateNode):
            yield node.filter_expression.var.literal
        for node in nodes.get_nodes_by_type(BlockTranslateNode):
            yield node.render_token_list(node.singular)[0].strip()


def calls(folder: str) -> Iterator[tuple[str, ast.Call]]:
    """Every call in the Python files of a folder, with the name of what is called."""
    for path in sorted((ROOT / folder).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                yield ast.unparse(node.func).split(".")[-1], node


def in_python() -> Iterator[str]:
    """What the web side's Python translates."""
    for name, call in calls("ide"):
        if name in GETTEXT and isinstance(call.args[0], ast.Constant):
            yield str(call.args[0].value)


def problem_codes() -> set[str]:
    """Every `Problem.code` that the sources write out."""
    found: set[str] = set()
    for folder in ("ide", "workers"):
        for name, call in calls(folder):
            first = call.args[0] if call.args else None
            named = next((word.value for word in call.keywords if word.arg == "code"), None)
            given = named if name == "Problem" else first
            if name in ("Problem", "Refusal", "BackendError") and isinstance(given, ast.Constant):
                found.add(str(given.value))
    return {code for code in found if not TERMINAL_ONLY.match(code)}


def test_the_extraction_finds_what_is_there() -> None:
    assert {"What shall we make?", "%(count)s revision"} <= set(in_templates())
    assert "There is no such page" in set(in_python())
    assert {"prompt-empty", "unreachable", "worker-lost", "bad-request"} <= problem_codes()


def test_every_text_of_templates_and_views_is_in_the_catalogue() -> None:
    wanted, present = {*in_templates(), *in_python()}, set(read_po(CATALOGUE))
    assert wanted - present == set(), f"Not in the catalogue. {RENEW}"
    assert present - wanted == set(), f"No longer used. {RENEW}"


def test_every_text_is_translated_with_its_placeholders() -> None:
    for english, chinese in read_po(CATALOGUE).items():
        assert re.search(r"[\u4e00-\u9fff]", chinese), f"Not translated: {english}"
        assert set(PLACEHOLDER.findall(english)) == set(PLACEHOLDER.findall(chinese)), english


def test_the_compiled_catalogue_is_fresh() -> None:
    with CATALOGUE.with_suffix(".mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    for english, chinese in read_po(CATALOGUE).items():
        found = compiled.gettext(english), compiled.ngettext(english, "", 1)
        assert chinese in found, f"The .mo file is stale: {english!r}. {COMPILE}"


def test_every_problem_has_a_chinese_text() -> None:
    source = (ROOT / "frontend" / "src" / "problems.ts").read_text(encoding="utf-8")
    translated = set(re.findall(r"^  '?([\w-]+)'?:", source, re.MULTILINE))
    assert problem_codes() - translated == set()


@pytest.mark.parametrize(
    ("accept", "words"), [("zh-CN,zh;q=0.9", "想做点什么？"), ("fr", "What shall we make?")]
)
def test_the_browser_chooses_the_language(
    client: Client, db: None, broker_url: str, accept: str, words: str
) -> None:
    page = client.get("/", HTTP_HOST="localhost", HTTP_ACCEPT_LANGUAGE=accept).content.decode()
    assert words in page


def test_a_missing_project_is_explained_in_the_readers_language(
    client: Client, alice: User
) -> None:
    with override("zh-hans"):
        client.force_login(alice)
    address = "/p/00000000-0000-4000-8000-000000000000/"
    answer = client.get(address, HTTP_HOST="localhost", HTTP_ACCEPT_LANGUAGE="zh-CN")
    assert answer.status_code == 404
    assert "没有这个项目" in answer.content.decode()
