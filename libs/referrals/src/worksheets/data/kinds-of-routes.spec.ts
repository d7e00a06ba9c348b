import type { Answers } from '../answers.js';
import { missingForSignOff, questionsAt } from '../answers.js';
import type { Question, WorksheetKind } from '../kind.js';
import { mayOpen } from '../worksheet.js';
import { DATA_BREACH } from './data-breach.js';
import { DATA_REQUEST } from './data-request.js';
import { DOCUMENT_REQUEST } from './document-request.js';
import { FORMAL_COMPLAINT } from './formal-complaint.js';
import { LEGAL_GATES } from './legal-gates.js';
import { LEGAL_NOTICE } from './legal-notice.js';
import { NO_ENGAGEMENT } from './no-engagement.js';
import { OWN_POST } from './own-post.js';
import { POLICE } from './police.js';
import { SECTION_5_NOTICE } from './section-5-notice.js';
import { WATCH } from './watch.js';

/** An answer of the right form to every question before sign-off, over which a test lays its own. */
function filledIn(kind: WorksheetKind, answers: Answers = {}): Answers {
  const given = questionsAt(kind, 'before').map((question) => [question.id, someAnswer(question)]);
  return { ...Object.fromEntries(given), ...answers };
}

function someAnswer({ type, options = [] }: Question): string | readonly string[] {
  const first = options[0]?.value ?? 'no';
  switch (type) {
    case 'choices':
      return [first];
    case 'choice':
      return first;
    case 'yes-no':
      return 'yes';
    case 'date':
      return '2026-01-05';
    case 'date-time':
      return '2026-01-05T09:00';
    default:
      return 'words';
  }
}

function without(answers: Answers, question: string): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([id]) => id !== question));
}

const missing = (kind: WorksheetKind, answers: Answers): string[] =>
  missingForSignOff(kind, answers).map(({ question }) => question);

describe('a notice under section 5', () => {
  const complete = filledIn(SECTION_5_NOTICE, { complainantEmail: 'dr@practice.example' });

  it.each(questionsAt(SECTION_5_NOTICE, 'before').map(({ id, label }) => [label, id]))(
    'is refused without: %s (seeds row 12)',
    (_, id) => {
      expect(missing(SECTION_5_NOTICE, without(complete, id))).toEqual([id]);
    },
  );

  it('says of each missing item which it is, in words of its own', () => {
    const words = missingForSignOff(SECTION_5_NOTICE, {}).map(({ text }) => text);
    expect(words.length).toBeGreaterThanOrEqual(8);
    expect(new Set(words).size).toBe(words.length);
  });

  it('is refused with an address that cannot be answered, and where the poster is known', () => {
    const answers = { ...complete, complainantEmail: 'nobody', posterUnknown: 'no' };
    expect(missing(SECTION_5_NOTICE, answers)).toEqual(['complainantEmail', 'posterUnknown']);
  });

  it.each(['scotland', 'northern_ireland', 'ireland'])('is not offered in %s', (jurisdiction) => {
    const found = { primaryRoute: 'platform_legal_notice', alsoRoutes: [], jurisdiction } as const;
    expect(mayOpen(SECTION_5_NOTICE, found)).toBe(false);
  });

  it('is complete with every item, in England and Wales', () => {
    expect(missing(SECTION_5_NOTICE, complete)).toEqual([]);
    const found = { primaryRoute: 'platform_legal_notice', alsoRoutes: [] } as const;
    expect(mayOpen(SECTION_5_NOTICE, { ...found, jurisdiction: 'wales' })).toBe(true);
  });
});

describe('a legal notice', () => {
  const open = filledIn(LEGAL_NOTICE, {
    gateGrievance: 'no',
    gateOwnFake: 'no',
    gateProcess: 'no',
  });

  it('has nine gates', () => expect(LEGAL_GATES).toHaveLength(9));

  it.each(LEGAL_GATES.map(({ label, id }) => [label, id]))(
    'is refused at the gate: %s',
    (_, id) => {
      const closed = open[id] === 'yes' ? 'no' : 'yes';
      expect(missing(LEGAL_NOTICE, { ...open, [id]: closed })).toEqual([id]);
    },
  );

  it('is refused without warning, named decision-maker or the doctor’s agreement (seeds row 12)', () => {
    const answers = without({ ...open, warned: 'no', memberConsent: 'no' }, 'decidedBy');
    expect(missing(LEGAL_NOTICE, answers)).toEqual(['decidedBy', 'warned', 'memberConsent']);
  });

  it('is held against the day that was given: the gate of time does not stay open after a year', () => {
    const stopsOn = (today: string) =>
      LEGAL_NOTICE.signOff.stops!(
        { sealedItems: 1, openHolds: 0, today },
        { ...open, firstPublishedOn: '2025-11-26' },
      );
    expect(stopsOn('2026-11-26')).toEqual([]);
    expect(stopsOn('2026-11-27')).toEqual([
      { question: 'gateTime', text: expect.stringContaining('ended on 26 November 2026') },
    ]);
  });

  it('may be signed where every gate is open', () =>
    expect(missing(LEGAL_NOTICE, open)).toEqual([]));

  it('is signed by a solicitor who wrote none of it', () => {
    expect(LEGAL_NOTICE.signOff).toMatchObject({ right: 'worksheet:sign-legal', needsOther: true });
  });
});

