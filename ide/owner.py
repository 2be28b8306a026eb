"""Who is asking. Until accounts come, everyone who reaches the studio is its one owner."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

from ide.models import User

LOCAL_OWNER = "local"


def local_owner() -> User:
    """The owner of a studio that has no accounts."""
    user, created = User.objects.get_or_create(username=LOCAL_OWNER)
    if created:
        user.set_unusable_password()
        user.save(update_fields=["password"])
    return user


def resolve_owner(user: User | AnonymousUser) -> User | None:
    """The person behind a session; None when a stranger asks a studio that has accounts."""
    if isinstance(user, User) or user.is_authenticated:
        return user
    return local_owner() if settings.SINGLE_USER else None


class OwnerMiddleware:
    """Sets `request.owner`: the `User`, or None."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Attach the owner, looked up on first use."""
        request.owner = SimpleLazyObject(  # type: ignore[attr-defined]
            lambda: resolve_owner(getattr(request, "user", AnonymousUser()))
        )
        return self._get_response(request)
