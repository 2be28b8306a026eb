"""From what was seen to a report: faults, score, verdict."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from workers.browser.files import path_of
from workers.browser.listen import Listener
from workers.browser.visit import Visit
from workers.browser.window import DESKTOP, PHONE, Window
from workers.report import ExecutionReport, Fault, Verdict

LOADS, CLEAN, SHOWS, MOVES, REACTS, FITS = 0.20, 0.25, 0.20, 0.10, 0.15, 0.10
BROKEN = {"syntax", "error", "rejection", "webgl", "frozen", "crash"}
UNLOADED = {"load", "library"}
EMPTY_TEXT = 3  # characters: a page with less, of few elements, says nothing
EMPTY = 8  # elements
LARGE = 0.2  # of the screen: a canvas that is what the page is about
MANY_DIALOGS = 3
INPUTS = ("pointer", "keys", "buttons")
ORDER = ["no-page", "syntax", "crash", "frozen", "error", "rejection", "library", "load", "webgl"]


def judge(
    listener: Listener, window: Window, seen: Visit, expects: frozenset[str], seconds: float
) -> ExecutionReport:
    """The report of one visit."""
    _trouble(listener, seen)
    _looks(listener, seen)
    _graphics(listener, seen, expects)
    _sound(listener, seen, expects)
    _manners(listener, window, seen)
    if seen.trouble is None:
        _reactions(listener, seen, expects)
    faults = sorted(listener.faults, key=_weight)
    parts = _parts(faults, seen, expects)
    return ExecutionReport(
        verdict=_verdict(faults),
        score=round(sum(parts.values()), 3),
        parts=parts,
        faults=faults,
        title=str(seen.facts.get("title", "")),
        frames_per_second=seen.frames_per_second,
        moves=seen.moves,
        reacts=list(seen.storm.reacts),
        controls=list(seen.controls)[:80],
        alike=seen.alike,
        seconds=round(seconds, 2),
    )


def _weight(fault: Fault) -> tuple[int, int]:
    kind = ORDER.index(fault.kind) if fault.kind in ORDER else len(ORDER)
    return (0 if fault.severity == "error" else 1, kind)


def _verdict(faults: Iterable[Fault]) -> Verdict:
    severities = {fault.severity for fault in faults}
    return "fails" if "error" in severities else "warnings" if severities else "works"


def _trouble(listener: Listener, seen: Visit) -> None:
    if seen.trouble is not None:
        when = f" It happened after {listener.during}." if listener.during else ""
        listener.add(seen.trouble.kind, "error", f"{seen.trouble}{when}")


def _looks(listener: Listener, seen: Visit) -> None:
    facts = seen.facts
    if seen.blank:
        listener.add("blank", "error", "The page shows nothing but one colour.")
    elif _is_nearly_empty(facts):
        listener.add("blank", "warning", "The page is nearly empty.")
    screen = DESKTOP[0] * DESKTOP[1]
    for canvas in (seen.after or facts).get("canvases", ()):
        if canvas["name"] in seen.still_flat and not seen.blank:
            large = canvas["width"] * canvas["height"] > LARGE * screen
            severity = "error" if large and not facts.get("pointer") else "warning"
            message = f"The canvas <{canvas['name']}> shows nothing but one colour."
            listener.add("blank-canvas", severity, message)
    if seen.overflow:
        wide = seen.overflow
        text = f" “{wide['text']}”" if wide["text"] else ""
        listener.add(
            "overflow",
            "warning",
            f"At {PHONE[0]} px <{wide['name']}>{text} reaches {wide['by']} px beyond the screen.",
        )


def _is_nearly_empty(facts: dict[str, Any]) -> bool:
    few = facts.get("text", EMPTY_TEXT) < EMPTY_TEXT and facts.get("nodes", EMPTY) < EMPTY
    return few and not (facts.get("canvases") or facts.get("video"))


def _graphics(listener: Listener, seen: Visit, expects: frozenset[str]) -> None:
    facts = seen.after or seen.facts
    for log in [*facts.get("shaders", ()), *facts.get("programs", ())]:
        listener.add("webgl", "error", f"WebGL: {' '.join(str(log).split())}")
    if facts.get("refused"):
        listener.add("webgl", "error", "A canvas asked for WebGL and got no context.")
    elif facts.get("lost"):
        listener.add("webgl", "warning", "The page lost its WebGL context.")
    if facts.get("glErrors"):
        listener.add("webgl", "warning", "WebGL reported an error while the page drew.")
    if "webgl" in expects and facts and not facts.get("webgl") and not facts.get("refused"):
        listener.add("webgl", "error", "It should draw in 3D, and no canvas asks for WebGL.")


def _sound(listener: Listener, seen: Visit, expects: frozenset[str]) -> None:
    facts = seen.after or seen.facts
    if facts.get("silent"):
        message = (
            "An AudioContext is made before anybody clicked and stays suspended: make or resume it "
            "in a click or key handler."
        )
        listener.add("audio", "warning", message)
    if facts.get("playedEarly"):
        words = "Sound is played before anybody clicked: call play() in a click or key handler."
        listener.add("audio", "warning", words)
    if "audio" in expects and seen.after and not (facts.get("audio") or facts.get("played")):
        listener.add("audio", "warning", "It should sound, and nothing played after clicks.")


def _manners(listener: Listener, window: Window, seen: Visit) -> None:
    for during, address in list(dict.fromkeys(window.left))[:3]:
        message = f"The page leaves itself for {address}."
        if path_of(address) is not None:
            form = " A form's submit event needs preventDefault()."
            message = f"The page loads itself anew.{form if during else ''}"
        when = f"After {during}: " if during else ""
        listener.add("leaves", "warning", f"{when}{message}")
    for orphan in (seen.after or seen.facts).get("orphans", ()):
        name = str(orphan["name"])
        if not any(f"{name} is not defined" in fault.message for fault in listener.faults):
            words = f"“{orphan['label']}” calls {name}(), which no script defines."
            listener.add("error", "error", words, listener.mention(f"{name}("))
    if window.popups:
        listener.add("leaves", "warning", "The page opens another window.")
    if window.dialogs > MANY_DIALOGS:
        message = f"The page showed {window.dialogs} dialogs (alert, confirm, prompt)."
        listener.add("dialogs", "warning", message)


def _reactions(listener: Listener, seen: Visit, expects: frozenset[str]) -> None:
    if "motion" in expects and not seen.moves:
        asks = "" if seen.facts.get("frames") else " No script calls requestAnimationFrame."
        listener.add("no-motion", "error", f"It should move, and nothing moves.{asks}")
    for kind in sorted(expects & _told(seen) - set(seen.storm.reacts)):
        listener.add("no-reaction", "error", _unmoved(kind, seen))


def _told(seen: Visit) -> set[str]:
    """The kinds of input of which it is known whether the page reacts to them."""
    return set(seen.storm.reacts) if seen.cut else set(INPUTS) - seen.storm.unclear


def _unmoved(kind: str, seen: Visit) -> str:
    if kind == "buttons":
        if not seen.storm.tried:
            return "It should have buttons or fields, and there is none to use."
        names = ", ".join(f"“{label}”" for label in seen.storm.dead[:4])
        return f"Nothing changes after using {names}."
    what = {"pointer": "the mouse", "keys": "keys"}[kind]
    if not (seen.after or seen.facts).get(kind):
        return f"It should react to {what}, and no script listens for them."
    tried = {"pointer": "moving, dragging and clicking", "keys": "arrows, WASD, space and Enter"}
    return f"Nothing changes after {tried[kind]}."


def _parts(faults: list[Fault], seen: Visit, expects: frozenset[str]) -> dict[str, float]:
    """What each part is worth here; see ExecutionReport."""
    errors = {fault.kind for fault in faults if fault.severity == "error"}
    warnings = {fault.kind for fault in faults if fault.severity == "warning"}
    whole = seen.trouble is None
    loads = 0.0 if errors & UNLOADED or not seen.loaded else 0.5 if warnings & UNLOADED else 1.0
    clean = 0.0 if errors & BROKEN else 0.6 if warnings & {"console", "webgl"} else 1.0
    shows = 0.0 if "blank" in errors else 0.4 if "blank-canvas" in errors else 1.0
    if seen.facts == {} or ("frozen" in errors and not seen.screenshots):
        shows = 0.0
    elif warnings & {"blank", "blank-canvas"}:
        shows = min(shows, 0.7)
    wanted = expects & _told(seen)
    met = len(wanted & set(seen.storm.reacts)) / len(wanted) if wanted else 1.0
    moves = float("motion" not in expects or seen.moves)
    return {
        "loads": LOADS * loads,
        "clean": CLEAN * clean,
        "shows": SHOWS * shows,
        "moves": MOVES * moves * whole,
        "reacts": REACTS * met * whole,
        "fits": FITS * float(seen.overflow is None) * whole,
    }
