"""Mends of declarations: constants that are assigned, names declared twice, used too early."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from workers.judge import Mended
from workers.mends_source import Edit, Files, Script, scripts_of, up, walk, with_edits, words
from workers.syntax import parse

LEXICAL = ("lexical_declaration", "variable_declaration")
_FUNCTIONS = ("function_declaration", "function_expression", "arrow_function", "method_definition")
_SCOPES = ("program", "statement_block", "for_statement", "for_in_statement", "switch_body")


def mend_constants(files: Files) -> Mended:
    """A `const` that is assigned later: “Assignment to constant variable.”"""
    scripts = [s for s in scripts_of(files) if not parse(s.code, "js").has_error]
    edits: dict[str, list[Edit]] = {}
    names = []
    for script in scripts:
        for node, name in _assigned(script.root):
            found = _constant(node, name)
            owner = script
            if found is None and not _is_bound(node, name):
                owner, found = _constant_elsewhere(name, script, scripts)
            if found is not None:
                edits.setdefault(owner.path, []).append(owner.edit(found, "let"))
                names.append(name)
    told = ", ".join(dict.fromkeys(names))
    return with_edits(files, _unique(edits), [f"Let {told} change: it was declared constant."])


def _assigned(root: Node) -> Iterator[tuple[Node, str]]:
    for node in walk(root):
        field = {
            "assignment_expression": "left",
            "augmented_assignment_expression": "left",
            "update_expression": "argument",
        }.get(node.type)
        target = node.child_by_field_name(field) if field else None
        if target is not None and target.type == "identifier":
            yield node, words(target)


def _constant(node: Node, name: str) -> Node | None:
    """The `const` by which the nearest declaration of a name makes it constant."""
    for scope in up(node):
        if scope.type in _FUNCTIONS and name in _parameters(scope):
            return None
        if scope.type in _SCOPES:
            for declaration in _declarations(scope):
                if name in _names(declaration):
                    kind = declaration.children[0]
                    if declaration.type == "for_in_statement":
                        kind = declaration.child_by_field_name("kind") or kind
                    return kind if words(kind) == "const" else None
    return None


def _is_bound(node: Node, name: str) -> bool:
    """Whether anything around a node in its script declares a name."""
    for scope in up(node):
        if scope.type in _FUNCTIONS and name in _parameters(scope):
            return True
        if scope.type in _SCOPES and any(name in _names(d) for d in _declarations(scope)):
            return True
        if any(
            words(c.child_by_field_name("name")) == name
            for c in scope.children
            if "function" in c.type
        ):
            return True
    return False


def _constant_elsewhere(
    name: str, script: Script, scripts: list[Script]
) -> tuple[Script, Node | None]:
    for other in scripts:
        if other is not script and not other.module:
            for declaration in _declarations(other.root):
                if name in _names(declaration) and words(declaration.children[0]) == "const":
                    return other, declaration.children[0]
    return script, None


def _declarations(scope: Node) -> list[Node]:
    """What declares variables directly in a scope."""
    if scope.type == "for_in_statement":
        return [scope]
    found = [scope.child_by_field_name("initializer")] if scope.type == "for_statement" else []
    children = [n for n in [*found, *scope.children] if n is not None]
    if scope.type == "switch_body":
        children = [inner for case in scope.children for inner in case.children]
    exported = [inner for n in children if n.type == "export_statement" for inner in n.children]
    return [node for node in [*children, *exported] if node.type in LEXICAL]


def _names(declaration: Node) -> set[str]:
    if declaration.type == "for_in_statement":
        left = declaration.child_by_field_name("left")
        return _pattern(left) if declaration.child_by_field_name("kind") is not None else set()
    parts = [n for n in declaration.named_children if n.type == "variable_declarator"]
    return {name for part in parts for name in _pattern(part.child_by_field_name("name"))}


def _pattern(node: Node | None) -> set[str]:
    kinds = ("identifier", "shorthand_property_identifier_pattern")
    return {words(n) for n in walk(node) if n.type in kinds} if node is not None else set()


def _parameters(function: Node) -> set[str]:
    return _pattern(function.child_by_field_name("parameters")) | _pattern(
        function.child_by_field_name("parameter")
    )


def _unique(edits: dict[str, list[Edit]]) -> dict[str, list[Edit]]:
    return {path: list(dict.fromkeys(changes)) for path, changes in edits.items()}


def mend_redeclared(files: Files) -> Mended:
    """A name declared twice in one scope: “Identifier 'x' has already been declared”, for which a
    browser refuses the whole script."""
    edits: dict[str, list[Edit]] = {}
    names: list[str] = []
    shared: dict[str, tuple[Script, Node]] = {}  # the top of all classic scripts is one scope
    for script in _in_order(files):
        for scope in walk(script.root):
            if scope.type not in ("program", "statement_block"):
                continue
            known = shared if scope.type == "program" and not script.module else {}
            own = (
                _parameters(scope.parent)
                if scope.parent and scope.parent.type in _FUNCTIONS
                else set()
            )
            for statement in _declarations(scope):
                again = _again(script, statement, known, own)
                for path, edit in again:
                    edits.setdefault(path, []).append(edit)
                if again:
                    names += sorted(_names(statement))
    told = ", ".join(dict.fromkeys(names))
    return with_edits(files, _unique(edits), [f"Declared {told} only once."])


def _in_order(files: Files) -> list[Script]:
    """The scripts without faults of syntax; files of their own come before inline ones, as pages
    load them."""
    found = [script for script in scripts_of(files) if not parse(script.code, "js").has_error]
    loaded = [s for s in found if s.tag is None and _is_loaded(s.path, files)]
    return [*loaded, *(s for s in found if s.tag is not None)]


def _is_loaded(path: str, files: Files) -> bool:
    name = path.rsplit("/", 1)[-1]
    return any(name in text for page, text in files.items() if page.endswith((".html", ".htm")))


def _again(
    script: Script, statement: Node, known: dict[str, tuple[Script, Node]], own: set[str]
) -> list[tuple[str, Edit]]:
    """The edits that make a declaration of known names an assignment to them; notes new names."""
    parts = [n for n in statement.named_children if n.type == "variable_declarator"]
    simple = [p for p in parts if (n := p.child_by_field_name("name")) and n.type == "identifier"]
    lexical = statement.type == "lexical_declaration"
    twice = [
        part
        for part in simple
        if (
            (name := words(part.child_by_field_name("name"))) in known
            and (lexical or known[name][1].type == "lexical_declaration")
        )
        or (lexical and name in own)
    ]
    for part in simple:
        known.setdefault(words(part.child_by_field_name("name")), (script, statement))
    if not twice or len(twice) != len(parts):
        return []
    made = []
    for part in twice:
        value, name = part.child_by_field_name("value"), words(part.child_by_field_name("name"))
        if value is not None:
            made.append(f"{name} = {words(value)};")
        first = known[name]
        kind = first[1].children[0]
        if first[1] != statement and words(kind) == "const" and value is not None:
            yield_edit = (first[0].path, first[0].edit(kind, "let"))
            return [yield_edit, (script.path, script.edit(statement, " ".join(made)))]
    return [(script.path, script.edit(statement, " ".join(made)))]


def mend_early_call(script: Script, name: str) -> list[Edit]:
    """“Cannot access 'x' before initialization”: a plain value's declaration goes to the top; for
    any other, the bare calls before it go to the end."""
    top = script.root.children
    found = next((n for n in top if n.type == "lexical_declaration" and name in _names(n)), None)
    if found is None:
        return []
    calls = [n for n in top if n.end_byte <= found.start_byte and _is_bare_call(n)]
    if not calls:
        return []
    if _is_plain(found):
        move = f"{words(found)}\n"
        return [
            script.edit(found, ""),
            Edit(script.start + calls[0].start_byte, script.start + calls[0].start_byte, move),
        ]
    end = script.start + len(script.code.rstrip().encode())
    return [
        *(script.edit(call, "") for call in calls),
        Edit(end, end, "\n" + "\n".join(words(call) for call in calls)),
    ]


def _is_bare_call(node: Node) -> bool:
    call = (
        node.named_children[0]
        if node.type == "expression_statement" and node.named_children
        else None
    )
    callee = (
        call.child_by_field_name("function")
        if call is not None and call.type == "call_expression"
        else None
    )
    return callee is not None and callee.type == "identifier"


def _is_plain(declaration: Node) -> bool:
    """Whether a value is made of nothing but literals."""
    return not any(
        n.type
        in (
            "call_expression",
            "new_expression",
            "member_expression",
            "template_string",
            "spread_element",
        )
        or (
            n.type == "identifier"
            and n.parent is not None
            and n.parent.type != "variable_declarator"
        )
        for n in walk(declaration)
    )
