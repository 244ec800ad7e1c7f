#!/usr/bin/env bash
# class-list.sh FILE: starts a node on a new database until it would take requests, and writes the classes it loaded to FILE.
# Runs while the image is made, as a user who may start PostgreSQL.
set -euo pipefail
work=$(mktemp -d)
trap 'pg_ctl -D "$work/database" -m immediate stop > /dev/null; rm -rf "$work"' EXIT
initdb -D "$work/database" -U xudai --auth trust --encoding UTF8 > /dev/null
pg_ctl -D "$work/database" -w -l "$work/log" \
  -o "-c fsync=off -c listen_addresses=127.0.0.1 -c unix_socket_directories=$work" start > /dev/null
createdb -h 127.0.0.1 -U xudai xudai
cd /app
# an archive with fewer classes is no reason to have no image
/java/bin/java -XX:DumpLoadedClassList="$1" -Duser.timezone=UTC -Djava.awt.headless=true -Dspring.context.exit=onRefresh \
  -jar xudai.jar --spring.datasource.username=xudai --spring.main.banner-mode=off --logging.level.root=warn \
  --xudai.development=true --xudai.store.access-key=nobody --xudai.store.secret-key=nothing \
  --xudai.forms.page-code-key-file="$work/page-codes.key" \
  --xudai.vault.key-encryption-key-file="$work/key-encryption.key" --xudai.vault.search-hash-key-file="$work/search-hash.key" \
  --xudai.bank-seal.key-file="$work/bank-seal.p12" --xudai.bank-seal.password-file="$work/bank-seal-password" \
  || echo "the node did not come to the end of its start: the archive will hold less"
echo "$(wc -l < "$1") classes"
