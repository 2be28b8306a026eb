"""What is kept: who owns a project, its turns, and its append-only revisions."""

from __future__ import annotations

import secrets
import uuid
from typing import ClassVar

from django.contrib.auth.models import AbstractUser
from django.db import models


def new_preview_key() -> str:
    """A 128-bit capability: whoever knows it may see the project's previews. Fits a DNS label."""
    return secrets.token_hex(16)


class User(AbstractUser):
    """A person. Our own model from the start, since Django cannot swap it later."""


class Project(models.Model):
    """A page someone is making. `head` is the newest revision."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner = models.ForeignKey(User, on_delete=models.CASCADE, related_name="projects")
    name = models.CharField(max_length=120)
    named_by_hand = models.BooleanField(default=False)
    preview_key = models.CharField(max_length=32, unique=True, default=new_preview_key)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering: ClassVar = ["-updated_at"]

    @property
    def head(self) -> Revision | None:
        """The newest revision, or None before the first."""
        return self.revisions.order_by("-number").first()


class Turn(models.Model):
    """One wish and what came of it: queued -> running -> done | failed | cancelled."""

    class Status(models.TextChoices):
        """The states of a turn; the last three are final."""

        QUEUED = "queued"
        RUNNING = "running"
        DONE = "done"
        FAILED = "failed"
        CANCELLED = "cancelled"

    FINAL: ClassVar = (Status.DONE, Status.FAILED, Status.CANCELLED)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="turns")
    ref = models.CharField(max_length=64, help_text="The client's id for the wish: one turn each.")
    prompt = models.TextField()
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.QUEUED)
    attempt = models.PositiveSmallIntegerField(default=1)
    reply = models.TextField(blank=True)
    problem = models.JSONField(null=True)
    usage = models.JSONField(null=True)
    checkpoint = models.CharField(max_length=120, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    enqueued_at = models.DateTimeField(null=True)
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar = ["created_at"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["project", "ref"], name="one_turn_per_ref")
        ]
        indexes: ClassVar = [models.Index(fields=["status", "created_at"])]


class Revision(models.Model):
    """An immutable snapshot of a project's files (path -> text). Restoring makes a new one."""

    class Author(models.TextChoices):
        """Who made it."""

        MODEL = "model"
        HAND = "hand"
        RESTORE = "restore"

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField()
    parent = models.ForeignKey("self", null=True, on_delete=models.RESTRICT, related_name="+")
    turn = models.OneToOneField(Turn, null=True, on_delete=models.SET_NULL, related_name="revision")
    author = models.CharField(max_length=8, choices=Author.choices)
    summary = models.CharField(max_length=200)
    files = models.JSONField()
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["project", "number"], name="revisions_are_numbered")
        ]
