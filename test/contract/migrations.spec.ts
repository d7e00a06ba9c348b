import { DataSource, type QueryRunner } from 'typeorm';
import { MIGRATIONS } from '../../migrations/index.js';
import { addressOf, onServer } from '../support/template-database.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

const NAME = `test_migrations_${process.pid}`;
const OWNER_URL = process.env['PARAPET_TEST_OWNER_URL']!;

/** All that a migration may make, one line a thing. */
const SCHEMA = `
  select format('column %s.%s %s %s %s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
                a.attnotnull, pg_get_expr(d.adbin, d.adrelid)) as thing
    from pg_attribute a join pg_class c on c.oid = a.attrelid
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
   where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
     and a.attnum > 0 and not a.attisdropped
  union all select format('constraint %s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
    from pg_constraint where connamespace = 'public'::regnamespace
  union all select 'index ' || indexdef from pg_indexes where schemaname = 'public'
  union all select format('policy %s %s %s %s %s', tablename, policyname, roles, qual, with_check)
    from pg_policies where schemaname = 'public'
  union all select format('security %s %s %s', relname, relrowsecurity, relforcerowsecurity)
    from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
  union all select format('function %s %s', p.oid::regprocedure, md5(p.prosrc)) from pg_proc p
   where pronamespace = 'public'::regnamespace
     and not exists (select from pg_depend where objid = p.oid and deptype = 'e')
  union all select format('trigger %s', pg_get_triggerdef(oid)) from pg_trigger where not tgisinternal
  union all select format('grant %s %s %s', table_name, grantee, privilege_type)
    from information_schema.role_table_grants where table_schema = 'public' and grantee like 'parapet_%'
  order by 1`;

async function schemaOf(runner: QueryRunner): Promise<string[]> {
  const rows = (await runner.query(SCHEMA)) as { thing: string }[];
  return rows.map(({ thing }) => thing);
}

describe('the migrations', () => {
  let source: DataSource;
  let runner: QueryRunner;

  beforeAll(async () => {
    await onServer(OWNER_URL, `create database ${NAME} template parapet`);
    source = await new DataSource({
      type: 'postgres',
      url: addressOf(OWNER_URL, NAME),
      installExtensions: false,
    }).initialize();
    runner = source.createQueryRunner();
  });

  afterAll(async () => {
    await runner?.release();
    await source?.destroy();
    await onServer(OWNER_URL, `drop database if exists ${NAME} with (force)`);
  });

  it('stand in the order of their times', () => {
    const times = MIGRATIONS.map(({ name }) => Number(/\d{13}$/.exec(name)?.[0]));
    expect(times).toEqual([...new Set(times)].sort((a, b) => a - b));
  });

  it('change rows of organisations only where the owner of the tables sees them', () => {
    const blind = MIGRATIONS.flatMap(({ name, prototype }) =>
      [prototype.up, prototype.down].flatMap((step) => {
        const sql = String(step).replaceAll(/\$\$[^]*?\$\$/g, '');
        const changed = [...sql.matchAll(/^\s*(?:update|delete from) (\w+)/gm)];
        return changed
          .filter(([, table]) => !sql.includes(`alter table ${table} no force row level security`))
          .map(([line]) => `${name}: ${line.trim()}`);
      }),
    );
    expect(blind).toEqual([]);
  });

  it.each(MIGRATIONS.map((migration) => [migration.name, migration] as const))(
    '%s goes up, leaves nothing when it goes down, and goes up again to the same',
    async (_, Migration) => {
      const migration = new Migration();
      const before = await schemaOf(runner);
      await migration.up(runner);
      const up = await schemaOf(runner);
      await migration.down(runner);
      expect(await schemaOf(runner)).toEqual(before);
      await migration.up(runner);
      expect(await schemaOf(runner)).toEqual(up);
      expect(up).not.toEqual(before);
    },
  );
});

describe('the entities', () => {
  let test: TestApp;

  beforeAll(async () => {
    test = await startTestApp();
  });
  afterAll(() => test?.close());

  it('fit the tables that they are mapped to: columns, types and what may be empty', async () => {
    const rows = await test.source.query<
      { table: string; column: string; type: string; nullable: boolean }[]
    >(`
      select table_name as "table", column_name as "column", udt_name as "type",
             is_nullable = 'YES' as nullable
        from information_schema.columns where table_schema = 'public'`);
    const found = new Map(rows.map((row) => [`${row.table}.${row.column}`, row]));
    const { entityMetadatas, driver } = test.source;
    const misfits = entityMetadatas.flatMap(({ tableName, columns }) =>
      columns.flatMap((column) => {
        const name = `${tableName}.${column.databaseName}`;
        const row = found.get(name);
        if (!row) return [`${name} does not exist`];
        const mapped = `${column.isArray ? '_' : ''}${innerName(driver.normalizeType(column))}`;
        return [
          ...(mapped === row.type ? [] : [`${name} is ${row.type}, mapped as ${mapped}`]),
          ...(column.isNullable === row.nullable ? [] : [`${name} differs in what may be empty`]),
        ];
      }),
    );
    expect(entityMetadatas.length).toBeGreaterThan(0);
    expect(misfits).toEqual([]);
  });
});

/** The name that a type has inside the database. */
function innerName(type: string): string {
  const names: Record<string, string> = {
    'timestamp with time zone': 'timestamptz',
    'character varying': 'varchar',
    boolean: 'bool',
    integer: 'int4',
    smallint: 'int2',
    bigint: 'int8',
  };
  return names[type] ?? type;
}
