#!/usr/bin/env bash
# Makes the secrets of the compose file once, and prints the first sign-in. Needs openssl and htpasswd (apache2-utils).
set -euo pipefail
cd "$(dirname "$0")"
mkdir -p secrets
chmod 700 secrets
random() { openssl rand -hex "$1"; }
keep() { [ -s "secrets/$1" ] || printf '%s' "$2" > "secrets/$1"; chmod 644 "secrets/$1"; }

keep database-password "$(random 24)"
keep node-password "$(random 24)"
keep store-secret-key "$(random 24)"
# keys of 256 bits with their ids; add a line with another id to rotate, the last line is the current one.
# Keep copies of these files apart from the backups of the database: without them nothing that is sealed ever opens again.
keep page-codes.key "P1 $(random 32)"
keep key-encryption.key "K1 $(random 32)"
keep search-hash.key "H1 $(random 32)"
# the bank's seal: put a PKCS#12 file with a certificate of the bank's own authority here; this one vouches for itself
keep bank-seal-password "$(random 24)"
if [ ! -s secrets/bank-seal.p12 ]; then
  openssl req -x509 -newkey rsa:3072 -sha256 -days 1096 -subj "/CN=Xudai seal" -noenc \
    -addext keyUsage=critical,digitalSignature,nonRepudiation -addext basicConstraints=critical,CA:FALSE \
    -keyout secrets/bank-seal.pem -out secrets/bank-seal.crt 2> /dev/null
  openssl pkcs12 -export -name bank-seal -inkey secrets/bank-seal.pem -in secrets/bank-seal.crt \
    -passout file:secrets/bank-seal-password -out secrets/bank-seal.new
  rm secrets/bank-seal.pem
  mv secrets/bank-seal.new secrets/bank-seal.p12
fi
chmod 644 secrets/bank-seal.p12
if [ ! -s secrets/first-admin-password-hash ]; then
  password=$(random 8)
  keep first-admin-password-hash "{bcrypt}$(htpasswd -nbBC 12 '' "$password" | tr -d ':\n' | sed 's/^\$2y/$2a/')"
  echo "first sign-in: admin / $password (shown once)"
fi
echo "secrets are in $(pwd)/secrets"
