import {
  assess,
  exposureOf,
  RULE_PACK,
  severityOf,
  traceRules,
  urgency,
  type Facts,
} from './index.js';

const ON = '2026-11-22';
const official: Facts = { provider_can_reply: true, platform: 'nhs_uk' };
const critic: Facts = { ...official, raises_care_concern: true };
const own = (facts: Facts): Facts => ({ direction: 'by_doctor', ...facts });

const routesOf = (facts: Facts) => {
  const { primary, also } = assess(facts, ON);
  return [primary, ...also];
};
const primaryOf = (facts: Facts) => assess(facts, ON).primary;
const barredBy = (facts: Facts) => assess(facts, ON).never;

describe('what others do to the doctor', () => {
  it.each<[string, Facts]>([
    ['opinion', { content_is_opinion_only: true }],
    ['trolling', { is_troll: true }],
    ['a spent post', { first_published_days_ago: 400 }],
  ])('leads %s to no engagement (seeds row 1)', (_what, facts) => {
    expect(primaryOf({ ...facts, reach: 'low' })).toBe('no_engagement');
    expect(routesOf(facts)).not.toContain('acknowledge_signpost');
  });

  it('never lets anything of a patient be said in public to put it right (seeds row 5)', () => {
    for (const facts of [
      critic,
      { contains_false_fact: true },
      { content_is_opinion_only: true },
    ]) {
      expect(barredBy(facts)).toContain('public_patient_detail');
    }
  });

  // fact untrue, provable without records, a grievance behind it
  it.each<[boolean, boolean, boolean, string, string[]]>([
    [false, false, false, 'no_engagement', []],
    [false, true, false, 'no_engagement', []],
    [false, false, true, 'acknowledge_signpost', []],
    [false, true, true, 'acknowledge_signpost', []],
    [true, false, false, 'no_engagement', ['defamation_1y']],
    [true, false, true, 'acknowledge_signpost', ['defamation_1y']],
    [true, true, true, 'acknowledge_signpost', ['defamation_1y']],
    [true, true, false, 'moderator_report', ['defamation_1y']],
  ])(
    'corrects nothing in public: untrue %s, provable without records %s, grievance %s: %s (seeds row 6)',
    (untrue, provable, grievance, route, clocks) => {
      const facts: Facts = {
        ...official,
        contains_false_fact: untrue,
        falsity_provable_without_records: provable,
        raises_care_concern: grievance,
      };
      const found = assess(facts, ON);
      expect([found.primary, found.deadlines]).toEqual([route, clocks]);
      expect(found.never).toContain('public_patient_detail');
      expect(found.never).toContain('platform_legal_notice');
    },
  );

  it.each<[string, Facts]>([
    ['harassment', { course_of_conduct: true }],
    ['a threat', { contains_threat: 'veiled' }],
    ['spam that breaks a rule', { platform_policy_breach: true }],
  ])('reports %s to the moderators (seeds row 9)', (_what, facts) => {
    expect(routesOf(facts)).toContain('moderator_report');
  });

  it('opens the legal route only when every gate is passed (seeds row 12)', () => {
    const all: Facts = {
      contains_false_fact: true,
      falsity_provable_without_records: true,
      serious_harm_evidence: true,
      moderator_outcome: 'refused',
      first_published_days_ago: 365,
    };
    expect(primaryOf(all)).toBe('platform_legal_notice');
    const shut: Facts[] = [
      { contains_false_fact: false },
      { falsity_provable_without_records: false },
      { serious_harm_evidence: false },
      { moderator_outcome: 'not_tried' },
      { moderator_outcome: 'pending' },
      { first_published_days_ago: 366 },
      { content_is_opinion_only: true },
      { staff_posted_positive_reviews: true },
      { direction: 'by_doctor' },
    ];
    for (const gate of shut) {
      expect([gate, routesOf({ ...all, ...gate }).includes('platform_legal_notice')]).toEqual([
        gate,
        false,
      ]);
    }
  });

  it('brings in police and employer for attention that does not stop (seeds rows 17, 60 and 64)', () => {
    const routes = routesOf({ course_of_conduct: true });
    expect(routes).toEqual(
      expect.arrayContaining(['police_report', 'employer_ro', 'wellbeing_support']),
    );
    expect(severityOf({ course_of_conduct: true }).parts[3]!.score).toBe(2);
  });

  it.each(['claim', 'inquest', 'court', 'police', 'regulator'])(
    'blocks every public route while a process of %s is open (seeds row 39)',
    (open_process) => {
      const facts: Facts = { ...critic, open_process };
      expect(routesOf(facts)).not.toContain('acknowledge_signpost');
      expect(barredBy(facts)).toEqual(
        expect.arrayContaining(['acknowledge_signpost', 'discuss_open_case']),
      );
    },
  );

  it("has the doctor's own comment on live proceedings put right the same day (seeds row 39)", () => {
    const comment = own({ active_court_comment: true });
    expect(primaryOf(comment)).toBe('remediate_post');
    expect(urgency(comment)).toBe('same-day');
  });

  it('answers criticism in neutral words where the platform gives a channel (seeds row 57)', () => {
    expect(primaryOf(critic)).toBe('acknowledge_signpost');
    expect(barredBy(critic)).toContain('make_removal_a_condition');
  });

  it('tells a troll from a critic (seeds row 58)', () => {
    expect(primaryOf({ ...critic, is_troll: true, raises_care_concern: false })).toBe(
      'no_engagement',
    );
    expect(primaryOf(critic)).toBe('acknowledge_signpost');
  });

  it('makes no incident of plain disagreement: no clock, nothing grave (seeds row 59)', () => {
    const disagreement: Facts = { content_is_opinion_only: true, raises_care_concern: false };
    const found = assess(disagreement, ON);
    expect([found.primary, found.also, found.deadlines]).toEqual([
      'no_engagement',
      ['monitor'],
      [],
    ]);
    expect(Math.max(...severityOf(disagreement).parts.map(({ score }) => score))).toBe(1);
  });

  it('treats an explicit threat as something for now, with police before the platform (seeds row 61)', () => {
    expect(urgency({ contains_threat: 'explicit' })).toBe('now');
    expect(routesOf({ contains_threat: 'explicit' })[0]).toBe('police_report');
  });

  it('is graver the further it has been read (seeds row 65)', () => {
    const reachOf = (facts: Facts) => severityOf(facts).parts[2]!.score;
    expect(['low', 'medium', 'high', 'viral'].map((reach) => reachOf({ reach }))).toEqual([
      0, 1, 2, 3,
    ]);
  });
});

