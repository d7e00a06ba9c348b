import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './row-level-security.js';

/** Roles, organisations, people, sessions, tokens, outbox. */
export class Foundation1763780400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await makeRoles(runner);
    await runner.query(`
      create table installation (
        only_one boolean primary key default true check (only_one),
        root_key_fingerprint text not null
      );
      grant select, insert on installation to parapet_runtime;

      create table organisation (
        organisation_id uuid primary key,
        kind text not null check (kind in ('mdo', 'trust')),
        name text not null check (length(name) between 1 and 200),
        slug text not null unique check (slug ~ '^[a-z0-9-]{2,40}$'),
        jurisdiction text not null,
        contacts jsonb not null default '{}',
        wrapped_key bytea not null,
        created_at timestamptz not null default now()
      );

      create table person (
        id uuid primary key,
        organisation_id uuid not null references organisation,
        name text not null check (length(name) between 1 and 200),
        role text not null check (role in
          ('doctor', 'adviser', 'approver', 'press', 'dpo', 'manager', 'admin')),
        extra_rights text[] not null default '{}',
        email_sealed bytea not null,
        email_index bytea not null unique,
        password_hash text not null,
        is_active boolean not null default true,
        created_at timestamptz not null default now(),
        version int not null default 1,
        unique (organisation_id, id)
      );

      create table session (
        id_hash bytea primary key,
        person_id uuid,
        organisation_id uuid,
        data jsonb not null,
        created_at timestamptz not null default now(),
        seen_at timestamptz not null default now(),
        expires_at timestamptz not null
      );
      create index session_person on session (person_id) where person_id is not null;
      create index session_expiry on session (expires_at);
      grant select, insert, update, delete on session to parapet_runtime;

      create table sign_in_failure (
        key_hash bytea primary key,
        failures int not null,
        blocked_until timestamptz not null,
        last_at timestamptz not null
      );
      grant select, insert, update, delete on sign_in_failure to parapet_runtime;

      create table api_token (
        id uuid primary key,
        organisation_id uuid not null references organisation,
        person_id uuid not null,
        name text not null check (length(name) between 1 and 100),
        token_hash bytea not null unique,
        scopes text[] not null,
        created_at timestamptz not null default now(),
        expires_at timestamptz not null,
        revoked_at timestamptz,
        foreign key (organisation_id, person_id) references person (organisation_id, id)
      );
      create index api_token_person on api_token (organisation_id, person_id);

      create table idempotency_key (
        organisation_id uuid not null,
        person_id uuid not null,
        key text not null check (length(key) between 1 and 255),
        request_hash bytea not null,
        status int,
        response jsonb,
        created_at timestamptz not null default now(),
        primary key (organisation_id, person_id, key)
      );
      create index idempotency_key_age on idempotency_key (created_at);

      create table outbox (
        id uuid primary key,
        organisation_id uuid not null,
        name text not null,
        payload jsonb not null,
        created_at timestamptz not null default now(),
        not_before timestamptz not null default now(),
        enqueued_at timestamptz,
        attempts int not null default 0,
        failure text,
        failed_at timestamptz,
        done_at timestamptz
      );
      create index outbox_open on outbox (id) where done_at is null and failed_at is null;
      create index outbox_failed on outbox (organisation_id, failed_at) where failed_at is not null;
      create index outbox_done on outbox (done_at) where done_at is not null;
      grant select, insert, update, delete on outbox to parapet_runtime;
    `);
    await protect(runner, 'organisation', 'select, insert, update');
    await protect(runner, 'person', 'select, insert, update');
    await protect(runner, 'api_token', 'select, insert, update');
    await protect(runner, 'idempotency_key', 'select, insert, update, delete');
    await makeLookups(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function find_person_for_sign_in(bytea), find_signed_in(uuid), find_token(bytea),
        list_organisations();
      drop table outbox, idempotency_key, api_token, sign_in_failure, session, person, organisation,
        installation;
    `);
  }
}

/** Roles belong to the server, not to one database: they may be there from an earlier one. */
async function makeRoles(runner: QueryRunner): Promise<void> {
  for (const role of ['parapet_runtime', 'parapet_lookup']) {
    await runner.query(`
      do $$ begin
        if not exists (select from pg_roles where rolname = '${role}') then
          create role ${role} nologin;
        end if;
      exception when duplicate_object or unique_violation then null;
      end $$`);
    await runner.query(`
      do $$ begin
        if current_user <> '${role}' and not pg_has_role(current_user, '${role}', 'set') then
          execute format('grant ${role} to %I', current_user);
        end if;
      exception
        -- PostgreSQL 15 knows no 'set' here: a member may always set the role.
        when invalid_parameter_value then execute format('grant ${role} to %I', current_user);
        -- The running processes sign in as this role themselves: nothing to grant.
        when insufficient_privilege then null;
      end $$`);
  }
  await runner.query(`grant usage on schema public to parapet_runtime, parapet_lookup`);
}

/**
 * The few questions that are asked before an organisation is known. They belong to a role of their own
 * that may read these columns and nothing else.
 */
async function makeLookups(runner: QueryRunner): Promise<void> {
  await runner.query(`
    grant select (id, organisation_id, name, role, extra_rights, email_index, password_hash, is_active)
      on person to parapet_lookup;
    grant select (organisation_id, name, kind, slug, jurisdiction, contacts) on organisation to parapet_lookup;
    grant select on api_token to parapet_lookup;
    create policy lookup on person for select to parapet_lookup using (true);
    create policy lookup on organisation for select to parapet_lookup using (true);
    create policy lookup on api_token for select to parapet_lookup using (true);

    create function find_person_for_sign_in(index bytea)
      returns table (id uuid, organisation_id uuid, password_hash text, is_active boolean)
      language sql stable security definer set search_path = public
      as $$ select p.id, p.organisation_id, p.password_hash, p.is_active
              from person p where p.email_index = index $$;

    create function find_signed_in(person uuid)
      returns table (id uuid, organisation_id uuid, name text, role text, extra_rights text[],
                     organisation_name text, organisation_kind text)
      language sql stable security definer set search_path = public
      as $$ select p.id, p.organisation_id, p.name, p.role, p.extra_rights, o.name, o.kind
              from person p join organisation o using (organisation_id)
             where p.id = person and p.is_active $$;

    create function find_token(hash bytea)
      returns table (id uuid, person_id uuid, scopes text[])
      language sql stable security definer set search_path = public
      as $$ select t.id, t.person_id, t.scopes from api_token t
             where t.token_hash = hash and t.revoked_at is null and t.expires_at > now() $$;

    create function list_organisations()
      returns table (organisation_id uuid, name text, kind text, slug text, jurisdiction text, contacts jsonb)
      language sql stable security definer set search_path = public
      as $$ select o.organisation_id, o.name, o.kind, o.slug, o.jurisdiction, o.contacts
              from organisation o order by o.name $$;
  `);
  const functions = [
    'find_person_for_sign_in(bytea)',
    'find_signed_in(uuid)',
    'find_token(bytea)',
    'list_organisations()',
  ];
  await runner.query(`grant create on schema public to parapet_lookup`);
  for (const name of functions) {
    await runner.query(`alter function ${name} owner to parapet_lookup`);
    await runner.query(`revoke all on function ${name} from public`);
    await runner.query(`grant execute on function ${name} to parapet_runtime`);
  }
  await runner.query(`revoke create on schema public from parapet_lookup`);
}
