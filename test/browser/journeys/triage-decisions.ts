import type { Journey } from '../journey.js';
import { logAnIncident, today } from './log-an-incident.js';
import { askForAdvice } from './triage.js';

/** Decisions that are not simply adopted. */
export const triageDecisions: readonly Journey[] = [
  {
    name: 'adviser: a doctor’s own post with a breach goes to data protection, with a clock of 72 hours',
    run: async (stage) => {
      const adviser = await stage.as('adviser@trust.example');
      const reference = await logAnIncident(adviser, 'Own post with details', 'Saw a rare case…', {
        direction: 'by_doctor',
        kind: 'confidentiality_text',
        platform: 'facebook',
      });
      await askForAdvice(adviser, reference, {
        'patient-information': {
          patient_info_disclosed: 'true',
          patient_identifiable: 'yes',
          post_still_live: 'true',
          wrong_recipient_or_outsider: 'true',
        },
      });
      await adviser.requireWords('Data protection');
      await adviser.enter({
        'starts-controller_aware-at': today(),
        'starts-controller_aware-time': '00:00',
        'starts-controller_aware-noticedBy': 'Practice manager',
      });
      await adviser.press('Adopt this advice');
      await adviser.visit(`/cases/${reference}/deadlines`);
      await adviser.requireWords('noticed by Practice manager');
      await (await stage.as('dpo@trust.example')).visit('/data-protection');
    },
  },
  {
    name: 'adviser: overrides the advice, which takes a reason',
    run: async (stage) => {
      const adviser = await stage.as('adviser@mdo.example');
      const reference = await logAnIncident(adviser, 'Advice to be overridden', 'Rude and late.');
      await askForAdvice(adviser, reference);
      await adviser.visit(`/cases/${reference}/triage/override`);
      await adviser.enter({ route: 'private_contact' });
      const status = await adviser.pressRefused('Record this decision');
      if (status < 400) throw new Error(`A decision without a reason was answered ${status}.`);
      await adviser.enter({ reason: 'The patient has rung the practice.' });
      await adviser.press('Record this decision');
      await adviser.visit(`/cases/${reference}/triage/result`);
      await adviser.requireWords('Overridden', 'The patient has rung the practice.');
    },
  },
];
