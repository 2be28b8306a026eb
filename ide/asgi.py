"""The web process: pages over HTTP, projects over sockets."""

from __future__ import annotations

import os
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ide.settings")

from django.core.asgi import get_asgi_application

http = get_asgi_application()  # before what needs the apps

from channels.auth import AuthMiddlewareStack
from channels.routing import ProtocolTypeRouter, URLRouter
from django.urls import path

from ide.consumers import ProjectConsumer
from ide.hosts import studio_origin_ok
from ide.socket_limits import allow_large_replies

allow_large_replies()


class OriginGate:
    """Lets a socket in only from a page of this very studio: scheme, host and port."""

    def __init__(self, inner: Any) -> None:
        self._inner = inner

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Refuse (HTTP 403) any other origin, and a missing one."""
        if studio_origin_ok(scope["headers"], scope.get("scheme", "ws")):
            await self._inner(scope, receive, send)
        else:
            await send({"type": "websocket.close", "code": 4403})


async def no_such_socket(scope: Any, receive: Any, send: Any) -> None:
    """Any other address."""
    await send({"type": "websocket.close", "code": 4404})


sockets = URLRouter(
    [
        path("ws/p/<uuid:project_id>/", ProjectConsumer.as_asgi()),  # type: ignore[arg-type, list-item]
        path("<path:rest>", no_such_socket),  # type: ignore[arg-type, list-item]
    ]
)
application = ProtocolTypeRouter(
    {"http": http, "websocket": OriginGate(AuthMiddlewareStack(sockets))}
)
