#!/usr/bin/env bash
# Makes the secrets of the compose file once, and prints the first sign-in. Needs openssl and htpasswd (apache2-utils).
# They lie in docker/secrets, or where XUDAI_SECRETS says; the compose file asks it too.
set -euo pipefail
secrets=${XUDAI_SECRETS:-$(cd "$(dirname "$0")" && pwd)/secrets}
mkdir -p "$secrets"
chmod 700 "$secrets"
cd "$secrets"
random() { openssl rand -hex "$1"; }
keep() { [ -s "$1" ] || printf '%s' "$2" > "$1"; chmod 644 "$1"; }

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
if [ ! -s bank-seal.p12 ]; then
  openssl req -x509 -newkey rsa:3072 -sha256 -days 1096 -subj "/CN=Xudai seal" -noenc \
    -addext keyUsage=critical,digitalSignature,nonRepudiation -addext basicConstraints=critical,CA:FALSE \
    -keyout bank-seal.pem -out bank-seal.crt 2> /dev/null
  openssl pkcs12 -export -name bank-seal -inkey bank-seal.pem -in bank-seal.crt \
    -passout file:bank-seal-password -out bank-seal.new
  rm bank-seal.pem
  mv bank-seal.new bank-seal.p12
fi
chmod 644 bank-seal.p12
if [ ! -s first-admin-password-hash ]; then
  password=$(random 8)
  keep first-admin-password-hash "{bcrypt}$(htpasswd -nbBC 12 '' "$password" | tr -d ':\n' | sed 's/^\$2y/$2a/')"
  echo "first sign-in: admin / $password (shown once)"
fi
echo "secrets are in $secrets"
