"""Mends of what a script does: modules, loops that nobody starts, canvases that nobody shows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from workers.judge import Mended
from workers.mends_source import (
    Edit,
    Files,
    Script,
    Tag,
    at_top,
    local,
    page_of,
    scripts_of,
    tags,
    unchanged,
    walk,
    with_edits,
    words,
)
from workers.syntax import language_of, parse

_CALL = re.compile(r"(?<![\w$.])([A-Za-z_$][\w$]*)\s*\(")
_KEYWORDS = {"if", "for", "while", "switch", "function", "return", "catch"}
RESUME = """<script>
(() => { // browsers keep sound silent until somebody clicks or presses a key
  const contexts = [];
  for (const name of ["AudioContext", "webkitAudioContext"]) {
    const Made = window[name];
    if (Made) window[name] = class extends Made {
      constructor(...options) { super(...options); contexts.push(this); }
    };
  }
  const wake = () => contexts.forEach((made) => made.state !== "closed" && made.resume());
  ["pointerdown", "keydown", "touchend"].forEach((type) => addEventListener(type, wake, true));
})();
</script>
"""


def mend_module(files: Files) -> Mended:
    """`import` or `export` in a script that is not loaded as a module."""
    edits: dict[str, list[Edit]] = {}
    page = page_of(files)
    for script in scripts_of(files):
        if script.module or parse(script.code, "js").has_error:
            continue
        if not any(
            n.type in ("import_statement", "export_statement") for n in script.root.children
        ):
            continue
        found = [script.tag] if script.tag else _tags_of(script.path, files, page)
        for tag in found:
            old = tag.attributes.get("type")
            place = (old.start, old.end) if old else (tag.start + 7, tag.start + 7)
            text = 'type="module"' if old else ' type="module"'
            edits.setdefault(script.path if script.tag else page, []).append(Edit(*place, text))
    return with_edits(files, edits, ["A script that imports is loaded as a module."])


def _tags_of(path: str, files: Files, page: str) -> list[Tag]:
    if not page:
        return []
    return [
        t for t in tags(files[page]) if t.name == "script" and local(t.get("src"), page) == path
    ]


def mend_handlers(files: Files) -> Mended:
    """`onclick="f()"` where f is inside a module or a function, out of reach."""
    wanted = {
        name
        for path, text in files.items()
        if language_of(path) == "html"
        for tag in tags(text)
        for key, attribute in tag.attributes.items()
        if key.startswith("on")
        for name in _CALL.findall(attribute.value)
    } - _KEYWORDS
    scripts = scripts_of(files)
    reachable = {name for s in scripts if not s.module for name in _globals(s.root)}
    edits: dict[str, list[Edit]] = {}
    for script in scripts:
        whole = script.code
        for name, node in functions(script.root):
            if (
                name in wanted - reachable
                and f"window.{name}" not in whole
                and _once(name, script.root)
            ):
                edits.setdefault(script.path, []).append(
                    script.after(node, f"\nwindow.{name} = {name};")
                )
    return with_edits(files, edits, ["Functions that buttons call can be reached by them."])


def _once(name: str, root: Node) -> bool:
    return sum(other == name for other, _ in functions(root)) == 1


def _globals(root: Node) -> Iterator[str]:
    for child in root.children:
        if child.type in (
            "function_declaration",
            "class_declaration",
            "generator_function_declaration",
        ):
            yield words(child.child_by_field_name("name"))
        elif child.type in ("lexical_declaration", "variable_declaration"):
            yield from (words(c.child_by_field_name("name")) for c in child.named_children)
    for node in walk(root):
        if node.type == "assignment_expression":
            left = node.child_by_field_name("left")
            if left is not None and words(left.child_by_field_name("object")) == "window":
                yield words(left.child_by_field_name("property"))
            elif left is not None and left.type == "identifier":
                yield words(left)


def functions(root: Node) -> Iterator[tuple[str, Node]]:
    """Named functions, declared or held by a variable, with the statement that declares them."""
    for node in walk(root):
        if node.type in ("function_declaration", "generator_function_declaration"):
            yield words(node.child_by_field_name("name")), node
        elif node.type == "variable_declarator":
            value, statement = node.child_by_field_name("value"), node.parent
            kind = value.type if value is not None else ""
            alone = statement is not None and len(statement.named_children) == 1
            if alone and statement and kind in ("arrow_function", "function_expression"):
                yield words(node.child_by_field_name("name")), statement


def mend_unstarted_loop(files: Files) -> Mended:
    """A function that asks for the next frame itself and is never called the first time."""
    edits: dict[str, list[Edit]] = {}
    names = []
    scripts = scripts_of(files)
    texts = [text for path, text in files.items() if language_of(path) == "html"]
    handlers = " ".join(
        a.value
        for t in texts
        for tag in tags(t)
        for k, a in tag.attributes.items()
        if k[:2] == "on"
    )
    for script in scripts:
        if parse(script.code, "js").has_error:
            continue
        for name, node in functions(script.root):
            if not name or not _asks_itself(name, node) or name in handlers:
                continue
            if any(_mentions(name, s.root, node if s is script else None) for s in scripts):
                continue
            names.append(name)
            edits.setdefault(script.path, []).append(_start(script, node, name))
    return with_edits(files, edits, [f"Started {', '.join(names)}, which nothing called."])


def _asks_itself(name: str, node: Node) -> bool:
    for call in walk(node):
        if call.type == "call_expression":
            asked = words(call.child_by_field_name("function")).removeprefix("window.")
            arguments = call.child_by_field_name("arguments")
            if asked == "requestAnimationFrame" and arguments is not None:
                return words(arguments).strip("() ") == name
    return False


def _mentions(name: str, root: Node, but: Node | None) -> bool:
    """Whether a script speaks of a name outside of one node, in code or in a string."""
    for node in walk(root):
        if but is not None and but.start_byte <= node.start_byte and node.end_byte <= but.end_byte:
            continue
        if node.type in ("identifier", "property_identifier", "shorthand_property_identifier"):
            if words(node) == name:
                return True
        elif node.type == "string_fragment" and name in words(node):
            return True
    return False


def _start(script: Script, node: Node, name: str) -> Edit:
    """The first call, at the end of the block or script that holds the function."""
    block = node.parent
    text = f"\nrequestAnimationFrame({name});\n"
    if block is None or block.type == "program":
        end = script.start + len(script.code.rstrip().encode())
        return Edit(end, end, text.rstrip("\n"))
    at = script.start + block.end_byte - 1
    return Edit(at, at, text.lstrip("\n"))


def mend_unshown_canvas(files: Files) -> Mended:
    """A canvas or a renderer's canvas that is made and never put into the page."""
    if any("<canvas" in text for text in files.values()):
        made: tuple[str, ...] = ("THREE.WebGLRenderer",)
    else:
        made = ("THREE.WebGLRenderer", "document.createElement")
    edits: dict[str, list[Edit]] = {}
    whole = "\n".join(files.values())
    for script in scripts_of(files):
        for node in walk(script.root):
            value = node.child_by_field_name("value") or node.child_by_field_name("right")
            if node.type not in ("variable_declarator", "assignment_expression") or value is None:
                continue
            name = node.child_by_field_name("name") or node.child_by_field_name("left")
            statement = node.parent
            if name is None or name.type != "identifier" or statement is None:
                continue
            shown = _shown(value, words(name), made, script.root, whole)
            if shown and len(statement.named_children) == 1:
                edits.setdefault(script.path, []).append(
                    script.after(
                        statement, f'\ndocument.body.appendChild({shown}).style.maxWidth = "100%";'
                    )
                )
    return with_edits(files, edits, ["Put the canvas that the script draws on into the page."])


