#!/usr/bin/env bash
# Run once by the database's image when it makes its files: the role that nodes sign in as. It owns nothing; what it may do,
# the nodes' migrations grant, which sign in as the owner.
set -euo pipefail
psql -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" -d "$POSTGRES_DB" \
  -v password="$(cat /run/secrets/spring.datasource.password)" <<'SQL'
create role xudai_node login password :'password';
SQL
