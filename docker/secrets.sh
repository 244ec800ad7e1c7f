#!/usr/bin/env bash
# Makes the secrets of the compose file once, and prints the first sign-in. Needs openssl and htpasswd (apache2-utils).
set -euo pipefail
cd "$(dirname "$0")"
mkdir -p secrets
chmod 700 secrets
random() { openssl rand -hex "$1"; }
keep() { [ -s "secrets/$1" ] || printf '%s' "$2" > "secrets/$1"; chmod 644 "secrets/$1"; }

keep database-password "$(random 24)"
keep store-secret-key "$(random 24)"
# a key of 256 bits with its id; add a line with another id to rotate, the last line is the current one
keep page-codes.key "P1 $(random 32)"
if [ ! -s secrets/first-admin-password-hash ]; then
  password=$(random 8)
  keep first-admin-password-hash "{bcrypt}$(htpasswd -nbBC 12 '' "$password" | tr -d ':\n' | sed 's/^\$2y/$2a/')"
  echo "first sign-in: admin / $password (shown once)"
fi
echo "secrets are in $(pwd)/secrets"
