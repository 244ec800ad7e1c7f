#!/usr/bin/env bash
# Starts the compose file for real, with secrets of its own, and renews one whitelist entry through the proxy while a node is
# stopped: compose-smoke.sh [env file, such as docker/local-images.env]. Ends with 0 where all of it held, and takes
# everything away again; KEEP=yes leaves it running. Needs docker with compose, openssl, htpasswd, curl, jq and what
# renew-one.sh needs; the ports 8443 and 8025 of this machine have to be free.
set -euo pipefail
cd "$(dirname "$0")/../../.."

work=$(mktemp -d)
export XUDAI_SECRETS=$work/secrets
export PASSWORD=${PASSWORD:-a-long-password-of-$RANDOM}
export MAIL=http://localhost:8025
site=https://localhost:8443
options=()
if [[ -n ${1:-} ]]; then options=(--env-file "$1"); fi
# a message waits for the morning else
cat > "$work/awake.yml" <<'YAML'
services:
  node-1: {environment: {XUDAI_NOTICES_QUIET_HOURS: "false"}}
  node-2: {environment: {XUDAI_NOTICES_QUIET_HOURS: "false"}}
YAML

compose() { docker compose "${options[@]}" -p xudai-smoke -f docker-compose.yml -f "$work/awake.yml" "$@"; }
step() { printf '\n%s  %s\n' "$(date +%H:%M:%S)" "$*"; }
fail() { printf 'FAILED: %s\n' "$*" >&2; exit 1; }
end() {
  local code=$?
  if [[ $code != 0 ]]; then compose ps --all; compose logs --tail 40; fi
  if [[ ${KEEP:-} != yes ]]; then
    compose down --volumes --remove-orphans > /dev/null 2>&1 || true
    rm -rf "$work"
  fi
  exit "$code"
}
trap end EXIT

admin() { curl -sSf -u "admin:$PASSWORD" "$@"; }

# submitted PAGE FIELD=VALUE...: sends a form of the desk as a browser that was never there; gives where it is sent on to
submitted() {
  local page=$1 token field fields=()
  shift
  for field in "$@"; do fields+=(--data-urlencode "$field"); done
  rm -f "$work/cookies"
  token=$(curl -sSf -c "$work/cookies" "$site$page" | grep -o 'name="_csrf" value="[^"]*"' | head -n 1 \
    | sed 's/.*value="//; s/"//')
  curl -sSf -b "$work/cookies" -c "$work/cookies" -o /dev/null -w '%{redirect_url}' "$site$page" \
    --data-urlencode "_csrf=$token" "${fields[@]}"
}

# password USER OLD NEW: changes a password at the desk, as a person does
password() {
  local to
  to=$(submitted /desk/password "username=$1" "old=$2" "next=$3" "again=$3")
  [[ $to == "$site/desk/sign-in?changed" ]] || fail "the password of $1 was not changed: sent on to '$to'"
}

# member ID NAME NUMBER ROLE ALL-BRANCHES
member() {
  local first
  first=$(admin -X PUT -H 'Content-Type: application/json' "$site/api/v1/staff/$1" -d "{\"name\": \"$2\", \"employeeNumber\": $3,
    \"roles\": [\"$4\"], \"branch\": \"35070201\", \"allBranches\": $5, \"phone\": \"0599-5550104\", \"enabled\": true}" \
    | jq -r .firstPassword)
  password "$1" "$first" "$PASSWORD"
}

step "make the secrets and start"
first=$(docker/secrets.sh | sed -n 's/^first sign-in: admin \/ \([^ ]*\).*/\1/p')
compose up --detach --wait --wait-timeout 900 --quiet-pull
compose ps --format 'table {{.Service}}\t{{.Status}}'
for id in $(compose ps --quiet); do
  docker inspect "$id" --format '{{.Name}} {{.State.Health.Status}} {{.HostConfig.ReadonlyRootfs}} user={{.Config.User}} {{.HostConfig.CapDrop}}'
done | tee "$work/confined"
[[ $(wc -l < "$work/confined") -ge 6 ]] || fail "too few services"
! grep -vE ' healthy true user=[1-9a-z][0-9a-z:]* \[ALL\]$' "$work/confined" || fail "not healthy, not read-only or root"

step "the proxy's certificate is its own authority's"
compose exec -T proxy cat /data/caddy/pki/authorities/local/root.crt > "$work/root.crt"
export CURL_CA_BUNDLE=$work/root.crt

step "the administrator changes his first password and adds branches and people"
password admin "$first" "$PASSWORD"
for branch in 35010201 35010202 35020301 35070201 35070202; do
  admin -X PUT -H 'Content-Type: application/json' "$site/api/v1/branches/$branch" \
    -d "{\"name\": \"网点 $branch\", \"phone\": \"0599-5550104\", \"address\": \"武夷山市\"}" > /dev/null
done
member li.officer 李晓梅 '"M02011"' RELATIONSHIP_MANAGER false
member sun.officer 孙建平 '"M02012"' RELATIONSHIP_MANAGER false
member wang.reviewer 王慧琴 null REVIEWER false
member zhao.approver 赵明辉 null APPROVER false
member qian.approver 钱素芬 null APPROVER false
member auditor 审计员 null AUDITOR true

step "signed in, the administrator reads what a node says of itself"
to=$(submitted /desk/sign-in username=admin "password=$PASSWORD")
[[ $to == "$site"/desk/* ]] || fail "the administrator cannot sign in: sent on to '$to'"
curl -sSf -b "$work/cookies" "$site/actuator/health" | jq -c '.components | {db: .db.status, store: .objectStore, mail: .mail.status, notices: .notices.details}' \
  | tee "$work/health"
[[ $(jq -r .store.details.objectLock "$work/health") == true ]] || fail "the store locks nothing"

HALFWAY="docker stop --time 40 $(compose ps --quiet node-1) > /dev/null" src/test/scripts/renew-one.sh "$site"

step "one node did the rest; the other one comes back"
[[ $(compose ps --status running --services) != *node-1* ]] || fail "node-1 still runs"
compose start node-1 2> /dev/null
for _ in $(seq 60); do
  [[ $(docker inspect "$(compose ps --quiet node-1)" --format '{{.State.Health.Status}}') == healthy ]] && break
  sleep 2
done
docker inspect "$(compose ps --quiet node-1)" --format 'node-1 is {{.State.Health.Status}}' | grep healthy

step "the record holds, and every document has its bytes"
compose exec -T node-1 java -jar xudai.jar verify
compose exec -T node-1 java -jar xudai.jar reconcile
messages=$(curl -sSf "$MAIL/api/v1/messages?limit=1" | jq .total)
echo "$messages messages were caught"
[[ $messages -ge 2 ]] || fail "messages are missing"
step "all of it held"
