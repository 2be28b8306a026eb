#!/usr/bin/env bash
# Every check and every test; `make test` calls it. Installs the browser, the database server and
# the small checkpoint that the tests use, where they are missing.
set -euo pipefail
cd "$(dirname "$0")/.."
bin=$PWD/.venv/bin
export PATH="$bin:$PATH"

browser() {
  local found=${ATELIER_CHROMIUM:-}
  for name in chromium chromium-browser google-chrome; do
    [ -n "$found" ] || found=$(command -v "$name" || true)
  done
  [ -n "$found" ] || python -c 'from playwright.sync_api import sync_playwright as s
with s() as p:
    import os; raise SystemExit(not os.path.exists(p.chromium.executable_path))' 2>/dev/null
}

if ! browser; then
  echo "== Installing Chromium for the end-to-end tests"
  timeout 300 playwright install chromium >/dev/null 2>&1 && browser ||
    { [ "$(id -u)" = 0 ] && apt-get update -qq && apt-get install -y -qq chromium >/dev/null; } ||
    { echo "No Chromium: install it, or set ATELIER_CHROMIUM to a browser's path."; exit 1; }
fi

echo "== The small checkpoint"
python manage.py fetch_checkpoint qwen2.5-coder-0.5b

echo "== Style, types, layers"
ruff check .
ruff format --check .
mypy
lint-imports

echo "== Frontend"
(cd frontend && npm test --silent)

echo "== On PostgreSQL"
bash tests/postgres.sh python -m pytest -q -m "not e2e and not model" tests/ide

echo "== On SQLite, with the real model"
python -m pytest -q -m "not e2e"

# By themselves: Playwright leaves an event loop in the thread, which Django's ORM refuses to share.
echo "== In the real browser"
python -m pytest -q -m e2e
