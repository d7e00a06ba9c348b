import { type Command, InvalidArgumentError } from 'commander';

/** `parapet seed`: made-up cases for trying it out and for measuring. */
export function register(program: Command): void {
  program
    .command('seed')
    .description('write made-up cases, for trying Parapet out and for measuring it')
    .option('--cases <number>', 'how many, shared among the organisations', wholeNumber, 0)
    .option('--scenarios', 'open the forty worked examples as well', false)
    .option('--organisation <slug>', 'one organisation instead of all')
    .action(async (options: { cases: number; scenarios: boolean; organisation?: string }) => {
      if (options.cases === 0 && !options.scenarios)
        program.error('Give --cases N, --scenarios, or both.');
      const { withServices } = await import('../open-app.js');
      const { seed, SeedError } = await import('../seed/seed.js');
      const say = (line: string) => process.stdout.write(`${line}\n`);
      await withServices((app) => seed(app, options, say)).catch((error: unknown) => {
        if (error instanceof SeedError) program.error(error.message);
        throw error;
      });
    });
}

function wholeNumber(text: string): number {
  if (!/^\d{1,7}$/.test(text)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(text);
}
