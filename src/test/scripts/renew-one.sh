#!/usr/bin/env bash
# Renews one whitelist entry from the import of the loan book to the evidence box, with curl alone, on a running
# development start. Usage: renew-one.sh [address, default http://127.0.0.1:8080]
# Elsewhere: PASSWORD is that of the people below, MAIL the address of a Mailpit that the messages go to (borrowers then have
# no mobile number), HALFWAY a command to run after the materials were submitted. CURL_CA_BUNDLE names whom to trust.
# Needs bash, curl, awk, iconv, unzip, sha256sum.
set -euo pipefail

base=${1:-http://127.0.0.1:8080}
password=${PASSWORD:-xudai-demo}
mail=${MAIL:-}
here=$(cd "$(dirname "$0")" && pwd)
data=$here/../resources/data/loans-gb18030.csv
papers=$here/../resources/papers
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

step() { printf '\n%s  %s\n' "$(date +%H:%M:%S)" "$*"; }
fail() { printf 'FAILED: %s\n' "$*" >&2; exit 1; }

# call METHOD PATH USER [curl arguments]: the answer's body; stops with the answer where the status is not 2xx
call() {
  local method=$1 path=$2 user=$3 status
  shift 3
  local auth=()
  if [[ $user == token:* ]]; then auth=(-H "Authorization: Bearer ${user#token:}"); fi
  if [[ $user != token:* && -n $user ]]; then auth=(-u "$user:$password"); fi
  status=$(curl -sS -o "$work/answer" -w '%{http_code}' -X "$method" "${auth[@]}" "$@" "$base$path")
  [[ $status == 2* ]] || fail "$method $path answered $status: $(cat "$work/answer")"
  cat "$work/answer"
}
json() { call "$1" "$2" "$3" -H 'Content-Type: application/json' -d "$4"; }
# text FIELD: the first text of that name in the JSON on standard input
text() { { grep -o "\"$1\" *: *\"[^\"]*\"" || true; } | head -n 1 | sed 's/^[^:]*: *"//; s/"$//'; }

# sent link|code: the latest one that was sent to the borrower
sent() {
  if [[ -z $mail ]]; then curl -sS "$base/dev/outbox?caseNumber=$case" | text "$1"; return; fi
  case $1 in
    link) curl -sS "$mail/view/latest.txt" | { grep -o "$base/i/[^ ]*" || true; } ;;
    code) curl -sS "$mail/view/latest.txt" | { grep -oE '\b[0-9]{6}\b' || true; } | head -n 1 ;;
  esac | tr -d '\r'
}

state() { call GET "/api/v1/renewals/$case" li.officer | text state; }
until_state() {
  for _ in $(seq 60); do
    now=$(state)
    [[ $now == "$1" ]] && return 0
    sleep 1
  done
  fail "the case is $now, not $1"
}
# task KIND USER: id of the case's open task of that kind, empty where there is none
task() {
  call GET "/api/v1/tasks?kind=$1&size=200" "$2" | tr '{' '\n' | grep "\"caseNumber\":\"$case\"" | text id || true
}
task_soon() {
  local id=
  for _ in $(seq 60); do
    id=$(task "$1" "$2")
    [[ -n $id ]] && break
    sleep 1
  done
  [[ -n $id ]] || fail "no task $1 for $2"
  printf '%s' "$id"
}

