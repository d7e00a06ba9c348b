import type { Command } from 'commander';

/** `parapet migrate`: brings the database up to date. */
export function register(program: Command): void {
  program
    .command('migrate')
    .description('bring the tables up to date (PARAPET_MIGRATE_URL, else DATABASE_URL)')
    .action(async () => {
      const { ensureRootKey, migrate } = await import('#platform');
      const { commandConfig } = await import('../command-config.js');
      const { MIGRATIONS } = await import('../../../../migrations/index.js');
      const config = commandConfig();
      ensureRootKey(config);
      const done = await migrate(config.migrateUrl, MIGRATIONS);
      process.stdout.write(
        done.length > 0 ? `${done.join('\n')}\n` : 'The tables are up to date.\n',
      );
    });
}
