"""The studio's addresses. Previews have their own, in ide/preview_urls.py, on their own hosts."""

from __future__ import annotations

from django.urls import include, path

from ide import views

urlpatterns = [
    path("", views.home, name="home"),
    path("p/<uuid:project_id>/", views.workspace, name="workspace"),
    path("p/<uuid:project_id>/save/", views.save, name="save"),
    path("p/<uuid:project_id>/delete/", views.delete, name="delete"),
    path("p/<uuid:project_id>/download/", views.download, name="download"),
    path(
        "p/<uuid:project_id>/shots/<int:number>/<slug:screen>.jpg",
        views.screenshot,
        name="screenshot",
    ),
    path("shelf/", views.shelf, name="shelf"),
    path("health/", views.health, name="health"),
    path("i18n/", include("django.conf.urls.i18n")),
]
handler404 = "ide.views.page_not_found"