step "shift the dates of $(basename "$data") to today"
made=2026-11-23
today=${TODAY:-$(TZ=Asia/Shanghai date +%Y-%m-%d)}
iconv -f GB18030 -t UTF-8 "$data" | awk -F, -v OFS=, -v made="$made" -v today="$today" -v mobiles="${mail:-yes}" '
  # days since 1970-01-01 and back, by Howard Hinnant
  function days(text,   p, y, m, e, o) {
    split(text, p, "-"); y = p[1] + 0; m = p[2] + 0
    if (m <= 2) y--
    e = int(y / 400); o = y - e * 400
    return e * 146097 + o * 365 + int(o / 4) - int(o / 100) \
      + int((153 * (m + (m > 2 ? -3 : 9)) + 2) / 5) + p[3] - 1 - 719468
  }
  function day(n,   e, o, y, r, q, m) {
    n += 719468; e = int(n / 146097); o = n - e * 146097
    y = int((o - int(o / 1460) + int(o / 36524) - int(o / 146096)) / 365)
    r = o - (365 * y + int(y / 4) - int(y / 100)); q = int((5 * r + 2) / 153)
    m = q < 10 ? q + 3 : q - 9
    return sprintf("%04d-%02d-%02d", y + e * 400 + (m <= 2), m, r - int((153 * q + 2) / 5) + 1)
  }
  BEGIN { by = days(today) - days(made) }
  {
    end = sub(/\r$/, "") ? "\r" : ""
    if (NR > 1 && mobiles != "yes") $9 = ""
    for (i = 1; i <= NF; i++) if ($i ~ /^20[0-9][0-9]-[0-9][0-9]-[0-9][0-9]$/) $i = day(days($i) + by)
    print $0 end
  }' > "$work/utf8.csv"
iconv -f UTF-8 -t GB18030 "$work/utf8.csv" > "$work/loans-gb18030.csv"

step "import it"
call POST /api/v1/loans/import li.officer -F "file=@$work/loans-gb18030.csv" > "$work/report.json"
sed 's/"rejected":.*//' "$work/report.json"

step "open the renewal of a loan of branch 35070201 that the rules allow"
case=
while read -r loan; do
  status=$(curl -sS -o "$work/opened" -w '%{http_code}' -u "li.officer:$password" \
    -H 'Content-Type: application/json' -d "{\"loanNumber\":\"$loan\"}" "$base/api/v1/renewals")
  if [[ $status == 201 ]]; then case=$(text caseNumber < "$work/opened"); break; fi
done < <(tr -d '\r' < "$work/utf8.csv" | awk -F, -v today="$today" '
  function days(text,   p, y, m, e, o) {
    split(text, p, "-"); y = p[1] + 0; m = p[2] + 0
    if (m <= 2) y--
    e = int(y / 400); o = y - e * 400
    return e * 146097 + o * 365 + int(o / 4) - int(o / 100) \
      + int((153 * (m + (m > 2 ? -3 : 9)) + 2) / 5) + p[3] - 1 - 719468
  }
  $20 == "35070201" && $11 == "经营快贷" && $18 == "正常" && $19 == 0 && $5 != "中型" {
    left = days($17) - days(today); entry = days($23) - days(today)
    if (left >= 12 && left <= 90 && (entry < 0 || entry >= 12)) print $1
  }')
[[ -n $case ]] || fail "no loan could be opened: $(cat "$work/opened")"
echo "loan $loan, case $case"
until_state COLLECTING

step "the contact opens his link and gets a code"
token=
for _ in $(seq 30); do
  token=$(sent link | sed 's#.*/i/##')
  [[ -n $token ]] && break
  sleep 1
done
[[ -n $token ]] || fail "no invitation was sent"
json POST /api/v1/my/code "" "{\"token\":\"$token\"}" > /dev/null
code=
for _ in $(seq 30); do
  code=$(sent code)
  [[ -n $code ]] && break
  sleep 1
done
[[ -n $code ]] || fail "no code was sent"
me=token:$(json POST /api/v1/my/session "" "{\"token\":\"$token\",\"code\":\"$code\"}" | text accessToken)

step "he fills in the application on the screen"
json PUT /api/v1/my/forms/application/answers "$me" \
  '{"business":"茶叶种植与销售，经营正常","use":"采购秋茶","repaymentSource":"茶叶销售收入"}' > /dev/null
call POST /api/v1/my/forms/application/freeze "$me"; echo

step "he hands in what the checklist asks for"
materials=$(call GET /api/v1/my/case "$me" | sed 's/.*"checklist"//' | tr '{' '\n' \
  | grep '^"code":"[a-z-]*","title"' | sed 's/^"code":"\([a-z-]*\)".*/\1/')
for material in $materials; do
  case $material in
    id-card) file=$papers/id-card.jpg ;;
    business-licence) file=$papers/business-licence.jpg ;;
    financials) file=$papers/statements.jpg ;;
    *) file=$work/$material.pdf; call GET "/api/v1/my/forms/$material" "$me" > "$file" ;;
  esac
  call POST /api/v1/my/documents "$me" -F "file=@$file" -F "material=$material" > "$work/upload.json"
  echo "$material $(text documentId < "$work/upload.json")"
