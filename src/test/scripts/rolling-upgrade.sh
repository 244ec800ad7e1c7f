#!/bin/sh
# Drills an upgrade without a pause: rolling-upgrade.sh [commit or tag of the release before].
# Nodes of that release and of this one work side by side while people work, there and back again.
# Ends with 0 where nothing was lost, doubled or left half done.
set -eu
cd "$(dirname "$0")/../../.."
release=${1:-$(cat docs/release-before)}
before=$(mktemp -d)
log=$(mktemp)
trap 'git worktree remove --force "$before/source" > /dev/null 2>&1 || true; rm -rf "$before" "$log"' EXIT
git worktree add --quiet --detach "$before/source" "$release"
(cd "$before/source" && mvn -B -ntp -q test-compile dependency:build-classpath \
    -DincludeScope=test -Dmdep.outputFile="$before/libraries")
printf '%s/target/test-classes:%s/target/classes:%s' "$before/source" "$before/source" "$(cat "$before/libraries")" \
    > "$before/class-path"
echo "upgrade: from $release to $(git rev-parse --short HEAD)"
mvn -B -ntp -q verify -Pdrills -Dtest=RollingUpgradeTests -Ddrills.before="$before/class-path" > "$log" 2>&1 && code=0 || code=$?
grep '^upgrade:' "$log" || true
[ "$code" = 0 ] || tail -40 "$log"
exit "$code"
