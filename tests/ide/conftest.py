"""What the tests of the web side share."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack

import pytest

from ide.models import Project, User
from tests.ide.tab import Tab, session_of


@pytest.fixture
def cookie(alice: User) -> str:
    """Alice's session."""
    return session_of(alice)


@pytest.fixture
async def tab(project: Project, cookie: str) -> AsyncIterator[Callable[[], Tab]]:
    """Makes tabs of Alice on her project, and closes them in the end."""
    async with AsyncExitStack() as stack:

        def make() -> Tab:
            made = Tab(str(project.id), cookie)
            stack.push_async_callback(made.close)
            return made

        yield make
