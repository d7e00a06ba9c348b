import 'reflect-metadata';
import { withServices } from '../../apps/cli/src/open-app.js';
import { type Answered, answersTo, type Question } from './asked.js';
import { castOf } from './cast.js';
import { questions } from './questions.js';

/**
 * Asks PostgreSQL how it answers every list that is shown, as the runtime role and under row-level security, and
 * ends with 1 when it reads a table that grows from end to end, or many rows for few. For a database with 100,000
 * cases that was analysed since: `parapet seed --cases 100000 --organisation mdo`, then `npm run test:plans`.
 */

/** A table from which a scan reads more rows than this grows with the cases. */
const SMALL = 100;
/** Counts of a month by route, platform and kind: no case adds a row to them. */
const GROWS_BY_MONTHS = new Set(['figure_count']);
/** So many rows are read in no time, however many are given back. */
const FEW = 500;
/** Rows that may be read for each row that is given back. */
const MOST_READ = 4;

await withServices(async (app) => {
  const cast = await castOf(app, process.argv[2] ?? 'mdo');
  const faults: string[] = [];
  for (const question of await questions(app, cast)) {
    for (const answer of await answersTo(app, question)) {
      process.stdout.write(`${question.name}: ${told(answer)}\n`);
      faults.push(...faultsOf(question, answer).map((fault) => `${question.name}: ${fault}`));
    }
  }
  for (const fault of faults) process.stdout.write(`FAULT ${fault}\n`);
  process.stdout.write(`${faults.length} faults\n`);
  process.exitCode = faults.length > 0 ? 1 : 0;
});

function told({ milliseconds, rowsRead, rowsGiven, scans }: Answered): string {
  return `${milliseconds} ms, ${rowsRead} rows read, ${rowsGiven} given, by ${scans.join(', ')}`;
}

function faultsOf({ isSum }: Question, { readWhole, rowsRead, rowsGiven }: Answered): string[] {
  const whole = readWhole
    .filter(({ table, rows }) => rows > SMALL && !GROWS_BY_MONTHS.has(table))
    .map(({ table }) => `all of ${table} is read`);
  const isWasteful = !isSum && rowsRead > FEW && rowsRead > rowsGiven * MOST_READ;
  return isWasteful ? [...whole, `${rowsRead} rows read for ${rowsGiven}`] : whole;
}