describe('not engaging', () => {
  it('needs a reason and a day on which somebody looks again (seeds row 1)', () => {
    const answers = without(without(filledIn(NO_ENGAGEMENT), 'why'), 'relookOn');
    expect(missing(NO_ENGAGEMENT, answers)).toEqual(['why', 'relookOn']);
  });

  it('makes a task for the day of the second look (seeds row 1)', () => {
    expect(NO_ENGAGEMENT.signOff.brings?.tasks).toContainEqual(
      expect.objectContaining({ key: 'relook', dueOn: 'relookOn' }),
    );
  });

  it('keeps a copy before the account is blocked (seeds row 8)', () => {
    expect(missing(NO_ENGAGEMENT, filledIn(NO_ENGAGEMENT, { advice: ['block'] }))).toEqual([
      'advice',
    ]);
    const advice = ['capture', 'block', 'unfollow'];
    expect(missing(NO_ENGAGEMENT, filledIn(NO_ENGAGEMENT, { advice }))).toEqual([]);
  });
});

describe('watching what is not public', () => {
  const lawful = filledIn(WATCH, { source: 'doctor' });

  it('needs a reason and a day of review, which becomes a task', () => {
    expect(missing(WATCH, without(without(lawful, 'why'), 'reviewOn'))).toEqual([
      'why',
      'reviewOn',
    ]);
    expect(WATCH.signOff.brings?.tasks).toContainEqual(
      expect.objectContaining({ key: 'review', dueOn: 'reviewOn' }),
    );
  });

  it('stops where somebody joined to look, or the doctor may still take part (seeds row 85)', () => {
    expect(missing(WATCH, { ...lawful, source: 'joined' })).toEqual(['source']);
    expect(missing(WATCH, { ...lawful, doctorTold: 'no' })).toEqual(['doctorTold']);
    expect(missing(WATCH, lawful)).toEqual([]);
  });
});

describe('putting an own post right', () => {
  it('stops where nothing was kept (seeds row 19)', () => {
    expect(missing(OWN_POST, filledIn(OWN_POST, { held: 'no', captured: 'no' }))).toEqual([
      'captured',
    ]);
  });

  it('stops where somebody has asked that it is kept as it is (seeds row 19)', () => {
    const answers = filledIn(OWN_POST, { held: 'yes', steps: ['take-down'] });
    expect(missingForSignOff(OWN_POST, answers)).toEqual([
      { question: 'steps', text: expect.stringMatching(/^Stop: it has to be kept/) },
    ]);
    expect(missing(OWN_POST, { ...answers, steps: ['apologise'] })).toEqual([]);
  });

  it('asks for the evidence behind a health claim (seeds row 73)', () => {
    const answers = without(filledIn(OWN_POST, { held: 'no', wrong: ['misleading'] }), 'evidence');
    expect(missing(OWN_POST, answers)).toEqual(['evidence']);
  });

  it('asks what was paid and whether the employer agreed (seeds row 106)', () => {
    const answers = without(filledIn(OWN_POST, { held: 'no', wrong: ['interest'] }), 'payment');
    expect(missing(OWN_POST, answers)).toEqual(['payment']);
  });

  it('keeps what the doctor says about it now (seeds row 76)', () => {
    const answers = without(filledIn(OWN_POST, { held: 'no' }), 'insight');
    expect(missing(OWN_POST, answers)).toEqual(['insight']);
  });

  it('asks whether readers could tell that a doctor wrote it (seeds row 78)', () => {
    const answers = without(filledIn(OWN_POST, { held: 'no' }), 'asDoctor');
    expect(missing(OWN_POST, answers)).toEqual(['asDoctor']);
  });
});

