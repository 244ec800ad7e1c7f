#!/usr/bin/env bash
# Makes every image of the compose file and of `mvn verify -Pcontainers` on this machine, from Debian's packages and Go
# modules: for a machine that reaches those and no image registry. Then:
#   docker compose --env-file docker/local-images.env up --build
#   mvn verify -Pcontainers $(cat docker/local-images.maven)
# Needs root, docker, debootstrap and go. What is there already is not made again; `docker rmi` it first.
set -euo pipefail
cd "$(dirname "$0")"

suite=bookworm
minio=github.com/minio/minio@v0.0.0-20260212201848-7aac2a2c5b7c
mailpit=github.com/axllent/mailpit@v1.27.11
caddy=github.com/caddyserver/caddy/v2/cmd/caddy@v2.10.2
compose=github.com/docker/compose/v2/cmd@v2.40.3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

step() { printf '%s  %s\n' "$(date +%H:%M:%S)" "$*"; }
there() { docker image inspect "xudai-local/$1" > /dev/null 2>&1; }
# program NAME PACKAGE@VERSION: builds a Go program into the build context
program() {
  local module=$work/go-$1
  mkdir -p "$module"
  (cd "$module" && go mod init "local/$1" && go get "$2" \
    && CGO_ENABLED=0 go build -trimpath -ldflags '-s -w' -o "$work/context/$1" "${2%@*}") > "$work/$1.log" 2>&1 \
    || { cat "$work/$1.log"; exit 1; }
}
# image NAME: builds local/NAME.Dockerfile; each takes the place of a public image and has the same entry point, variables and
# names of files, as far as the compose file and the tests use them
image() {
  docker build --network host --file "local/$1.Dockerfile" --tag "xudai-local/$1" "$work/context" > "$work/$1.log" 2>&1 \
    || { cat "$work/$1.log"; exit 1; }
}

cp -r local "$work/context"
mkdir -p "$work/context/certificates"
# where the machine trusts somebody beside Debian's list, the build of the product has to as well
cp /usr/local/share/ca-certificates/*.crt "$work/context/certificates/" 2> /dev/null || true

if ! there debian; then
  step "debian from its packages"
  debootstrap --variant=minbase "$suite" "$work/debian" > "$work/debian.log" || { tail "$work/debian.log"; exit 1; }
  rm -rf "$work"/debian/var/cache/apt/* "$work"/debian/var/lib/apt/lists/*
  printf 'deb http://deb.debian.org/debian %s main\ndeb http://deb.debian.org/debian-security %s-security main\n' \
    "$suite" "$suite" > "$work/debian/etc/apt/sources.list"
  tar -C "$work/debian" -c . | docker import --change 'CMD ["bash"]' - xudai-local/debian > /dev/null
fi
for name in base java build database; do
  there $name || { step "$name"; image $name; }
done
there store || { step "store, from its source"; program minio $minio; image store; }
there mail || { step "mail catcher, from its source"; program mailpit $mailpit; image mail; }
there proxy || { step "proxy, from its source"; program caddy $caddy; image proxy; }

if ! docker compose version > /dev/null 2>&1; then
  step "docker compose itself, into ~/.docker/cli-plugins"
  program docker-compose $compose
  install -D "$work/context/docker-compose" ~/.docker/cli-plugins/docker-compose
fi

cat > local-images.env <<'ENV'
XUDAI_BUILD_IMAGE=xudai-local/build
XUDAI_BUILD_NETWORK=host
XUDAI_RUN_IMAGE=xudai-local/java
XUDAI_DATABASE_IMAGE=xudai-local/database
XUDAI_STORE_IMAGE=xudai-local/store
XUDAI_MAIL_IMAGE=xudai-local/mail
XUDAI_PROXY_IMAGE=xudai-local/proxy
ENV
printf -- '-Dcontainers.database=xudai-local/database -Dcontainers.store=xudai-local/store' > local-images.maven
step "done"
docker images 'xudai-local/*' --format '{{.Repository}}  {{.Size}}'