describe('what the doctor posted', () => {
  it('exempts no comment because it was personal (seeds row 67)', () => {
    const personal = own({ indemnity_activity: 'personal' });
    expect(routesOf(personal)).toContain('indemnity_scope_check');
    const hateful = {
      ...personal,
      offensive_or_discriminatory: true,
      targets_individual_or_group: true,
    };
    expect(routesOf(hateful)).toEqual(expect.arrayContaining(['regulator_advice', 'employer_ro']));
  });

  it.each<[string, string, Facts]>([
    ['prejudice', '70', { offensive_or_discriminatory: true }],
    ['harassing content', '72', { targets_individual_or_group: true }],
    ['a claim about a colleague without basis', '71', { unsubstantiated_about_colleague: true }],
    ['misleading medical content', '73', { health_misinformation: true }],
  ])('takes %s to the employer or responsible officer (seeds row %s)', (_what, _row, facts) => {
    expect(primaryOf(own(facts))).toBe('employer_ro');
  });

  it('weighs prejudice and targeting as aggravating (seeds rows 70 and 72)', () => {
    const facts = own({ offensive_or_discriminatory: true, targets_individual_or_group: true });
    expect(severityOf(facts).aggravating.map(({ id }) => id)).toEqual([
      'targets_a_person',
      'protected_characteristic',
    ]);
  });

  it('counts challenging misinformation as no misconduct (seeds row 74)', () => {
    const found = assess(own({ uses_professional_status: true }), ON);
    expect([found.primary, found.also]).toEqual(['monitor', []]);
  });

  it('takes a picture in which a patient can be seen for a breach (seeds row 75)', () => {
    const picture = own({
      clinical_image: true,
      patient_info_disclosed: true,
      patient_identifiable: 'yes',
      post_still_live: true,
    });
    expect(primaryOf(picture)).toBe('data_protection');
    expect(urgency(picture)).toBe('two-hours');
  });

  it('cites the edition of its day for posting without a name (seeds row 77)', () => {
    const anonymous = own({ anonymous_account: true, uses_professional_status: true });
    const titlesOn = (on: string) => assess(anonymous, on).citations.map(({ title }) => title);
    expect(titlesOn('2024-01-29').join()).toContain('2013');
    expect(titlesOn('2024-01-30').join()).not.toContain('2013');
  });

  it('reads whether the public sees a doctor (seeds row 78)', () => {
    const anonymous = own({ anonymous_account: true });
    expect(primaryOf(anonymous)).toBe('monitor');
    expect(primaryOf({ ...anonymous, uses_professional_status: true })).toBe('remediate_post');
  });

  it('cites the Irish Guide for a patient looked up online (seeds row 79)', () => {
    const lookedUp = own({ boundary_breach: 'looked_up_patient', jurisdiction: 'ireland' });
    const found = assess(lookedUp, ON);
    expect(found.primary).toBe('employer_ro');
    expect(found.rules.find(({ id }) => id === 'R84')?.cites).toContain('A6.ie');
  });

  it.each(['publication_or_broadcast', 'commercial_endorsement', 'personal'])(
    "checks the scope of indemnity for the doctor's own channels: %s (seeds row 80)",
    (indemnity_activity) => {
      expect(routesOf(own({ indemnity_activity }))).toContain('indemnity_scope_check');
    },
  );

  it.each([
    ['undisclosed_interest', 'T-DECLARE'],
    ['undisclosed_interest', 'T-CORRECT'],
    ['undisclosed_interest', 'T-DECLARE'],
    ['pom_promoted', 'T-CORRECT'],
  ])(
    'has a missing label put right, with the code of the advertisers cited (seeds rows 31, 104 and 105): %s, %s',
    (fact, template) => {
      const found = assess(own({ [fact]: true, post_still_live: true }), ON);
      expect(found.primary).toBe('remediate_post');
      const rule = found.rules.find(({ id }) => id === 'R88')!;
      expect(rule.cites).toEqual(['A2.p90', 'A8.asa']);
      expect(rule.why).toContain('Label or withdraw');
      const route = RULE_PACK.routes.find(({ id }) => id === 'remediate_post')!;
      expect(route.templates).toContain(template);
    },
  );

  it('offers a withdrawal for words about a colleague without basis (seeds row 71)', () => {
    const live = own({ unsubstantiated_about_colleague: true, post_still_live: true });
    expect(primaryOf(live)).toBe('remediate_post');
    const route = RULE_PACK.routes.find(({ id }) => id === 'remediate_post')!;
    expect(route.templates).toContain('T-RETRACT');
  });

  it("asks about the employer's time and kit, and cites the policy in the trace (seeds row 107)", () => {
    const asked = RULE_PACK.facts.find(({ name }) => name === 'employer_time_or_kit');
    expect(asked?.question).toContain('employer’s time');
    const found = traceRules(own({ employer_time_or_kit: true })).find(({ id }) => id === 'R96')!;
    expect(found).toMatchObject({ outcome: 'matched', cites: ['A1.p10-13', 'A1.p21-27'] });
    expect(routesOf(own({ employer_time_or_kit: true }))).toContain('employer_ro');
    expect(routesOf(own({}))).not.toContain('employer_ro');
  });

  it.each([
    ['T-REDIRECT', 'patient_initiated_contact'],
    ['T-FRIEND', 'accepted_friend_request'],
  ])(
    'sends whoever writes to the doctor to the professional channel (seeds rows 18, 98 and 99): %s',
    (template, boundary_breach) => {
      expect(routesOf(own({ boundary_breach }))).toContain('private_contact');
      const route = RULE_PACK.routes.find(({ id }) => id === 'private_contact')!;
      expect(route.templates).toContain(template);
    },
  );

  it('warns that advice by message may bring a duty of care (seeds row 100)', () => {
    const advised = own({ gives_individual_advice: true });
    expect(routesOf(advised)).toContain('private_contact');
    const law = exposureOf(advised).find(({ id }) => id === 'law')!;
    expect(law.says).toContain('duty of care');
    const route = RULE_PACK.routes.find(({ id }) => id === 'private_contact')!;
    expect(route.templates).toContain('T-NO-ADVICE');
  });
});

