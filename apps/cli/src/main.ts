import { Command } from 'commander';
import { register as migrate } from './commands/migrate.command.js';
import { register as start } from './commands/start.command.js';
import { register as token } from './commands/token.command.js';
import { register as user } from './commands/user.command.js';

/** Adds one command to the program. */
type Register = (program: Command) => void;

const COMMANDS: readonly Register[] = [start, migrate, user, token];

const program = new Command('parapet')
  .description('Case manager for doctors who are criticised online.')
  .showHelpAfterError('(parapet --help lists the commands)');
for (const register of COMMANDS) register(program);
await program.parseAsync();