done

step "each is inspected"
for _ in $(seq 60); do
  call GET /api/v1/my/case "$me" > "$work/my.json"
  grep -q '"state":"\(RECEIVED\|INSPECTING\)","way"' "$work/my.json" || break
  sleep 1
done
tr '{' '\n' < "$work/my.json" | grep -o '"code":"[A-Z_]*","level":"[A-Z]*"' | sort | uniq -c

step "he submits"
call POST /api/v1/my/submit "$me"; echo

if [[ -n ${HALFWAY:-} ]]; then
  step "$HALFWAY"
  eval "$HALFWAY"
fi

step "li.officer investigates"
id=$(task_soon InvestigateCase li.officer)
at=$(call GET "/api/v1/renewals/$case" li.officer | sed 's/.*"code":"credit-authorization"//' | text receivedAt)
subjects=$(call GET "/api/v1/tasks/$id" li.officer | sed 's/.*"creditSubjects"//' | grep -o '"subject":"[^"]*"' | sed 's/.*:"//; s/"$//')
queries=
for subject in $subjects; do
  queries="$queries${queries:+,}{\"subject\":\"$subject\",\"number\":\"ZX-$RANDOM\",\"at\":\"$at\",\"outcome\":\"CLEAR\"}"
done
json POST "/api/v1/tasks/$id/complete" li.officer \
  "{\"outcome\":\"AGREE\",\"comment\":\"情况属实，同意续期\",\"opinion\":{\"creditQueries\":[$queries]}}"; echo

for _ in $(seq 30); do
  if [[ $(state) == IN_REVIEW ]]; then break; fi
  id=$(task CoInvestigateCase sun.officer)
  if [[ -n $id ]]; then
    step "sun.officer confirms as the second investigator"
    json POST "/api/v1/tasks/$id/complete" sun.officer '{"outcome":"AGREE","comment":"同意"}'; echo
  fi
  sleep 1
done

step "wang.reviewer reviews"
id=$(task_soon ReviewCase wang.reviewer)
json POST "/api/v1/tasks/$id/complete" wang.reviewer '{"outcome":"AGREE","comment":"材料齐全"}'; echo

for approver in zhao.approver qian.approver; do
  id=
  for _ in $(seq 30); do
    id=$(task ApproveCase $approver)
    [[ -n $id || $(state) == RENEWED ]] && break
    sleep 1
  done
  if [[ -n $id ]]; then
    step "$approver approves"
    json POST "/api/v1/tasks/$id/complete" $approver '{"outcome":"APPROVE","comment":"同意"}'; echo
  fi
done

step "the whitelist entry is renewed"
until_state RENEWED
call GET "/api/v1/loans/$loan" li.officer | tr ',' '\n' | grep 'whitelistEnd\|contract'

step "the evidence box holds"
sleep 2
call GET "/api/v1/renewals/$case/evidence" auditor > "$work/evidence.zip"
mkdir "$work/box"
unzip -q "$work/evidence.zip" -d "$work/box"
(cd "$work/box" && sha256sum --quiet -c SHA256SUMS && echo "$(wc -l < SHA256SUMS) files as listed")

step "$case is RENEWED"
