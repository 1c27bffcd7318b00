#!/usr/bin/env bash
# Tries what docs/deployment.md says, on this machine and without touching it: PostgreSQL with a role that is no superuser, the
# service's own command as another user, nginx with HTTPS and IPv6 before it, backup and restore. Everything lies in a temporary
# folder and on loopback. Needs root, nginx, openssl, curl, PostgreSQL 15; the program must be built. Ends with 0 when all held.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
base=${TRY_PORT:-21780}
work=$(mktemp -d /tmp/kaiming-deployment-XXXXXX)
chmod 755 "$work"
bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1)
node=$root/node_modules/node/bin/node
pids=()

finish() {
  for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
  wait 2>/dev/null || true
  [ -d "$work/pg" ] && runuser -u postgres -- "$bin/pg_ctl" -D "$work/pg" -m immediate stop >/dev/null 2>&1 || true
  rm -rf "$work"
}
trap finish EXIT
ok() { printf 'ok  %s\n' "$1"; }
fail() { printf 'FAILED  %s\n' "$1" >&2; exit 1; }
expect() { if [[ $2 == *"$3"* ]]; then ok "$1"; else fail "$1: expected “$3”, got “${2:0:300}”"; fi; }

# systemd: the units as they are, with the paths of this checkout
mkdir "$work/units"
for unit in kaiming.service kaiming-backup.service kaiming-backup.timer; do
  sed "s#/opt/kaiming#$root#g" "$root/deploy/$unit" >"$work/units/$unit"
done
said=$(systemd-analyze verify "$work/units/kaiming.service" "$work/units/kaiming-backup.timer" 2>&1 | grep -v 'man page' || true)
[ -z "$said" ] && ok 'systemd-analyze verify has nothing to say' || fail "systemd-analyze: $said"

# PostgreSQL: an owner that is no superuser and may make roles until the first start is through
mkdir "$work/pg"; chown postgres "$work/pg"
as_postgres() { runuser -u postgres -- "$@"; }
as_postgres "$bin/initdb" -D "$work/pg" --auth-local trust --auth-host scram-sha-256 -E UTF8 --locale C.UTF-8 >/dev/null
as_postgres "$bin/pg_ctl" -D "$work/pg" -w -l "$work/pg/log" -o "-p $((base + 1)) -c listen_addresses=127.0.0.1 -c unix_socket_directories=$work/pg" start >/dev/null
psql() { as_postgres "$bin/psql" -h "$work/pg" -p $((base + 1)) -v ON_ERROR_STOP=1 -qAtX "$@"; }
psql -c "CREATE ROLE kaiming LOGIN CREATEROLE PASSWORD 'trial'" -c 'CREATE DATABASE kaiming OWNER kaiming'

# the program, by the service's own command, as a user that can write its data folder alone
mkdir "$work/data"; chown nobody "$work/data"
export DATABASE_URL="postgres://kaiming:trial@127.0.0.1:$((base + 1))/kaiming"
export KAIMING_DATA_DIR=$work/data PORT=$base KAIMING_TRUSTED_PROXIES=127.0.0.1 KAIMING_RATE_LIMIT=1 KAIMING_LOG_LEVEL=warn
kaiming() { (cd "$root" && runuser -u nobody -- bin/kaiming.js "$@"); }
kaiming settings import examples/settings.json >/dev/null
kaiming units load examples/units.json >/dev/null
ok 'the first command migrates a database whose owner is no superuser'
psql -c 'ALTER ROLE kaiming NOCREATEROLE'
kaiming ingest examples/gazettes/明溪政办发〔2025〕19号.html >/dev/null 2>&1
(cd "$root" && exec runuser -u nobody -- "$node" bin/kaiming.js serve) >"$work/serve.log" 2>&1 &
pids+=($!)
for _ in $(seq 100); do curl -fs "http://127.0.0.1:$base/readyz" >/dev/null && break; sleep 0.2; done
expect 'ready without the right to make roles' "$(curl -s "http://127.0.0.1:$base/readyz")" ready
expect 'metrics to this machine' "$(curl -s "http://127.0.0.1:$base/metrics")" kaiming_request_seconds

