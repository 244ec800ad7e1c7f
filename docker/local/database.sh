#!/usr/bin/env bash
# Makes the files of the database at the first start, with POSTGRES_USER, POSTGRES_PASSWORD or …_FILE and POSTGRES_DB, runs what
# lies in /docker-entrypoint-initdb.d while nobody can connect over the network, and starts the server.
set -euo pipefail
export POSTGRES_USER=${POSTGRES_USER:-postgres}
export POSTGRES_DB=${POSTGRES_DB:-$POSTGRES_USER}

if [ ! -s "$PGDATA/PG_VERSION" ]; then
  password=${POSTGRES_PASSWORD:-$(cat "${POSTGRES_PASSWORD_FILE:?no password}")}
  initdb --username "$POSTGRES_USER" --encoding UTF8 --locale C.UTF-8 --auth-local trust --auth-host scram-sha-256 \
    --pwfile <(printf '%s' "$password")
  echo "host all all all scram-sha-256" >> "$PGDATA/pg_hba.conf"
  pg_ctl -o "-c listen_addresses=''" -w start
  [ "$POSTGRES_DB" = postgres ] || createdb -U "$POSTGRES_USER" "$POSTGRES_DB"
  for file in /docker-entrypoint-initdb.d/*; do
    case $file in
      *.sh) if [ -x "$file" ]; then "$file"; else . "$file"; fi ;;
      *.sql) psql -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" -d "$POSTGRES_DB" -f "$file" ;;
    esac
  done
  pg_ctl -m fast -w stop
fi
[ "${1:-}" = postgres ] || set -- postgres "$@"
exec "$@" -c listen_addresses='*'
