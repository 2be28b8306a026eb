"""Response headers that fence pages in: the studio's own, and the far stricter previews'."""

from __future__ import annotations

from collections.abc import Iterable

# The same flags as the iframe's attribute in frontend/src/preview/frame.ts; a test compares.
# allow-same-origin, popups, modals and top navigation would each break the fence: never add them.
SANDBOX = "allow-scripts allow-forms allow-pointer-lock allow-downloads"

# Left at their defaults because games use them: autoplay, fullscreen, gamepad.
_DENIED_FEATURES = """
    accelerometer browsing-topics camera clipboard-read
    display-capture geolocation gyroscope hid idle-detection local-fonts magnetometer
    microphone midi otp-credentials payment publickey-credentials-create
    publickey-credentials-get screen-wake-lock serial storage-access usb window-management
    xr-spatial-tracking
"""
PERMISSIONS_POLICY = ", ".join(f"{feature}=()" for feature in _DENIED_FEATURES.split())


def studio_policy(websocket_origin: str, frames: Iterable[str]) -> str:
    """The studio's Content-Security-Policy.

    `frames` are the origins previews of this request live on. `frame-src` also keeps a preview
    from navigating itself elsewhere, which its own policy cannot: it is what stops a page from
    carrying data out in an address. `img-src` keeps chat text from loading remote images.
    """
    return _policy(
        ("default-src", ["'self'"]),
        ("script-src", ["'self'"]),
        ("style-src", ["'self'", "'unsafe-inline'"]),
        ("img-src", ["'self'", "data:", "blob:"]),
        ("connect-src", ["'self'", websocket_origin]),
        ("frame-src", frames),
        ("frame-ancestors", ["'none'"]),
        ("base-uri", ["'none'"]),
        ("form-action", ["'self'"]),
        ("object-src", ["'none'"]),
    )


def preview_policy(own: str, assets: Iterable[str], ancestors: Iterable[str]) -> str:
    """A preview document's Content-Security-Policy.

    `own` is the address of the project's files, written out because 'self' matches nothing in
    an opaque origin; `assets` are the library hosts; `ancestors` the studio's origins.
    """
    files = [own, *assets]
    return _policy(
        ("sandbox", SANDBOX.split()),
        ("default-src", ["'none'"]),
        ("script-src", ["'unsafe-inline'", "'unsafe-eval'", "blob:", "data:", *files]),
        ("style-src", ["'unsafe-inline'", "blob:", "data:", *files]),
        ("img-src", ["blob:", "data:", *files]),
        ("font-src", ["blob:", "data:", *files]),
        ("media-src", ["blob:", "data:", *files]),
        ("connect-src", ["blob:", "data:", *files]),
        ("worker-src", ["blob:", "data:"]),
        ("frame-src", ["'none'"]),
        ("form-action", ["'none'"]),
        ("base-uri", ["'none'"]),
        ("frame-ancestors", ancestors),
    )


def _policy(*directives: tuple[str, Iterable[str]]) -> str:
    return "; ".join(" ".join([name, *sources]) for name, sources in directives)
