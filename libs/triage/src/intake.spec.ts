import {
  assess,
  assessUrgency,
  clocksToStart,
  contradictions,
  mustAsk,
  openQuestions,
  readFacts,
  triageLine,
  urgency,
  wouldChange,
  type Facts,
} from './index.js';

describe('reading facts', () => {
  it.each([
    ['a fact that is not known', { colour: 'red' }, 'colour'],
    ['a name that every object has', JSON.parse('{"__proto__": true}'), '__proto__'],
    ['a word for yes', { pile_on: 'yes' }, 'pile_on'],
    ['a choice that is not offered', { reach: 'huge' }, 'reach'],
    [
      'a number that is not finite',
      { first_published_days_ago: Infinity },
      'first_published_days_ago',
    ],
    [
      'nothing where a number is needed',
      { first_published_days_ago: null },
      'first_published_days_ago',
    ],
    ['a list', [], 'facts'],
    ['nothing', undefined, 'facts'],
  ])('refuses %s and names the field', (_what, input: unknown, field) => {
    const reading = readFacts(input);
    expect(reading.ok ? [] : reading.faults.map((fault) => fault.field)).toEqual([field]);
  });

  it('keeps only the facts given', () => {
    expect(readFacts({ reach: 'viral', media_deadline_hours: null })).toEqual({
      ok: true,
      facts: { reach: 'viral', media_deadline_hours: null },
    });
  });
});

describe('answers that contradict each other', () => {
  it.each<[string, Facts, string]>([
    ['a reply by nobody', { reply_confirms_patient: true }, 'reply_confirms_patient'],
    [
      'an outsider who saw nothing',
      { wrong_recipient_or_outsider: true },
      'patient_info_disclosed',
    ],
    ['the doctor as someone else', { author_identity: 'self' }, 'direction'],
    [
      'opinion with a false fact',
      { content_is_opinion_only: true, contains_false_fact: true },
      'contains_false_fact',
    ],
  ])('are asked again: %s', (_what, facts, field) => {
    expect(contradictions(facts).map((fault) => fault.field)).toContain(field);
  });

  it('are none where they agree', () => {
    expect(contradictions({})).toEqual([]);
    expect(contradictions({ reply_confirms_patient: true, direction: 'both' })).toEqual([]);
    expect(contradictions({ author_identity: 'self', direction: 'by_doctor' })).toEqual([]);
    const outsider = { wrong_recipient_or_outsider: true };
    expect(contradictions(outsider, ['patient_info_disclosed'])).toEqual([]);
  });
});

describe('questions', () => {
  const safety = [
    'immediate_danger',
    'contains_threat',
    'doctor_risk_to_self',
    'self_harm_risk_author',
    'safeguarding_concern',
    'intimate_image_abuse',
  ];
  const nobodyInDanger = {
    immediate_danger: false,
    contains_threat: 'none',
    doctor_risk_to_self: false,
    self_harm_risk_author: false,
    safeguarding_concern: false,
    intimate_image_abuse: false,
  };
  const asked = (facts: Facts, answered: readonly string[]) =>
    openQuestions(facts, new Set(answered)).map(({ fact }) => fact);

  it('put the safety of people before everything', () => {
    expect(mustAsk({})).toEqual(safety);
    expect(asked({}, []).slice(0, 6)).toEqual(safety);
    expect(
      openQuestions({}, new Set())
        .slice(0, 7)
        .map((one) => one.isRequired),
    ).toEqual([...safety.map(() => true), false]);
  });

  it('ask about patient information wherever the doctor posted', () => {
    expect(mustAsk({ direction: 'both' }).slice(6)).toEqual([
      'patient_info_disclosed',
      'patient_identifiable',
      'post_still_live',
      'wrong_recipient_or_outsider',
    ]);
  });

  it('are not put twice', () => {
    expect(asked({}, [...safety, 'direction'])).not.toContain('direction');
    expect(asked({}, safety)[0]).not.toBe('immediate_danger');
  });

  it('put what can change neither the primary route nor a clock last, and leave out what changes nothing', () => {
    const open = openQuestions({ immediate_danger: true }, new Set(['immediate_danger']));
    const stakes = open.map(({ stake }) => stake);
    expect(stakes.toSorted((a, b) => (a === b ? 0 : a === 'besides' ? 1 : -1))).toEqual(stakes);
    const names = open.map(({ fact }) => fact);
    expect(names).not.toContain('incident_kind');
    expect(names).toContain('dp_complaint_received');
    expect(open.find(({ fact }) => fact === 'pile_on')?.stake).not.toBe('route-or-clock');
  });

  it('see what only two answers together would change', () => {
    const known: Facts = { ...nobodyInDanger, direction: 'about_doctor', platform: 'nhs_uk' };
    const open = asked(known, Object.keys(known));
    expect(wouldChange(known).map(({ fact }) => fact)).not.toContain('provider_can_reply');
    expect(open).toContain('provider_can_reply');
    expect(open).toContain('raises_care_concern');
  });
});

