"""A preview's addresses, the same below `http://<key>.localhost/` and `/preview/<key>/`.

`ide.hosts` resolves them and calls the view with the project's key; nothing else is there.
"""

from __future__ import annotations

from django.urls import path

from ide import preview

urlpatterns = [
    path("pause.js", preview.pause, name="pause"),
    path("shelf/<path:path>", preview.shelf_file, name="shelf-file"),
    path("r/<int:number>/", preview.revision_file, name="revision"),
    path("r/<int:number>/<path:path>", preview.revision_file, name="revision-file"),
    path("t/<uuid:turn>/", preview.growing_page, name="growing-page"),
    path("t/<uuid:turn>/<path:path>", preview.growing_file, name="growing-file"),
]
