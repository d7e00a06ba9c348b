import { Client } from 'pg';
import { newId } from '#kernel';
import { createTestDatabase, type TestDatabase } from '../support/test-app.js';
import {
  asOrganisation,
  columnsOf,
  dropMeaning,
  insertInto,
  organisationTables,
  refusalOf,
  type TableColumn,
} from './catalogue.js';

/** Tables that name an organisation and yet are read before one is known; they hold ids and codes only. */
const READ_BEFORE_AN_ORGANISATION_IS_KNOWN = [
  'outbox', // the relay takes up the work of all organisations; payloads are ids
  'session', // found by the hash of its id, which names no organisation
];

const REFUSED = '42501';
const [A, B] = [newId(), newId()];

let database: TestDatabase;
let owner: Client;
let runtime: Client;
let columns: TableColumn[];
let tables: string[];

beforeAll(async () => {
  database = await createTestDatabase();
  owner = new Client({ connectionString: database.ownerUrl });
  runtime = new Client({ connectionString: database.config.databaseUrl });
  await Promise.all([owner.connect(), runtime.connect()]);
  columns = await columnsOf(owner);
  const all = await organisationTables(owner);
  tables = all.filter((table) => !READ_BEFORE_AN_ORGANISATION_IS_KNOWN.includes(table));
  await dropMeaning(owner);
  for (const organisation of [A, B]) await plantRows(organisation);
});

afterAll(async () => {
  await Promise.all([owner?.end(), runtime?.end()]);
  await database?.drop();
});

async function plantRows(organisation: string): Promise<void> {
  await owner.query(`select set_config('app.organisation', $1, false)`, [organisation]);
  for (const table of tables) await owner.query(insertInto(columns, table, organisation));
}

/** Names of the tables for which the question is answered with yes. */
async function tablesWhere(ask: (table: string) => Promise<boolean>): Promise<string[]> {
  const found: string[] = [];
  for (const table of tables) if (await ask(table)) found.push(table);
  return found;
}

async function countOf(table: string): Promise<number> {
  const { rows } = await runtime.query<{ n: number }>(`select count(*)::int as n from "${table}"`);
  return rows[0]!.n;
}

async function namesOf(sql: string): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(sql);
  return rows.map(({ name }) => name);
}

describe('rows of an organisation', () => {
  it('stand under row-level security that binds the owner of the tables as well', async () => {
    const bound = await namesOf(`
      select relname as name from pg_class c
       where relnamespace = 'public'::regnamespace and relrowsecurity and relforcerowsecurity
         and exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'own_organisation'
                       and p.polcmd = '*' and p.polqual is not null and p.polwithcheck is not null)`);
    expect(tables.length).toBeGreaterThan(20);
    expect(tables.filter((table) => !bound.includes(table))).toEqual([]);
  });

  it('are opened further for nothing but the look-ups before an organisation is known', async () => {
    const policies = await namesOf(`
      select tablename || ' ' || policyname || ' ' || cmd || ' ' || array_to_string(roles, ',') as name
        from pg_policies where policyname <> 'own_organisation' order by 1`);
    expect(policies).toEqual([
      'api_token lookup SELECT parapet_lookup',
      'organisation lookup SELECT parapet_lookup',
      'person lookup SELECT parapet_lookup',
    ]);
  });

  it('are not there, and cannot be made, before the organisation is set', async () => {
    await asOrganisation(runtime, null, async () => {
      expect(await tablesWhere(async (table) => (await countOf(table)) > 0)).toEqual([]);
      const accepting = await tablesWhere(
        async (table) => (await insertRefusal(table, A)) !== REFUSED,
      );
      expect(accepting).toEqual([]);
    });
  });

  it('are seen by their organisation alone', async () => {
    await asOrganisation(runtime, A, async () => {
      expect(await tablesWhere(async (table) => (await countOf(table)) !== 1)).toEqual([]);
      const showing = await tablesWhere(async (table) => {
        const sql = `select from "${table}" where organisation_id = $1`;
        return (await runtime.query(sql, [B])).rowCount !== 0;
      });
      expect(showing).toEqual([]);
    });
  });

  it('cannot be written, changed or removed for another organisation', async () => {
    await asOrganisation(runtime, A, async () => {
      const inserting = await tablesWhere(
        async (table) => (await insertRefusal(table, B)) !== REFUSED,
      );
      expect(inserting).toEqual([]);
      const moving = await tablesWhere(async (table) => {
        const sql = `update "${table}" set organisation_id = $1`;
        return (await refusalOf(runtime, sql, [B])) !== REFUSED;
      });
      expect(moving).toEqual([]);
    });
    expect(await countsOfB()).toEqual(tables.map((table) => [table, 1]));
  });

  function insertRefusal(table: string, organisation: string): Promise<string | undefined> {
    const { text, values } = insertInto(columns, table, organisation);
    return refusalOf(runtime, text, values);
  }

  /** Counted after everything that A was let do to rows that it could not see. */
  async function countsOfB(): Promise<[string, number][]> {
    await asOrganisation(runtime, A, async () => {
      for (const table of tables) {
        await refusalOf(runtime, `delete from "${table}" where organisation_id = $1`, [B]);
      }
    });
    return asOrganisation(runtime, B, async () => {
      const counts: [string, number][] = [];
      for (const table of tables) counts.push([table, await countOf(table)]);
      return counts;
    });
  }
});

describe('the audit trail', () => {
  it.each([
    'update audit_event set detail = detail',
    'delete from audit_event',
    'truncate audit_event',
    'update audit_seal set event_hash = event_hash',
    'delete from audit_seal',
    'truncate audit_seal',
    'update audit_unsealed set event_id = event_id',
    'alter table audit_event disable row level security',
    'alter table audit_event disable trigger all',
  ])('refuses the running processes: %s', async (sql) => {
    await asOrganisation(runtime, A, async () => {
      expect(await refusalOf(runtime, sql)).toBe(REFUSED);
    });
  });
});

describe('the role of the running processes', () => {
  it('owns nothing and stands above nothing', async () => {
    const owned = await namesOf(`
      select relname as name from pg_class where relowner = 'parapet_runtime'::regrole
      union all select proname from pg_proc where proowner = 'parapet_runtime'::regrole
      union all select nspname from pg_namespace where nspowner = 'parapet_runtime'::regrole`);
    expect(owned).toEqual([]);
    const above = await namesOf(`
      select rolname as name from pg_roles
       where rolname in ('parapet_runtime', 'parapet_lookup')
         and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)`);
    expect(above).toEqual([]);
    const memberOf = await namesOf(`
      select roleid::regrole::text as name from pg_auth_members
       where member = 'parapet_runtime'::regrole`);
    expect(memberOf).toEqual([]);
  });

  it('makes no tables of its own beside ours', async () => {
    await asOrganisation(runtime, A, async () => {
      expect(await refusalOf(runtime, 'create table public.mine (id int)')).toBe(REFUSED);
    });
  });
});

describe('functions with the rights of their owner', () => {
  it('are the four look-ups, and belong to the role that may read those columns alone', async () => {
    const { rows } = await owner.query<{ name: string; owner: string; open: boolean }>(`
      select proname as name, proowner::regrole::text as owner,
             has_function_privilege('public', oid, 'execute') as open
        from pg_proc
       where prosecdef and pronamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
       order by proname`);
    const lookup = { owner: 'parapet_lookup', open: false };
    expect(rows).toEqual([
      { name: 'find_person_for_sign_in', ...lookup },
      { name: 'find_signed_in', ...lookup },
      { name: 'find_token', ...lookup },
      { name: 'list_organisations', ...lookup },
    ]);
  });
});