describe('urgency', () => {
  it.each<[string, Facts, string]>([
    ['danger', { immediate_danger: true }, 'now'],
    [
      'advice that may harm',
      { gives_individual_advice: true, clinical_harm_possible: true },
      'now',
    ],
    ['an address published', { discloses_doctor_private_info: true }, 'two-hours'],
    [
      'a deadline in 23 hours',
      { media_interest: 'enquiry', media_deadline_hours: 23 },
      'two-hours',
    ],
    ['a hearing', { regulator_contact: 'interim_orders' }, 'two-hours'],
    ['a charge', { criminal_status: 'charged' }, 'same-day'],
    ['a complaint', { formal_complaint_received: true }, 'three-working-days'],
    ['a broken rule', { platform_policy_breach: true }, 'three-working-days'],
    ['a deadline in 24 hours', { media_interest: 'enquiry', media_deadline_hours: 24 }, 'routine'],
    ['a bare rating', {}, 'routine'],
  ])('of %s', (_what, facts, level) => {
    expect(urgency(facts)).toBe(level);
  });

  it('rises when the media ask, with the press route and the wide reach beside it (seeds row 42)', () => {
    const national: Facts = { reach: 'viral' };
    expect(urgency(national)).toBe('routine');
    const asked: Facts = { ...national, media_interest: 'enquiry', media_deadline_hours: 6 };
    expect(assessUrgency(asked)).toMatchObject({
      level: 'two-hours',
      reasons: ['A journalist’s deadline is less than 24 hours away.'],
    });
    const recommended = assess(asked, '2026-11-22');
    expect(recommended.primary).toBe('press_office');
    expect(recommended.deadlines).toContain('media_deadline');
  });

  const post: Facts = { direction: 'by_doctor', patient_info_disclosed: true };

  it('counts "not sure" as yes and says so, while the table keeps its default', () => {
    const unsure = ['patient_identifiable', 'post_still_live'];
    expect(urgency(post)).toBe('routine');
    expect(assessUrgency(post, unsure)).toMatchObject({ level: 'two-hours', assumed: unsure });
    expect(assess(post, '2026-11-22').deadlines).toEqual([]);
  });

  it('starts the 72-hour clock on "not sure", and marks it', () => {
    expect(clocksToStart(post)).toEqual([]);
    expect(clocksToStart(post, ['patient_identifiable', 'immediate_danger'])).toEqual([
      { deadline: 'ico_breach_72h', assumed: ['patient_identifiable'] },
    ]);
    expect(clocksToStart({ ...post, patient_identifiable: 'yes' })).toEqual([
      { deadline: 'ico_breach_72h', assumed: [] },
    ]);
  });

  it('counts an unsure threat as an explicit one', () => {
    expect(assessUrgency({}, ['contains_threat'])).toEqual({
      level: 'now',
      reasons: ['There is an explicit threat.'],
      assumed: ['contains_threat'],
    });
  });
});

describe('a line of a machine', () => {
  it.each([
    ['no object', 'x', null, 'line-invalid'],
    ['no id', { facts: {} }, null, 'id-missing'],
    ['no facts', { id: 'a' }, 'a', 'facts-invalid'],
    ['an unknown fact', { id: 'a', facts: { nope: 1 } }, 'a', 'facts-invalid'],
    [
      'a day that is not in the calendar',
      { id: 'a', facts: {}, on: '2026-02-30' },
      'a',
      'date-invalid',
    ],
  ])('is refused with %s', (_what, input: unknown, id, code) => {
    expect(triageLine(input)).toMatchObject({ id, error: { code } });
  });

  it('is answered with ids, sentences and changes', () => {
    expect(triageLine({ id: 7, facts: { direction: 'by_doctor' } })).toEqual({
      id: 7,
      primary_route: 'monitor',
      also: [],
      never: [],
      deadlines: [],
      rules: ['R105'],
      explanation: [
        expect.stringContaining('Watch and review.'),
        'R105: Fallback so that every case has a route.',
      ],
      would_change: wouldChange({ direction: 'by_doctor' }),
    });
  });

  it('cites the edition in force on the day of the post', () => {
    const facts = { boundary_breach: 'patient_initiated_contact' };
    const before = JSON.stringify(triageLine({ id: 1, facts, on: '2024-01-29' }));
    const after = JSON.stringify(triageLine({ id: 1, facts, on: '2024-01-30' }));
    expect(before).toContain('(2013)');
    expect(after).toContain('medical professional (2024), paragraph 17');
  });
});

describe('what would change the recommendation', () => {
  it('finds the bound of a number', () => {
    const facts: Facts = {
      contains_false_fact: true,
      falsity_provable_without_records: true,
      serious_harm_evidence: true,
      moderator_outcome: 'appeal_refused',
    };
    expect(wouldChange(facts)).toContainEqual({
      fact: 'first_published_days_ago',
      from: 0,
      to: 366,
      primary_route: 'no_engagement',
    });
  });

  it('puts facts that nobody was asked before those answered', () => {
    const changes = wouldChange({ immediate_danger: true });
    expect(changes.at(-1)).toMatchObject({ fact: 'immediate_danger', from: true, to: false });
    expect(wouldChange({ platform_policy_breach: true }).at(-1)?.fact).toBe(
      'platform_policy_breach',
    );
  });
});

describe('an assessment', () => {
  it('refuses facts that cannot be read', () => {
    expect(() => assess({ reach: 'huge' }, '2026-11-22')).toThrow(
      expect.objectContaining({
        code: 'facts-invalid',
        faults: [expect.objectContaining({ field: 'reach' })],
      }),
    );
  });

  it('shows the facts that a rule rests on, what was not asked and what was overruled', () => {
    const facts: Facts = {
      platform_policy_breach: true,
      raises_care_concern: true,
      formal_complaint_received: true,
    };
    const { rules, notAsked, citations } = assess(facts, '2026-11-22');
    const rule = rules.find(({ id }) => id === 'R53');
    expect(rule?.restsOn).toEqual(['direction', 'platform_policy_breach', 'moderator_outcome']);
    expect(notAsked).toContain('moderator_outcome');
    expect(notAsked).not.toContain('platform_policy_breach');
    expect(citations.map(({ key }) => key)).toContain('S.mdu');
  });
});
