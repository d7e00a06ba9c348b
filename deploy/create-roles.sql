-- The two logins of Parapet and its database. Run once by a superuser of PostgreSQL 15 or later:
--   psql -v owner_password=… -v runtime_password=… -f deploy/create-roles.sql postgres
-- parapet_owner makes the tables (PARAPET_MIGRATE_URL); parapet_runtime is what web and worker sign in
-- as (DATABASE_URL): it owns nothing and is held to row-level security.
\set ON_ERROR_STOP on
create role parapet_owner login createrole nosuperuser nobypassrls password :'owner_password';
create role parapet_runtime login nocreaterole nosuperuser nobypassrls password :'runtime_password';
create database parapet owner parapet_owner;
revoke all on database parapet from public;
grant connect on database parapet to parapet_runtime;
\connect parapet
revoke create on schema public from public;
set role parapet_owner;
create extension if not exists pg_trgm;
create extension if not exists btree_gin;
create extension if not exists unaccent;
