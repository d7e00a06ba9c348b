import type { Journey } from '../journey.js';
import { logAnIncident, today } from './log-an-incident.js';
import { askForAdvice, NOBODY_IN_DANGER } from './triage.js';

/** Decisions that are not simply adopted. */
export const triageDecisions: readonly Journey[] = [
  {
    name: 'adviser: reads beside the questions what the answers come to, before they are saved',
    run: async (stage) => {
      const adviser = await stage.as('adviser@mdo.example');
      const reference = await logAnIncident(
        adviser,
        'Threat in a comment',
        'I know where you live.',
      );
      await adviser.visit(`/cases/${reference}/triage/questions/safety`);
      await adviser.enter({ ...NOBODY_IN_DANGER, contains_threat: 'explicit' });
      const said = adviser.page.getByRole('status').filter({ hasText: 'Police report leads' });
      await said.waitFor({ timeout: 10_000 });
    },
  },
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
    name: 'adviser: triage page by page, an answer changed and put back, urgent as it is',
    run: async (stage) => {
      const adviser = await stage.as('adviser@mdo.example');
      const reference = await logAnIncident(adviser, 'Own post to walk through', 'Cures all.', {
        direction: 'by_doctor',
        kind: 'misinformation',
        platform: 'x',
      });
      await adviser.visit(`/cases/${reference}/triage`);
      await adviser.press('Start triage');
      await adviser.enter({ ...NOBODY_IN_DANGER, immediate_danger: 'unsure' });
      await adviser.press('Continue');
      await adviser.requireWords('Page 2 of about', 'Against it', 'Act now');
      const status = await adviser.pressRefused('Continue');
      if (status < 400) throw new Error(`A page without answers was answered ${status}.`);
      await adviser.visit(`/cases/${reference}/triage/questions/conduct`);
      await adviser.enter({ yes: 'health_misinformation' });
      await adviser.press('Save and show what it changes');
      await adviser.visit(`/cases/${reference}/triage/questions/background`);
      await adviser.enter({ direction: 'about_doctor' });
      await adviser.press('Save and show what it changes');
      await adviser.requireWords('Some answers make no difference now', 'They are kept');
      await adviser.press('Put the earlier answer back');
      await adviser.requireWords('The earlier answers are back.');
      await adviser.visit(`/cases/${reference}/triage/questions/patient-information`);
      await adviser.enter({
        patient_info_disclosed: 'false',
        patient_identifiable: 'no',
        post_still_live: 'true',
        wrong_recipient_or_outsider: 'false',
      });
      await adviser.press('Save and see the advice');
      await adviser.requireWords('How grave it is', 'Every rule', 'Nearest:', 'First response by');
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