# nginx with HTTPS and IPv6
mkdir -p "$work/tls" "$work/nginx"
openssl req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=www.mingxi.example -addext 'subjectAltName=DNS:www.mingxi.example' \
  -keyout "$work/tls/key.pem" -out "$work/tls/certificate.pem" 2>/dev/null
{
  echo "pid $work/nginx/pid; error_log $work/nginx/error.log; events {} http { access_log off;"
  for place in client_body proxy fastcgi uwsgi scgi; do echo "${place}_temp_path $work/nginx/$place;"; done
  sed -e "s#127.0.0.1:3000#127.0.0.1:$base#; s#/etc/kaiming/tls#$work/tls#" \
    -e "s#listen 80;#listen 127.0.0.1:$((base + 2));#; s#listen \[::\]:80;#listen [::1]:$((base + 2));#" \
    -e "s#listen 443 #listen 127.0.0.1:$((base + 3)) #; s#listen \[::\]:443 #listen [::1]:$((base + 3)) #" "$root/deploy/nginx.conf"
  echo '}'
} >"$work/nginx/nginx.conf"
nginx -t -q -c "$work/nginx/nginx.conf" && ok 'nginx -t'
nginx -c "$work/nginx/nginx.conf" -g 'daemon off;' &
pids+=($!)
sleep 0.5
tls() { local address=$1; shift; curl -s --cacert "$work/tls/certificate.pem" --resolve "www.mingxi.example:$((base + 3)):$address" "$@"; }
site=https://www.mingxi.example:$((base + 3))
for address in 127.0.0.1 '[::1]'; do
  expect "HTTPS over $address" "$(tls "$address" "$site/")" '云岭市明溪区人民政府'
  expect "canonical address over $address" "$(tls "$address" "$site/")" 'rel="canonical" href="https://www.mingxi.example/"'
done
head=$(tls 127.0.0.1 -I -H 'Accept-Encoding: br' "$site/help")
expect 'HTTP/2' "$head" 'HTTP/2 200'
expect 'Strict-Transport-Security' "${head,,}" 'strict-transport-security: max-age=31536000'
expect 'Content-Security-Policy through the proxy' "${head,,}" "default-src 'none'"
expect 'encoded by the portal' "${head,,}" 'content-encoding: br'
etag=$(sed -n 's/^etag: //Ip' <<<"$head" | tr -d '\r')
expect '304 through the proxy' "$(tls 127.0.0.1 -o /dev/null -w '%{http_code}' -H "If-None-Match: $etag" "$site/help")" 304
expect 'metrics stay on this machine' "$(tls 127.0.0.1 -o /dev/null -w '%{http_code}' "$site/metrics")" 404
expect 'plain HTTP leads to HTTPS' "$(curl -s -o /dev/null -w '%{http_code} %{redirect_url}' -H 'Host: www.mingxi.example' "http://[::1]:$((base + 2))/help")" '308 https://www.mingxi.example/help'
statuses=$(for _ in $(seq 30); do tls 127.0.0.1 -o /dev/null -w '%{http_code} ' "$site/nothing"; done)
expect 'who asks too fast gets 429' "$statuses" 429
expect 'another visitor behind the same proxy is not held up' "$(tls '[::1]' -o /dev/null -w '%{http_code}' "$site/nothing")" 404
expect 'a made-up X-Forwarded-For helps nobody' "$(tls 127.0.0.1 -H 'X-Forwarded-For: 9.9.9.9' -o /dev/null -w '%{http_code}' "$site/nothing")" 429

# backup and restore, when the program has them
if kaiming --help | grep -q '^  backup '; then
  mkdir "$work/backups"; chown nobody "$work/backups"
  file=$(runuser -u nobody -- "$root/deploy/backup.sh" "$work/backups")
  ok "deploy/backup.sh wrote $(stat -c %s "$file") bytes"
  psql -c 'CREATE DATABASE restored OWNER kaiming'
  mkdir "$work/restored"; chown nobody "$work/restored"
  kaiming export "$work/data/before" --with-ids >/dev/null
  DATABASE_URL=${DATABASE_URL%/*}/restored KAIMING_DATA_DIR=$work/restored kaiming restore "$file" >/dev/null
  DATABASE_URL=${DATABASE_URL%/*}/restored KAIMING_DATA_DIR=$work/restored kaiming export "$work/restored/after" --with-ids >/dev/null
  diff -r "$work/data/before" "$work/restored/after" && ok 'what was restored is what was backed up'
fi

kill -TERM "${pids[0]}"; wait "${pids[0]}" 2>/dev/null || true
expect 'SIGTERM ends it' "$(curl -s -o /dev/null -w '%{http_code}' "http://127.0.0.1:$base/readyz" || true)" 000
echo 'everything held'
