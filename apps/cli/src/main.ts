import { Command } from 'commander';
import { register as audit } from './commands/audit.command.js';
import { register as deadlines } from './commands/deadlines.command.js';
import { register as guard } from './commands/guard.command.js';
import { register as migrate } from './commands/migrate.command.js';
import { register as figures } from './commands/figures.command.js';
import { register as seed } from './commands/seed.command.js';
import { register as start } from './commands/start.command.js';
import { register as token } from './commands/token.command.js';
import { register as user } from './commands/user.command.js';
import { register as triage } from './commands/triage.command.js';

/** Adds one command to the program. */
type Register = (program: Command) => void;

const COMMANDS: readonly Register[] = [
  start,
  migrate,
  user,
  token,
  seed,
  figures,
  audit,
  triage,
  deadlines,
  guard,
];

const program = new Command('parapet')
  .description('Case manager for doctors who are criticised online.')
  .showHelpAfterError('(parapet --help lists the commands)');
for (const register of COMMANDS) register(program);
await program.parseAsync().catch(async (error: unknown) => {
  const { faultWords } = await import('./fault-words.js');
  const words = faultWords(error);
  if (words === undefined) throw error;
  process.stderr.write(`${words}\n`);
  process.exitCode = 1;
});
