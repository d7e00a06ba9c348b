import { type Command, InvalidArgumentError } from 'commander';

interface Given {
  email: string;
  name: string;
  scope?: string[];
  days: number;
}

/** `parapet token create`: makes an API token in a person's name. */
export function register(program: Command): void {
  const token = program.command('token').description('tokens for programs');
  token
    .command('create')
    .description('make an API token in the name of a person; it is shown once')
    .requiredOption('--email <address>', 'e-mail address of the person')
    .requiredOption('--name <name>', 'what the token is for')
    .option('--scope <right...>', 'rights of the person that the token has; all unless given')
    .option('--days <days>', 'days until it ends, 1 to 366', someDays, 90)
    .action(create);
}

async function create({ email, name, scope, days }: Given): Promise<void> {
  const { ApiTokensService, SignInService } = await import('#identity');
  const { withServices } = await import('../open-app.js');
  const { refusable } = await import('../say.js');
  await refusable(() =>
    withServices(async (app) => {
      const actor = await app.get(SignInService).findByEmail(email);
      if (!actor) throw new InvalidArgumentError('Nobody who may sign in has that address.');
      const tokens = app.get(ApiTokensService);
      const scopes = scope ? tokens.readScopes(scope) : tokens.scopesOf(actor);
      const made = await tokens.make(actor, { name, scopes, days });
      process.stdout.write(`${JSON.stringify({ ...made, scopes })}\n`);
    }),
  );
}

function someDays(value: string): number {
  const days = Number(value);
  if (Number.isInteger(days) && days >= 1 && days <= 366) return days;
  throw new InvalidArgumentError('Give a whole number from 1 to 366.');
}
