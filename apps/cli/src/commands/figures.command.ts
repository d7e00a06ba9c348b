import type { Command } from 'commander';

/** `parapet figures rebuild`: makes the figures of the reports anew from the cases. */
export function register(program: Command): void {
  program
    .command('figures')
    .description('the figures of the reports')
    .command('rebuild')
    .description('make all figures anew from the cases')
    .action(async () => {
      const { withServices } = await import('../open-app.js');
      const { PeopleService } = await import('#identity');
      const { FiguresRebuildService } = await import('#reporting');
      await withServices(async (app) => {
        for (const { organisation_id: id, slug } of await app
          .get(PeopleService)
          .listOrganisations()) {
          const count = await app.get(FiguresRebuildService).rebuild(id);
          process.stdout.write(`${slug}: figures of ${count} cases.\n`);
        }
      });
    });
}
