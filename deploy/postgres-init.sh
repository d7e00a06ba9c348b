#!/bin/sh
# Run once by the postgres image, when its data directory is empty.
set -eu
psql --username "$POSTGRES_USER" --dbname postgres \
  --set owner_password="$DB_OWNER_PASSWORD" --set runtime_password="$DB_RUNTIME_PASSWORD" \
  --file /deploy/create-roles.sql
