import type { Journey } from '../journey.js';
import type { Screen } from '../screen.js';
import { logAnIncident } from './log-an-incident.js';
import { recordSent, releaseReport, writeReport } from './reporting-a-post.js';
import { adoptAdvice, askForAdvice } from './triage.js';

const POST = 'Avoid him. He lives at 4 Elm Row and I know when he is out.';

/** A report to a platform, from the case to the end of its one appeal. */
export const moderator: readonly Journey[] = [
  {
    name: 'moderator: a report is written, released, sent, refused, appealed, and the post goes',
    run: async (stage) => {
      const adviser = await stage.as('adviser@mdo.example');
      const reference = await logAnIncident(adviser, 'Review gives a home address', POST, {
        url: 'https://maps.example/r/elm',
        handle: 'angrybird',
      });
      await askForAdvice(adviser, reference, {
        who: { yes: 'discloses_doctor_private_info' },
      });
      await adviser.requireWords('Moderator');
      await adoptAdvice(adviser);
      const page = `/cases/${reference}/moderator-reports`;
      const report = await writeReport(adviser, page, {
        surface: 'review',
        ground: 'personal_information',
        quotes: 'I know when he is out',
      });
      await adviser.requireWords('“I know when he is out”', 'It needs approval');
      await releaseReport(adviser, await stage.as('approver@mdo.example'), report);
      await download(adviser);
      await record(adviser, report);
      await adviser.visit('/platforms');
      await adviser.visit('/platforms/google_business');
      await adviser.visit(`/cases/${reference}/moderator-reports?platform=search_delisting`);
      await (await stage.as('manager@mdo.example')).visit('/reports/moderator-reports');
    },
  },
];

async function download(adviser: Screen): Promise<void> {
  const [file] = await Promise.all([
    adviser.page.waitForEvent('download'),
    adviser.page.getByRole('button', { name: 'Download the pack' }).click(),
  ]);
  const name = file.suggestedFilename();
  if (!/^report-pack-PAR-.*\.zip$/.test(name)) throw new Error(`The pack is called ${name}.`);
}

async function record(adviser: Screen, report: string): Promise<void> {
  await recordSent(adviser, 'G-77');
  for (const [to, besides] of [
    ['kept', { note: 'They see no breach of their rules.' }],
    ['appealed', {}],
    ['appeal_removed', { cause: 'platform' }],
  ] as const) {
    await adviser.visit(report);
    await adviser.enter({ to, ...besides });
    await adviser.press('Record it');
  }
  await adviser.requireWords('Gone after the appeal', 'They see no breach of their rules.');
}
