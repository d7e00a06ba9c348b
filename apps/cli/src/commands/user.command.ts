import { type Command, InvalidArgumentError, Option } from 'commander';

interface Given {
  organisation: string;
  name: string;
  email: string;
  role: string;
  passwordStdin?: boolean;
}

const ROLES = ['doctor', 'adviser', 'approver', 'press', 'dpo', 'manager', 'admin'];

/** `parapet user add`: adds a person to an organisation. */
export function register(program: Command): void {
  const user = program.command('user').description('people who may sign in');
  user
    .command('add')
    .description('add a person; without --password-stdin a password is made and shown once')
    .requiredOption('--organisation <slug>', 'short name of the organisation')
    .requiredOption('--name <name>', 'name, as colleagues see it')
    .requiredOption('--email <address>', 'e-mail address that the person signs in with', anAddress)
    .addOption(new Option('--role <role>').choices(ROLES).makeOptionMandatory())
    .option('--password-stdin', 'read the password from the standard input')
    .action(add);
}

async function add(given: Given): Promise<void> {
  const { randomBytes } = await import('node:crypto');
  const { PeopleService } = await import('#identity');
  const { withServices } = await import('../open-app.js');
  const { refusable, readLine } = await import('../say.js');
  const password = given.passwordStdin
    ? await readLine(process.stdin)
    : randomBytes(15).toString('base64url');
  await refusable(() =>
    withServices(async (app) => {
      const people = app.get(PeopleService);
      const organisations = await people.listOrganisations();
      const found = organisations.find(({ slug }) => slug === given.organisation);
      if (!found) {
        const known = organisations.map(({ slug }) => slug).join(', ') || 'none yet';
        throw new InvalidArgumentError(
          `There is no organisation ${given.organisation}. There are: ${known}.`,
        );
      }
      const role = given.role as import('#identity').Role;
      const { name, email } = given;
      const id = await people.addPerson(found.organisation_id, { name, email, password, role });
      process.stdout.write(
        `${JSON.stringify({ id, email, role, ...(given.passwordStdin ? {} : { password }) })}\n`,
      );
    }),
  );
}

function anAddress(value: string): string {
  if (/^[^\s@]+@[^\s@]+$/.test(value)) return value;
  throw new InvalidArgumentError('Give an e-mail address.');
}
