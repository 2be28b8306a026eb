"""What all tests share: the real broker of tests/environment.py, people, projects."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
import redis

from ide.models import Project, User
from workers.event_log import EventLog

PAGE = (
    '<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>A page</title>'
    '<meta name="viewport" content="width=device-width"></head><body>Hello</body></html>\n'
)


@pytest.fixture
def broker_url() -> str:
    """The real Valkey's address; its data is dropped before each test."""
    url = os.environ["REDIS_URL"]
    redis.Redis.from_url(url).flushall()
    return url


@pytest.fixture
def event_log(broker_url: str) -> EventLog:
    """A log on the real Valkey."""
    return EventLog(broker_url)


@pytest.fixture
def alice(db: None) -> User:
    """Owns projects."""
    return User.objects.create_user("alice")


@pytest.fixture
def charlie(db: None) -> User:
    """Has no access."""
    return User.objects.create_user("charlie")


@pytest.fixture
def project(alice: User, broker_url: str) -> Iterator[Project]:
    """Alice's project, empty."""
    yield Project.objects.create(owner=alice, name="Alice's page")