def _shown(value: Node, name: str, made: tuple[str, ...], root: Node, whole: str) -> str:
    """What must be appended; "" when nothing must."""
    callee = words(
        value.child_by_field_name("constructor") or value.child_by_field_name("function")
    )
    arguments = words(value.child_by_field_name("arguments"))
    if callee not in made:
        return ""
    if callee == "THREE.WebGLRenderer":
        elsewhere = "canvas" in arguments or "domElement" in whole.replace(
            f"{name}.domElement.style", ""
        )
        return "" if elsewhere else f"{name}.domElement"
    if arguments.strip("()\"'` ") != "canvas":
        return ""
    bare = [
        n for n in walk(root) if n.type == "identifier" and words(n) == name and not _is_owner(n)
    ]
    return name if len(bare) == 1 and f"{name}.getContext" in whole else ""


def _is_owner(node: Node) -> bool:
    """Whether an identifier only stands before a dot."""
    parent = node.parent
    return (
        parent is not None
        and parent.type == "member_expression"
        and parent.child_by_field_name("object") == node
    )


def mend_canvas_in_canvas(files: Files) -> Mended:
    """A renderer's canvas put inside another canvas, where it is never seen: takes its place."""
    ids = {
        tag.get("id")
        for path, text in files.items()
        if language_of(path) == "html"
        for tag in tags(text)
        if tag.name == "canvas"
    } - {""}
    edits: dict[str, list[Edit]] = {}
    for script in scripts_of(files) if ids else ():
        holders = {
            words(n.child_by_field_name("name") or n.child_by_field_name("left"))
            for n in walk(script.root)
            if n.type in ("variable_declarator", "assignment_expression")
            and _found_id(n.child_by_field_name("value") or n.child_by_field_name("right")) in ids
        }
        for node in walk(script.root):
            callee = (
                node.child_by_field_name("function") if node.type == "call_expression" else None
            )
            if callee is None or words(callee.child_by_field_name("property")) not in (
                "appendChild",
                "append",
            ):
                continue
            target = callee.child_by_field_name("object")
            what = words(node.child_by_field_name("arguments"))[1:-1].strip()
            if (
                target is not None
                and what.endswith(".domElement")
                and (words(target) in holders or _found_id(target) in ids)
            ):
                edits.setdefault(script.path, []).append(
                    script.edit(node, f"{words(target)}.replaceWith({what})")
                )
    return with_edits(
        files, edits, ["The 3D picture takes the place of the canvas it was hidden in."]
    )


def _found_id(node: Node | None) -> str:
    match = re.fullmatch(
        r"""document\.(?:getElementById\(\s*["']|querySelector\(\s*["']#)([\w-]+)["']\s*\)""",
        words(node),
    )
    return match[1] if match else ""


def mend_silent_audio(files: Files) -> Mended:
    """An AudioContext that is made before a gesture and stays suspended."""
    scripts = scripts_of(files)
    early = any(
        n.type == "new_expression"
        and at_top(n)
        and "AudioContext" in words(n.child_by_field_name("constructor"))
        for s in scripts
        for n in walk(s.root)
    )
    if not early or any(".resume" in s.code or ".suspend" in s.code for s in scripts):
        return unchanged(files)
    return wake_sound(files)


def wake_sound(files: Files) -> Mended:
    """A small script before all others that resumes sound with the first click or key."""
    page = page_of(files)
    if not page or RESUME in files[page]:
        return unchanged(files)
    first = next((tag for tag in tags(files[page]) if tag.name == "script"), None)
    if first is None:
        return unchanged(files)
    return with_edits(
        files,
        {page: [Edit(first.start, first.start, RESUME)]},
        ["Sound starts with the first click or key."],
    )
