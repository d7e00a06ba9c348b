import type { Journey } from '../journey.js';
import { logAnIncident } from './log-an-incident.js';
import { pressRefusedAt } from './refusals.js';
import { recordSent, releaseReport, writeReport } from './reporting-a-post.js';
import { adoptAdvice, askForAdvice } from './triage.js';

/** A result of a search engine: asked to go, refused, and taken to the regulator. */
export const delisting: readonly Journey[] = [
  {
    name: 'delisting: a search engine is asked to remove a result, refuses, and the regulator decides',
    run: async (stage) => {
      const adviser = await stage.as('adviser@mdo.example');
      const reference = await logAnIncident(
        adviser,
        'An old story about a hearing',
        'Doctor before the panel, says a page from many years ago.',
        { url: 'https://news.example/2004/panel', platform: 'blog', kind: 'false_allegation' },
      );
      await askForAdvice(adviser, reference, { content: { yes: 'platform_policy_breach' } });
      await adoptAdvice(adviser);
      await adviser.visit(`/cases/${reference}/moderator-reports`);
      await adviser.follow('Ask a search engine to remove a result');
      const page = `/cases/${reference}/moderator-reports?platform=search_delisting`;
      const report = await writeReport(adviser, page, { surface: 'result', ground: 'outdated' });
      await releaseReport(adviser, await stage.as('approver@mdo.example'), report);
      await adviser.requireWords('https://news.example/2004/panel', 'the results for the name');
      await recordSent(adviser, 'D-4711');
      await adviser.visit(report);
      await adviser.enter({ to: 'kept' });
      await pressRefusedAt(adviser, 'Record it', 'note', { to: 'kept' });
      await adviser.requireWords('They keep the result');
      for (const [to, besides] of ANSWERS) {
        await adviser.visit(report);
        await adviser.enter({ to, ...besides });
        await adviser.press('Record it');
      }
      await adviser.requireWords('Appealed');
      await adviser.requireWords('They see a public interest in it.', 'Gone after the appeal');
    },
  },
];

const ANSWERS = [
  ['kept', { note: 'They see a public interest in it.' }],
  ['appealed', {}],
  ['appeal_removed', { cause: 'platform' }],
] as const;
