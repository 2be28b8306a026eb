#!/usr/bin/env bash
# Runs a command with DATABASE_URL naming a throwaway PostgreSQL server, and stops it after.
# Exit status 3 when there is no server to be had.
set -euo pipefail
find_bin() { dirname "$(command -v initdb || ls /usr/lib/postgresql/*/bin/initdb 2>/dev/null | tail -1)"; }
bin=$(find_bin)
if [ ! -x "$bin/initdb" ] && [ "$(id -u)" = 0 ]; then
  apt-get update -qq && apt-get install -y -qq postgresql >/dev/null
  bin=$(find_bin)
fi
[ -x "$bin/initdb" ] || { echo "No PostgreSQL server here: install the package postgresql."; exit 3; }
folder=$(mktemp -d)
as() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
[ "$(id -u)" != 0 ] || chown postgres "$folder"
stop() { (cd /; as "$bin/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null 2>&1 || true); rm -rf "$folder"; }
trap stop EXIT
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
(cd / && as "$bin/initdb" -D "$folder/data" -U atelier -A trust -E UTF8 >/dev/null)
(cd / && as "$bin/pg_ctl" -D "$folder/data" -w -l "$folder/log" -o "-p $port -h 127.0.0.1 -k $folder -c fsync=off" start >/dev/null)
DATABASE_URL="postgres://atelier@127.0.0.1:$port/postgres" "$@"
