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
    ask = models.BooleanField(default=False, help_text="A question: nothing is changed.")
    element = models.TextField(blank=True, help_text="The element it is about, as its source.")
    candidates = models.PositiveSmallIntegerField(default=0, help_text="0: as the settings say.")
    instead = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        related_name="+",
        help_text="The earlier wish that it takes the place of.",
    )
    reference = models.CharField(max_length=60, blank=True, help_text="The starter it built on.")
    edits = models.JSONField(default=list, help_text="The pairs by which it changed the files.")
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
    turn = models.ForeignKey(Turn, null=True, on_delete=models.SET_NULL, related_name="revisions")
    author = models.CharField(max_length=8, choices=Author.choices)
    origin = models.CharField(
        max_length=10, blank=True, help_text="A turn's: written, candidate or repaired."
    )
    summary = models.CharField(max_length=200)
    files = models.JSONField()
    report = models.JSONField(null=True, help_text="How it ran: an ExecutionReport.")
    mends = models.JSONField(default=list, help_text="What was mended without the model, in words.")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["project", "number"], name="revisions_are_numbered")
        ]


class Screenshot(models.Model):
    """A revision as the page check saw it: one JPEG image per screen."""

    class Screen(models.TextChoices):
        """1280 x 800 and 390 x 844 pixels."""

        DESKTOP = "desktop"
        PHONE = "phone"

    revision = models.ForeignKey(Revision, on_delete=models.CASCADE, related_name="screenshots")
    screen = models.CharField(max_length=8, choices=Screen.choices)
    image = models.BinaryField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["revision", "screen"], name="one_image_per_screen")
        ]


class Rollout(models.Model):
    """What the model was asked and said in a turn, with what that was worth when it was run."""

    turn = models.ForeignKey(Turn, on_delete=models.CASCADE, related_name="rollouts")
    origin = models.CharField(max_length=10)
    prompt = models.JSONField(help_text="Messages with role and content.")
    completion = models.TextField()
    reward = models.FloatField(null=True, help_text="The report's score, 0 to 1.")
    parts = models.JSONField(default=dict, help_text="The reward's summands by name.")
    verdict = models.CharField(max_length=10, blank=True)
    checkpoint = models.CharField(max_length=120)
    sampling = models.JSONField(default=dict)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["created_at", "pk"]