describe('a data breach', () => {
  const decided = filledIn(DATA_BREACH, { risk: 'unlikely' });

  it('needs the moment of awareness, and who became aware (seeds row 37)', () => {
    const answers = without(without(decided, 'awareAt'), 'awareBy');
    expect(missing(DATA_BREACH, answers)).toEqual(['awareAt', 'awareBy']);
  });

  it('is not decided before the risk is assessed (seeds row 37)', () => {
    expect(missing(DATA_BREACH, { ...decided, risk: 'unassessed' })).toEqual(['risk']);
  });

  it('counts its 72 hours from awareness, in the United Kingdom and in Ireland', () => {
    expect(DATA_BREACH.signOff.brings?.clocks?.slice(0, 2)).toEqual([
      { deadline: 'ico_breach_72h', startFrom: 'awareAt', noticedByFrom: 'awareBy' },
      { deadline: 'dpc_breach_72h', startFrom: 'awareAt', noticedByFrom: 'awareBy' },
    ]);
  });

  it('asks about recall and the lock of a telephone', () => {
    const answers = { ...decided, how: 'wrong-recipient', device: ['own-phone'] };
    const bare = without(without(without(answers, 'recall'), 'deviceLock'), 'sync');
    expect(missing(DATA_BREACH, bare)).toEqual(['recall', 'deviceLock', 'sync']);
  });

  it('asks whether what was sent to the wrong person was called back and deleted, with its clock running (seeds row 92)', () => {
    const answers = without({ ...decided, how: 'wrong-recipient' }, 'recall');
    expect(missing(DATA_BREACH, answers)).toEqual(['recall']);
    const clocks = DATA_BREACH.signOff.brings?.clocks ?? [];
    const always = clocks.filter(({ when }) => !when).map(({ deadline }) => deadline);
    expect(always).toEqual(['ico_breach_72h', 'dpc_breach_72h']);
  });

  it('asks of a telephone whether it was locked, encrypted and can be wiped (seeds row 93)', () => {
    const answers = without({ ...decided, how: 'device', device: ['own-phone'] }, 'deviceLock');
    expect(missing(DATA_BREACH, answers)).toEqual(['deviceLock']);
    const asked = questionsAt(DATA_BREACH, 'before').find(({ id }) => id === 'deviceLock')!;
    for (const part of ['locked', 'encrypted', 'wiped']) expect(asked.label).toContain(part);
  });

  it.each(['own-phone', 'app'])(
    'asks of every picture from a telephone whether it went to a shared stream: %s (seeds row 94)',
    (place) => {
      const answers = without({ ...decided, device: [place] }, 'sync');
      expect(missing(DATA_BREACH, answers)).toEqual(['sync']);
      const asked = questionsAt(DATA_BREACH, 'before').find(({ id }) => id === 'sync')!;
      for (const part of ['shared stream', 'family account']) expect(asked.label).toContain(part);
    },
  );

  it('says that most breaches are accidents, and asks what is learned and not who did it (seeds row 96)', () => {
    expect(DATA_BREACH.intro.join(' ')).toContain('Most breaches are accidents');
    const finish = DATA_BREACH.steps?.find(({ id }) => id === 'finished');
    expect(finish?.needs).toContain('learned');
    const asked = [DATA_BREACH, OWN_POST].flatMap((kind) =>
      [...questionsAt(kind, 'before'), ...questionsAt(kind, 'after')].map(({ label }) => label),
    );
    expect(asked.join(' ')).not.toMatch(
      /\b(?:fault|guilt|culprit|careless|negligen|to blame|reckless)/i,
    );
  });

  it('can be complete', () => expect(missing(DATA_BREACH, decided)).toEqual([]));
});

describe('a threat log', () => {
  it('keeps the evidence first, except in danger (seeds row 10)', () => {
    const answers = filledIn(POLICE, { immediacy: 'possible', captured: 'no' });
    expect(missing(POLICE, answers)).toEqual(['captured']);
    expect(missing(POLICE, { ...answers, immediacy: 'now' })).toEqual([]);
  });

  it('has a safety plan, and earlier contacts where there were some (seeds row 60)', () => {
    const answers = filledIn(POLICE, { forms: ['harassment'] });
    expect(missing(POLICE, without(without(answers, 'plan'), 'earlier'))).toEqual([
      'earlier',
      'plan',
    ]);
  });

  it('records force and reference with the report (seeds row 10)', () => {
    const step = POLICE.steps?.find(({ id }) => id === 'reported');
    expect(step?.needs).toEqual(['reportedOn', 'force', 'reference']);
  });
});

describe('a formal complaint', () => {
  it('needs the patient’s agreement where somebody else complains', () => {
    const answers = filledIn(FORMAL_COMPLAINT, { from: 'representative' });
    expect(missing(FORMAL_COMPLAINT, without(answers, 'authority'))).toEqual(['authority']);
  });

  it('runs the clocks of the law for publicly funded care only (seeds row 4)', () => {
    const clocks = FORMAL_COMPLAINT.signOff.brings?.clocks ?? [];
    const always = clocks.filter(({ when }) => !when).map(({ deadline }) => deadline);
    expect(always).toEqual([]);
    expect(clocks).toContainEqual({
      deadline: 'eng_complaint_ack_3wd',
      startFrom: 'receivedOn',
      when: { question: 'procedure', is: 'public' },
    });
  });
});

describe('a request for papers', () => {
  it('is not answered before the doctor was told to keep everything (seeds row 32)', () => {
    expect(missing(DOCUMENT_REQUEST, filledIn(DOCUMENT_REQUEST, { doctorTold: 'no' }))).toEqual([
      'doctorTold',
    ]);
  });
});

describe('a request about data', () => {
  it('can be complete', () => expect(missing(DATA_REQUEST, filledIn(DATA_REQUEST))).toEqual([]));

  it('is signed off by the data protection officer', () => {
    expect(DATA_REQUEST.signOff.right).toBe('worksheet:sign-data-protection');
    expect(DATA_REQUEST.desk).toBe('data_protection');
  });
});
