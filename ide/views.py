"""Pages and forms: parse, authorise, call one verb."""

from __future__ import annotations

import io
import json
import uuid
import zipfile
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ide import hand, turns
from ide.examples import examples_for
from ide.models import Project, Revision, Screenshot, User
from ide.protocol import MAX_PROMPT_CHARS, SaveReply, SaveRequest
from ide.shelf import the_shelf
from workers.events import MAX_CANDIDATES, BackendStatus, Problem
from workers.export import export_project

View = Callable[..., HttpResponse]


def owner_of(request: HttpRequest) -> User | None:
    """The person asking, or None."""
    owner = request.owner  # type: ignore[attr-defined]
    return owner if owner else None


def with_project(view: View) -> View:
    """Give the view the project of the address, if the person asking owns it; else 404."""

    @wraps(view)
    def wrapped(request: HttpRequest, project_id: uuid.UUID, **rest: Any) -> HttpResponse:
        owner = owner_of(request)
        project = owner and turns.projects_of(owner).filter(pk=project_id).first()
        if not project:
            return message(request, 404, _("This project does not exist"), "")
        return view(request, project, **rest)

    return wrapped


def message(request: HttpRequest, status: int, title: str, text: str) -> HttpResponse:
    """A page that says one thing and leads back home."""
    context = {
        "title": title,
        "message": text or _("It may have been deleted, or the address is mistyped."),
        "action_url": reverse("home"),
        "action_label": _("To the start page"),
    }
    return render(request, "message.html", context, status=status)


@ensure_csrf_cookie
@require_http_methods(["GET", "POST"])
def home(request: HttpRequest) -> HttpResponse:
    """The prompt box and the projects; a posted prompt starts one."""
    owner = owner_of(request)
    if owner is None:
        return message(request, 403, _("Sign in first"), _("This studio has accounts."))
    prompt, problem = "", None
    if request.method == "POST":
        prompt = request.POST.get("prompt", "")
        try:
            candidates = candidates_of(request.POST.get("candidates", ""))
            project = turns.create_project(owner, prompt, uuid.uuid4().hex, candidates)
            return redirect("workspace", project_id=project.id)
        except turns.Refusal as refusal:
            problem = refusal.problem
    context = {
        "projects": listed(owner),
        "examples": examples_for(get_language()),
        "prompt": prompt,
        "problem": problem,
        "max_prompt_chars": MAX_PROMPT_CHARS,
        "candidates": range(2, MAX_CANDIDATES + 1),
        "backend": backend_status(),
    }
    return render(request, "home.html", context, status=400 if problem else 200)


def candidates_of(field: str) -> int:
    """How many pages the form asks for; 0, as the studio is set, for whatever is no such number."""
    return int(field) if field in map(str, range(1, MAX_CANDIDATES + 1)) else 0


def listed(owner: User) -> QuerySet[Project]:
    """A person's projects, each with how its newest revision ran: `verdict`, and `pictured`, the
    number of the revision whose picture to show, or None."""
    newest = Revision.objects.filter(project=OuterRef("pk")).order_by("-number")
    images = Screenshot.objects.filter(screen="desktop", revision__project=OuterRef("pk"))
    return (
        turns.projects_of(owner)
        .annotate(
            revision_count=Count("revisions"),
            verdict=Subquery(newest.values("report__verdict")[:1]),
            pictured=Subquery(images.order_by("-revision__number").values("revision__number")[:1]),
        )
        .order_by("-updated_at")  # grouping drops the model's own order
    )


def backend_status() -> BackendStatus:
    """How the model is; `missing` while the broker is away."""
    import redis

    try:
        return turns.event_log.status()
    except redis.RedisError:
        return BackendStatus(state="missing")


@ensure_csrf_cookie
@require_GET
@with_project
def workspace(request: HttpRequest, project: Project) -> HttpResponse:
    """The page in which the Svelte workspace runs."""
    boot = {
        "project": str(project.id),
        "name": project.name,
        "language": get_language() or "en",
        "socket": f"/ws/p/{project.id}/",
        "save": reverse("save", args=[project.id]),
        "download": reverse("download", args=[project.id]),
        "home": reverse("home"),
        "shots": f"/p/{project.id}/shots/{{n}}/{{screen}}.jpg",
    }
    return render(request, "workspace.html", {"project": project, "boot": boot})


@require_GET
@with_project
def screenshot(request: HttpRequest, project: Project, number: int, screen: str) -> HttpResponse:
    """A revision as the page check saw it."""
    images = Screenshot.objects.filter(revision__project=project, revision__number=number)
    found = images.filter(screen=screen).first()
    if found is None:
        return HttpResponse(status=404)
    # Revisions never change, but what is private stays out of shared caches.
    headers = {"Cache-Control": "private, max-age=86400"}
    return HttpResponse(bytes(found.image), content_type="image/jpeg", headers=headers)


@require_POST
@with_project
def save(request: HttpRequest, project: Project) -> JsonResponse:
    """A hand edit, as JSON (`SaveRequest`), answered by `SaveReply`."""
    try:
        wanted = SaveRequest.model_validate(json.loads(request.body))
        revision = hand.save_by_hand(project, wanted.files, on=wanted.base or 0)
    except (ValueError, RecursionError, RequestDataTooBig):
        problem = Problem(code="bad-request", message="The studio could not read what was sent.")
        return _reply(SaveReply(revision=None, problem=problem), 400)
    except turns.Refusal as refusal:
        status = 409 if refusal.problem.code == "revision-newer" else 400
        return _reply(SaveReply(revision=None, problem=refusal.problem), status)
    return _reply(SaveReply(revision=revision.number), 200)


def _reply(reply: SaveReply, status: int) -> JsonResponse:
    return JsonResponse(reply.model_dump(), status=status)


@require_POST
@with_project
def delete(request: HttpRequest, project: Project) -> HttpResponse:
    """Delete a project."""
    turns.delete_project(project)
    return redirect("home")


@require_GET
@with_project
def download(request: HttpRequest, project: Project) -> HttpResponse:
    """The newest revision's files, and what they use of the shelf, as a zip archive."""
    head = project.head
    if head is None:
        return message(request, 404, _("Nothing to download yet"), _("Make a page first."))
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as bundle:
        for path, body in sorted(export_project(head.files, the_shelf()).items()):
            bundle.writestr(path, body)
    name = slugify(project.name) or "project"
    return HttpResponse(
        archive.getvalue(),
        content_type="application/zip",
        headers={"Content-Disposition": f'attachment; filename="{name}-{head.number}.zip"'},
    )


@require_GET
def shelf(request: HttpRequest) -> HttpResponse:
    """What lies on the shelf: every library and font with its version and licence."""
    if owner_of(request) is None:
        return message(request, 403, _("Sign in first"), _("This studio has accounts."))
    found = the_shelf()
    libraries = sorted(found.libraries, key=lambda library: library.title.lower())
    size = sum(one.size for one in libraries) + sum(font["size"] for font in found.fonts)
    context = {"libraries": libraries, "fonts": found.fonts, "size": size}
    return render(request, "shelf.html", context)


@require_GET
def health(request: HttpRequest) -> JsonResponse:
    """For supervisors: the web process answers, and how the model is."""
    body: dict[str, Any] = {"app": "atelier", "backend": backend_status().model_dump()}
    return JsonResponse(body)


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """No such page."""
    return message(request, 404, _("There is no such page"), "")
