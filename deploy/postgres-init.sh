#!/bin/sh
# Runs once, when the data folder is made: two databases, each with an owner of its own who owns nothing else.
# Synapse asks for LC_CTYPE C. With it, pg_trgm would silently find nothing in Japanese: hence C.UTF-8 for the hub.
set -eu

psql --set ON_ERROR_STOP=1 --quiet --username "$POSTGRES_USER" --dbname postgres \
  --set synapse_password="$(cat /run/secrets/synapse_database_password)" \
  --set tsunagi_password="$(cat /run/secrets/tsunagi_database_password)" <<'SQL'
CREATE ROLE synapse LOGIN PASSWORD :'synapse_password';
CREATE DATABASE synapse OWNER synapse TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C';
REVOKE CONNECT ON DATABASE synapse FROM PUBLIC;

CREATE ROLE tsunagi LOGIN PASSWORD :'tsunagi_password';
CREATE DATABASE tsunagi OWNER tsunagi TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C.UTF-8';
REVOKE CONNECT ON DATABASE tsunagi FROM PUBLIC;
SQL
