"""The page check: runs a project's files in headless Chromium and says what happened."""

from workers.browser.browser import CheckBrowser, Checked, unchecked
from workers.browser.expect import expectations_from
from workers.browser.files import ORIGIN, Plain, Serve, Served
from workers.browser.find import find_browser
from workers.browser.process import Isolation
from workers.browser.repair import repair_text

__all__ = [
    "ORIGIN",
    "CheckBrowser",
    "Checked",
    "Isolation",
    "Plain",
    "Serve",
    "Served",
    "expectations_from",
    "find_browser",
    "repair_text",
    "unchecked",
]
