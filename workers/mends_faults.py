"""Mends by what was reported when the page ran: messages as Chromium words them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from workers.judge import Mended
from workers.mends_library import (
    ADDONS,
    LIBRARIES,
    THREE_MODULE,
    load,
    mend_library_order,
    name_of,
)
from workers.mends_page import asked_ids, later
from workers.mends_scope import mend_constants, mend_early_call, mend_redeclared
from workers.mends_script import functions, mend_module, wake_sound
from workers.mends_source import (
    Edit,
    FaultStep,
    Files,
    Script,
    Tag,
    declared,
    local,
    page_of,
    scripts_of,
    tags,
    unchanged,
    walk,
    with_edits,
    words,
)
from workers.report import ExecutionReport, Fault

_UNDEFINED = re.compile(r"\b([\w$]+) is not defined")
_NO_FUNCTION = re.compile(r"(?:^|[\s:(])([\w$.]+) is not a function")
_NO_CONSTRUCTOR = re.compile(r"\bTHREE\.(\w+) is not a constructor")
_EARLY = re.compile(r"Cannot access '([\w$]+)' before initialization")
_NULL = re.compile(r"Cannot (?:read|set) properties of null \((?:reading|setting) '(\w+)'\)")
_UNAVAILABLE = re.compile(r"^(\S+) is not available")
_METHODS = """
    getElementById getElementsByClassName getElementsByTagName querySelector querySelectorAll
    addEventListener removeEventListener appendChild removeChild createElement setAttribute
    getAttribute getContext clearRect fillRect strokeRect beginPath closePath moveTo lineTo fillText
    requestAnimationFrame cancelAnimationFrame setInterval setTimeout clearInterval clearTimeout
    preventDefault toFixed toString toUpperCase toLowerCase parseInt parseFloat"""
_DOM = {name.lower(): name for name in _METHODS.split()} | {"getelementsbyid": "getElementById"}
# Names of functions that were given up, or that weak models think there are.
_RENAMED = {
    "Matter.Run": "Matter.Runner.run",
    "Matter.run": "Matter.Runner.run",
    "Matter.Engine.run": "Matter.Runner.run",
    "Engine.run": "Matter.Runner.run",
    "Matter.World.addBody": "Matter.World.add",
    "Matter.World.addBodies": "Matter.World.add",
}
_SHAPES = {"CubeGeometry": "BoxGeometry", "CapsuleGeometry": "CylinderGeometry"}


def _told(report: ExecutionReport, pattern: re.Pattern[str]) -> Iterator[tuple[str, Fault]]:
    for fault in report.faults:
        if match := pattern.search(fault.message):
            yield match[1], fault


def _at(files: Files, fault: Fault) -> list[Script]:
    """The script that holds a fault's line; every script of its file, or of all, if unknown."""
    scripts = [s for s in scripts_of(files) if s.path == fault.file] or scripts_of(files)
    return [s for s in scripts if _rows(files, s)[0] <= fault.line <= _rows(files, s)[1]] or scripts


def _rows(files: Files, script: Script) -> tuple[int, int]:
    first = files[script.path].encode()[: script.start].count(b"\n") + 1
    return first, first + script.code.count("\n")


def mend_reported_constant(files: Files, report: ExecutionReport) -> Mended:
    """“Assignment to constant variable.”: the constant becomes a variable."""
    told = any("Assignment to constant variable" in fault.message for fault in report.faults)
    return mend_constants(files) if told else unchanged(files)


def mend_reported_twice(files: Files, report: ExecutionReport) -> Mended:
    """“Identifier 'x' has already been declared”: the second declaration becomes an assignment."""
    told = any("has already been declared" in fault.message for fault in report.faults)
    return mend_redeclared(files) if told else unchanged(files)


def mend_reported_module(files: Files, report: ExecutionReport) -> Mended:
    """“Cannot use import statement outside a module”: the script is loaded as a module."""
    told = any(
        "outside a module" in f.message or "token 'export'" in f.message for f in report.faults
    )
    return mend_module(files) if told else unchanged(files)