describe('what a closed group changes', () => {
  const posts: Facts[] = [
    { patient_info_disclosed: true, patient_identifiable: 'possible_jigsaw' },
    { clinical_image: true },
    { image_metadata_risk: true, post_still_live: true },
    { offensive_or_discriminatory: true, post_still_live: true },
    { unsubstantiated_about_colleague: true },
    { health_misinformation: true },
    { messaging_app_unapproved: true, patient_info_disclosed: true },
  ];

  it.each(posts)(
    'is nothing, in route, bars, clocks, urgency and weight: %j (seeds row 85)',
    (facts) => {
      const judged = (visibility: string) => {
        const all = own({ ...facts, reach: 'low', visibility });
        const { primary, also, never, deadlines } = assess(all, ON);
        const { parts, aggravating, mitigating } = severityOf(all);
        return {
          primary,
          also,
          never,
          deadlines,
          urgency: urgency(all),
          parts,
          aggravating,
          mitigating,
        };
      };
      expect(judged('closed_group')).toEqual(judged('public'));
    },
  );

  it('is that nobody joins it to look (seeds row 85)', () => {
    expect(barredBy({ visibility: 'closed_group' })).toContain('join_group_covertly');
  });
});

describe('pictures and recordings', () => {
  const picture = own({ clinical_image: true, post_still_live: true });

  it('of a patient without written consent are put right, also where nobody is recognisable (seeds row 88)', () => {
    expect(primaryOf(picture)).toBe('remediate_post');
    expect(primaryOf({ ...picture, explicit_written_consent: true })).not.toBe('remediate_post');
    const known = { ...picture, patient_info_disclosed: true, patient_identifiable: 'yes' };
    expect(primaryOf(known)).toBe('data_protection');
  });

  it('have no consent any more once it is withdrawn (seeds row 89)', () => {
    const agreed = { ...picture, explicit_written_consent: true };
    expect(primaryOf({ ...agreed, consent_withdrawn: true })).toBe('remediate_post');
  });

  it('that say where they were made are taken down or replaced (seeds row 87)', () => {
    const located = own({ image_metadata_risk: true, post_still_live: true });
    expect(primaryOf(located)).toBe('remediate_post');
    expect(primaryOf(own({ post_still_live: true }))).not.toBe('remediate_post');
  });
});
