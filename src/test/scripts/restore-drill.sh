#!/bin/sh
# Drills the restore: database and store are copied while people work, lost and restored; prints what was checked.
# Ends with 0 where everything that was acknowledged before the copy is there and the record holds.
set -eu
cd "$(dirname "$0")/../../.."
log=$(mktemp)
trap 'rm -f "$log"' EXIT
mvn -B -ntp -q verify -Pdrills -Dtest=RestoreDrillTests > "$log" 2>&1 && code=0 || code=$?
grep '^restore:' "$log" || true
[ "$code" = 0 ] || tail -40 "$log"
exit "$code"
