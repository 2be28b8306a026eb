#!/usr/bin/env bash
# Gets a Chromium for the page check: `install.sh BIN`, BIN being the folder of the virtual
# environment's commands. Ends with 0 when there is one, else with 1 and words.
set -uo pipefail
cd "$(dirname "$0")/../.."
bin=$1

found() {
  "$bin/python" -c 'import os
from workers.browser.find import find_browser
raise SystemExit(not os.access(find_browser(), os.X_OK))' 2>/dev/null
}

found && exit 0
echo "Installing Chromium, which tries the pages out …"
timeout 300 "$bin/playwright" install chromium >/dev/null 2>&1 && found && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  { apt-get update -qq && apt-get install -y -qq chromium; } >/dev/null 2>&1
  # Pages draw much with emoji and with Chinese: without these fonts a screenshot shows boxes.
  apt-get install -y -qq fonts-noto-color-emoji fonts-noto-cjk >/dev/null 2>&1
  found && exit 0
fi
echo "There is no Chromium, and none could be installed. Install it with the system's package" >&2
echo "manager, or set ATELIER_CHROMIUM to a browser's path." >&2
exit 1