def mend_reported_library(files: Files, report: ExecutionReport) -> Mended:
    """“X is not defined” of a known library, and a library's address that answers nothing."""
    undefined = [name for name, _ in _told(report, _UNDEFINED) if name in LIBRARIES]
    own = {name for script in scripts_of(files) for name in declared(script.root)}
    undefined = [name for name in dict.fromkeys(undefined) if name not in own]
    dead = {address for address, _ in _told(report, _UNAVAILABLE)}
    page = page_of(files)
    edits, there = [], set()
    for tag in tags(files[page]) if page else ():
        address = tag.get("src")
        name = name_of(address) if tag.name == "script" and address else ""
        if name and (address in dead or name in undefined):
            there.add(name)
            right = LIBRARIES[name].address
            if address != right:
                place = tag.attributes["src"]
                edits.append(Edit(place.start, place.end, f'src="{right}"'))
    if edits:
        return with_edits(
            files, {page: edits}, [f"Loaded {', '.join(sorted(there))} from where it is."]
        )
    ordered = mend_library_order(files) if there else unchanged(files)
    if ordered.notes:
        return ordered
    return load(files, [name for name in undefined if name not in there])


def mend_reported_addon(files: Files, report: ExecutionReport) -> Mended:
    """“THREE.OrbitControls is not a constructor”: loaded, or imported where three is; other names
    that this release does not have, by those it has."""
    edits: dict[str, list[Edit]] = {}
    missing = []
    for name, fault in _told(report, _NO_CONSTRUCTOR):
        shape = _SHAPES.get(name) or (
            name.replace("Buffer", "") if "BufferGeometry" in name[1:] else ""
        )
        for script in _at(files, fault):
            found = [n for n in walk(script.root) if words(n) == f"THREE.{name}"]
            if not found:
                continue
            if name in ADDONS and not script.module:
                missing.append(name)
                continue
            new = (shape and f"THREE.{shape}") or (name if name in ADDONS else "")
            changes = [
                script.edit(node, new) for node in found if new and node.type == "member_expression"
            ]
            if changes and name in ADDONS:
                changes.append(Edit(script.start, script.start, f"\n{_import(name, script)}"))
            edits.setdefault(script.path, []).extend(changes)
    if missing:
        return load(files, (), missing)
    return with_edits(files, edits, ["Replaced parts of three.js that this release does not have."])


def _import(name: str, script: Script) -> str:
    source = THREE_MODULE
    for node in script.root.children:
        address = (
            words(node.child_by_field_name("source"))[1:-1]
            if node.type == "import_statement"
            else ""
        )
        if "three" in address and "/build/" in address:
            source = address
        elif address == "three":
            return f"import {{ {name} }} from 'three/addons/{ADDONS[name]}{name}.js';\n"
    folder = source.split("/build/")[0]
    return f"import {{ {name} }} from '{folder}/examples/jsm/{ADDONS[name]}{name}.js';\n"


def mend_reported_name(files: Files, report: ExecutionReport) -> Mended:
    """“x is not a function”, “x is not defined”, where that name is there in other letters."""
    edits: dict[str, list[Edit]] = {}
    notes = []
    for pattern in (_NO_FUNCTION, _UNDEFINED):
        for name, fault in _told(report, pattern):
            for script in _at(files, fault):
                right = _right_name(name, script, files, pattern is _NO_FUNCTION)
                if not right or right == name:
                    continue
                last = name.rsplit(".", 1)[-1]
                changes = [
                    script.edit(node, right if words(node) == name else right.rsplit(".", 1)[-1])
                    for node in walk(script.root)
                    if (words(node) == name and node.type in ("member_expression", "identifier"))
                    or (
                        (name in _RENAMED) is False
                        and "." in name
                        and node.type == "property_identifier"
                        and words(node) == last
                        and words(node.parent) == name
                    )
                ]
                edits.setdefault(script.path, []).extend(changes[:40])
                notes.append(f"{name} is called {right}.")
    return with_edits(files, edits, list(dict.fromkeys(notes)))


def _right_name(name: str, script: Script, files: Files, function: bool) -> str:
    """What a name must be, "" when nobody knows."""
    if name in _RENAMED and function:
        return _RENAMED[name]
    owner, _, last = name.rpartition(".")
    known = _DOM.get(last.lower(), "")
    if known and known != last:
        return f"{owner}.{known}" if owner else known
    if owner:
        return ""
    names = {other for other, _ in functions(script.root)}
    if not function:
        names = {other for s in scripts_of(files) for other in declared(s.root)}
    alike = [other for other in names if other != name and _plain(other) == _plain(name)]
    return alike[0] if len(alike) == 1 and name not in declared(script.root) else ""


def _plain(name: str) -> str:
    return name.lower().replace("_", "")


