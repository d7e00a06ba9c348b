import type { Command } from 'commander';
import type { VerifyOptions } from '../audit/verify-trails.js';

/** `parapet audit verify`: proves that the audit trails are what was once recorded. */
export function register(program: Command): void {
  program
    .command('audit')
    .description('the audit trails')
    .command('verify')
    .description('check every event, chain and seal; exit 1 when something is not what it was')
    .option('--checkpoint <file>', 'signed checkpoints that were kept elsewhere (JSON lines)')
    .option('--organisation <slug>', 'one organisation instead of all')
    .action(async (options: VerifyOptions) => {
      const { verifyTrails } = await import('../audit/verify-trails.js');
      const isSound = await verifyTrails(options, (line) => process.stdout.write(`${line}\n`));
      if (!isSound) process.exitCode = 1;
    });
}
