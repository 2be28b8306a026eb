#!/usr/bin/env bash
# Every check and every test; `make test` calls it. Installs the browser, the database server and
# the small checkpoint that the tests use, where they are missing.
set -euo pipefail
cd "$(dirname "$0")/.."
bin=$PWD/.venv/bin
export PATH="$bin:$PATH"

bash workers/browser/install.sh "$bin"

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
