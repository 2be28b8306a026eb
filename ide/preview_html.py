"""Changes to a preview's HTML on its way out, for pages that are whole and pages still written."""

from __future__ import annotations

import re

from ide.loop_guard import guard_loops

_SCRIPT_TAG = re.compile(r"""<script(?=[\s>/])((?:[^>"']|"[^"]*"|'[^']*')*)>""", re.IGNORECASE)
_SCRIPT_END = re.compile(r"</script", re.IGNORECASE)
_TYPE = re.compile(r"""\btype\s*=\s*["']?([^"'\s>]*)""", re.IGNORECASE)
_JAVASCRIPT = ("", "module", "text/javascript", "application/javascript")
_MAY_OPEN = "<script"


class ScriptGuard:
    """Guards the inline scripts of a page that comes in pieces; each script is held until whole."""

    def __init__(self) -> None:
        self._held = ""

    def feed(self, text: str) -> str:
        """What of the page can be sent now."""
        self._held += text
        sent = []
        while opened := _SCRIPT_TAG.search(self._held):
            closed = _SCRIPT_END.search(self._held, opened.end())
            if closed is None:
                sent.append(self._held[: opened.start()])
                self._held = self._held[opened.start() :]
                return "".join(sent)
            body = self._held[opened.end() : closed.start()]
            kind = _TYPE.search(opened[1])
            if (kind[1].lower() if kind else "") in _JAVASCRIPT:
                body = guard_loops(body)
            sent += [self._held[: opened.end()], body, self._held[closed.start() : closed.end()]]
            self._held = self._held[closed.end() :]
        keep = self._beginning_of_tag()
        sent.append(self._held[:keep])
        self._held = self._held[keep:]
        return "".join(sent)

    def close(self) -> str:
        """What is still held, as it came."""
        held, self._held = self._held, ""
        return held

    def _beginning_of_tag(self) -> int:
        """Where a script's opening tag may have begun that is not whole yet."""
        last = self._held.rfind("<")
        tail = self._held[last:].lower() if last >= 0 else ""
        unfinished = tail and (_MAY_OPEN.startswith(tail) or tail.startswith(_MAY_OPEN))
        return last if unfinished else len(self._held)
