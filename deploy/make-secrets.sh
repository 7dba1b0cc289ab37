#!/bin/sh
# Makes the secrets of a container installation, one file each, in deploy/secrets (or the folder given). Makes only
# what is missing, so that running it again is harmless. Keep a copy of the folder offline: without it, what is
# encrypted stays encrypted.
set -eu
umask 077

folder=${1:-$(dirname "$0")/secrets}
mkdir -p "$folder"
# The folder lets in its owner only. The files in it may be read by all, because containers read them as another user.
chmod 700 "$folder"

token() { head -c 32 /dev/urandom | od -An -v -tx1 | tr -d ' \n'; }
key() { head -c 32 /dev/urandom | base64 | tr -d '\n'; }

keep() {
  if [ -e "$folder/$1" ]; then
    echo "kept  $1"
    return
  fi
  printf '%s\n' "$2" > "$folder/$1.new"
  chmod 444 "$folder/$1.new"
  mv "$folder/$1.new" "$folder/$1"
  echo "made  $1"
}

for name in postgres_password synapse_database_password tsunagi_database_password redis_password search_key \
  as_token hs_token registration_secret macaroon_secret form_secret metrics_token; do
  keep "$name" "$(token)"
done
for name in index_key audit_key store_key; do
  keep "$name" "$(key)"
done
keep keyring "k1:$(key)"
keep signing_key "ed25519 a_$(token | cut -c1-6) $(key | tr -d '=')"
keep database_url "postgresql://tsunagi:$(cat "$folder/tsunagi_database_password")@postgres:5432/tsunagi"