def mend_misspelled(files: Files) -> Mended:
    """A method of the browser in other letters: `document.getElementByID`."""
    own = {name for script in scripts_of(files) for name in _own_properties(script.root)}
    edits: dict[str, list[Edit]] = {}
    names = []
    for script in scripts_of(files):
        for node in walk(script.root):
            callee = (
                node.child_by_field_name("function") if node.type == "call_expression" else None
            )
            last = callee.child_by_field_name("property") if callee is not None else None
            right = _DOM.get(words(last).lower(), "") if last is not None else ""
            if last is not None and right and right != words(last) and words(last) not in own:
                edits.setdefault(script.path, []).append(script.edit(last, right))
                names.append(f"{words(last)} is called {right}.")
    return with_edits(files, edits, list(dict.fromkeys(names)))


def _own_properties(root: Node) -> set[str]:
    """The names of methods and properties that a script makes itself."""
    found = set()
    for node in walk(root):
        if node.type in ("method_definition", "field_definition", "pair"):
            key = "name" if node.type == "method_definition" else "key"
            found.add(words(node.child_by_field_name(key) or node.child_by_field_name("property")))
        elif node.type == "assignment_expression":
            left = node.child_by_field_name("left")
            found.add(words(left.child_by_field_name("property")) if left is not None else "")
    return found


def mend_reported_early(files: Files, report: ExecutionReport) -> Mended:
    """“Cannot access 'x' before initialization”: declared first, or used later."""
    edits: dict[str, list[Edit]] = {}
    for name, fault in _told(report, _EARLY):
        for script in _at(files, fault)[:1]:
            if script.path not in edits and (found := mend_early_call(script, name)):
                edits[script.path] = found
    return with_edits(files, edits, ["Declared what a script uses before it is used."])


def mend_reported_null(files: Files, report: ExecutionReport) -> Mended:
    """“Cannot read properties of null” of an element that stands behind the script: the script
    runs when the element is there."""
    page = page_of(files)
    edits: list[Edit] = []
    for _, fault in _told(report, _NULL):
        for script in _at(files, fault)[:1]:
            tag = script.tag or _tag_of(script.path, files, page)
            if tag is None or script.module or "defer" in tag.attributes or not page:
                continue
            ids = {name for _, name in asked_ids(script.root)}
            behind = [t for t in tags(files[page]) if t.start > tag.start and t.get("id") in ids]
            if behind and not edits:
                edits = later(files[page], tag)
    return with_edits(
        files,
        {page: edits} if edits else {},
        ["Moved a script behind the elements that it looks for."],
    )


def _tag_of(path: str, files: Files, page: str) -> Tag | None:
    found = tags(files[page]) if page else ()
    return next(
        (t for t in found if t.name == "script" and local(t.get("src"), page) == path), None
    )


def mend_reported_sound(files: Files, report: ExecutionReport) -> Mended:
    """Sound before a gesture: `x.play()` that is refused is no error, and an AudioContext that
    waits is resumed by the first click or key."""
    told = [f for f in report.faults if f.kind == "audio" or "play()" in f.message]
    if not told:
        return unchanged(files)
    edits: dict[str, list[Edit]] = {}
    for script in scripts_of(files):
        for node in walk(script.root):
            if node.type == "expression_statement" and _is_play(node.named_children[:1]):
                call = node.named_children[0]
                edits.setdefault(script.path, []).append(script.edit(call, _patient(call)))
    mended = with_edits(files, edits, ["Sound that a browser refuses to play is no error."])
    if not any("AudioContext" in fault.message for fault in told):
        return mended
    awake = wake_sound(mended.files)
    return Mended(awake.files, [*mended.notes, *awake.notes])


def _patient(call: Node) -> str:
    """A call of play that, when it is refused, waits for the first click."""
    again = "() => {}"
    callee = call.child_by_field_name("function")
    if callee is not None and "(" not in words(callee):
        again = f'() => addEventListener("pointerdown", () => {words(call)}, {{ once: true }})'
    return f"{words(call)}?.catch?.({again})"


def _is_play(nodes: list[Node]) -> bool:
    callee = (
        nodes[0].child_by_field_name("function")
        if nodes and nodes[0].type == "call_expression"
        else None
    )
    if callee is None or callee.type != "member_expression":
        return False
    empty = words(nodes[0].child_by_field_name("arguments")) == "()"
    return empty and words(callee.child_by_field_name("property")) == "play"


AFTER: tuple[FaultStep, ...] = (
    mend_reported_module,
    mend_reported_twice,
    mend_reported_library,
    mend_reported_addon,
    mend_reported_constant,
    mend_reported_null,
    mend_reported_early,
    mend_reported_name,
    mend_reported_sound,
)
