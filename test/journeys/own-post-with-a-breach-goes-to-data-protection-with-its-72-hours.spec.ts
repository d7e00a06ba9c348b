import { fillIn, read } from '../support/steps/forms.js';
import { peopleOf, type SignedIn } from '../support/steps/people.js';
import { adoptsAdvice, asksForAdvice, logsIncident } from '../support/steps/triage.js';
import { startTestInstallation, type TestInstallation } from '../support/test-installation.js';

const POST = 'Saw a rare case on the ward by the river today.';

/** A Friday in summer time; the clocks go back on the Sunday after it. */
const AWARE = {
  'starts-controller_aware-at': '2025-10-24',
  'starts-controller_aware-time': '18:00',
  'starts-controller_aware-noticedBy': 'Ward manager',
};
/** 72 hours after 18:00 in British Summer Time: on Monday the wall shows 17:00. */
const DUE = '2025-10-27T17:00:00.000Z';
const DUE_IN_WORDS = '27 October 2025 at 5pm';
/** In lists, with the day of the week. */
const DUE_IN_LISTS = 'Mon 27 Oct 2025 at 5pm';

const BREACH = {
  'patient-information': {
    patient_info_disclosed: 'true',
    patient_identifiable: 'yes',
    post_still_live: 'true',
    wrong_recipient_or_outsider: 'true',
  },
};

describe('a doctor’s own post with a patient in it', () => {
  let test: TestInstallation;
  let adviser: SignedIn;
  let officer: SignedIn;
  let reference: string;
  let advice: string;

  beforeAll(async () => {
    test = await startTestInstallation();
    [adviser, officer] = await peopleOf(test, 'trust', ['adviser', 'dpo'] as const);
    reference = await logsIncident(adviser, {
      title: 'Own post with details',
      direction: 'by_doctor',
      kind: 'confidentiality_text',
      platform: 'facebook',
      setting: 'nhs_trust',
      postText: POST,
    });
    advice = await asksForAdvice(adviser, reference, BREACH);
  });
  afterAll(() => test.close());

  it('is no matter of the data protection officer before the route is decided', async () => {
    expect(await read(officer.visit, '/data-protection')).not.toContain(reference);
    expect((await officer.visit.open(`/data-protection/${reference}`)).status).toBe(404);
  });

  it('starts no clock on a moment that nobody answers for, or that is still to come', async () => {
    expect(advice).toContain('When did the controller become aware of the breach?');
    const page = `/cases/${reference}/triage/result`;
    for (const [part, wrong, said] of [
      ['noticedBy', '', 'Say who became aware of it'],
      ['at', '2199-01-01', 'not in the future'],
    ] as const) {
      const told = { ...AWARE, [`starts-controller_aware-${part}`]: wrong };
      const refused = await fillIn(adviser.visit, [page, page], told);
      expect([refused.status, refused.text.includes(said)]).toEqual([422, true]);
    }
    expect(await read(adviser.visit, `/cases/${reference}/deadlines`)).toContain(
      'No deadline runs on this case',
    );
  });

  it('runs 72 hours to the minute, over the weekend and the change of the clocks', async () => {
    await adoptsAdvice(adviser, reference, AWARE);
    const result = await read(adviser.visit, `/cases/${reference}/triage/result`);
    expect(result).toContain('Data protection');
    const deadlines = await read(adviser.visit, `/cases/${reference}/deadlines`);
    expect(deadlines).toContain(`datetime="${DUE}"`);
    expect(deadlines).toContain(DUE_IN_WORDS);
    expect(deadlines).toContain('noticed by Ward manager');
    expect(deadlines).toContain('hours without a pause');
  });

  it('is then before the data protection officer, with its post and the time', async () => {
    const list = await read(officer.visit, '/data-protection');
    expect(list).toContain(`href="/data-protection/${reference}"`);
    expect(list).toContain(DUE_IN_LISTS);
    const shown = await read(officer.visit, `/data-protection/${reference}`);
    for (const known of [POST, DUE_IN_WORDS, 'Data protection']) {
      expect(shown).toContain(known);
    }
  });
});
