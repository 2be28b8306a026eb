"""What a socket may carry: little from the browser, a whole project to it."""

from __future__ import annotations

from typing import Any

from daphne.ws_protocol import WebSocketProtocol


def allow_large_replies() -> None:
    """Have daphne's limits hold for what comes in only.

    autobahn applies the same two limits to what is sent, and daphne has no option for one
    direction: a project of more than 64 KiB would never reach its page.
    """
    checked = WebSocketProtocol.sendMessage

    def send(self: Any, *args: Any, **kwargs: Any) -> Any:
        limits = self.maxMessagePayloadSize, self.maxFramePayloadSize
        self.maxMessagePayloadSize = self.maxFramePayloadSize = 0  # none, for this call
        try:
            return checked(self, *args, **kwargs)
        finally:
            self.maxMessagePayloadSize, self.maxFramePayloadSize = limits

    WebSocketProtocol.sendMessage = send
