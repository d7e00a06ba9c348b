import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Incident, nextGroup, progressOf } from '#cases';
import { assess, type Facts, type FactValue, type IncidentKind, RULE_PACK } from '#triage';
import { incidentOf, triageFactsOf } from './incident-of-request.js';
import type { RequestAnswers, WhatHappened } from './request-answers.js';

const CORPUS = join(import.meta.dirname, '../../../../test/corpus/scenarios-dev.jsonl');
const DAY = '2026-11-22';

interface Scenario {
  id: string;
  facts: Facts;
  expected: { primary_route: string; also: string[]; never: string[]; deadlines: string[] };
}

const scenarios = readFileSync(CORPUS, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Scenario);

/** What is true in a scenario; what it leaves out has its default. */
function truthOf({ facts }: Scenario): (name: string) => FactValue {
  return (name) =>
    facts[name] ?? RULE_PACK.facts.find((fact) => fact.name === name)?.default ?? null;
}

/** The doctor's form as a truthful doctor of the scenario fills it in. */
function formOf(truth: (name: string) => FactValue): RequestAnswers {
  return {
    whatHappened: whatHappened(truth),
    platform: String(truth('platform')),
    url: 'https://example.org/post',
    account: '',
    postText: '',
    seenOn: DAY,
    replied: replied(truth),
    patient: 'unsure',
    complaint: truth('formal_complaint_received') === true ? 'yes' : 'no',
    jurisdiction: truth('jurisdiction') as RequestAnswers['jurisdiction'],
    setting: truth('setting') as RequestAnswers['setting'],
    words: '',
    wellbeing: truth('doctor_distressed') === true ? 'strained' : 'well',
  };
}

function whatHappened(truth: (name: string) => FactValue): WhatHappened {
  if (truth('direction') === 'by_doctor') return 'own_post';
  if (truth('contains_threat') === 'explicit') return 'threat';
  if (truth('impersonation') === true) return 'impersonation';
  if (truth('visibility') === 'private_message') return 'private_message';
  return truth('incident_kind') === 'negative_review' ? 'review' : 'post';
}

function replied(truth: (name: string) => FactValue): RequestAnswers['replied'] {
  if (truth('doctor_already_replied') === true) return 'public';
  return truth('direction') === 'both' ? 'deleted' : 'no';
}

/** What the case knows once an adviser has accepted the form and put right what the doctor could not know. */
function knownAtFirst(truth: (name: string) => FactValue): Record<string, FactValue> {
  const form = formOf(truth);
  const doctor: Pick<Incident, 'doctorId' | 'doctorName'> = { doctorId: null, doctorName: '' };
  const kind = truth('incident_kind') as IncidentKind;
  const incident = incidentOf(form, doctor, { kind });
  const { jurisdiction, setting, platform } = incident;
  const seen = { direction: truth('direction'), visibility: truth('visibility') };
  const own = { incident_kind: kind, jurisdiction, setting, platform, ...seen };
  return { ...triageFactsOf(form).facts, ...own };
}

/** Answers page by page until no question could change anything. */
function walk(scenario: Scenario) {
  const truth = truthOf(scenario);
  const facts = knownAtFirst(truth);
  const results: string[] = [];
  let questions = 0;
  for (let next = nextGroup(progressOf(facts, [])); next && results.length < 50;) {
    const { open } = progressOf(facts, []).find(({ group }) => group.id === next)!;
    for (const name of open) facts[name] = truth(name);
    questions += open.length;
    const { primary, deadlines } = assess(facts, DAY);
    results.push([primary, ...deadlines].join(' '));
    next = nextGroup(progressOf(facts, []));
  }
  const last = results.at(-1);
  const stableAt = results.length - results.toReversed().findIndex((one) => one !== last) + 1;
  return {
    facts,
    pages: results.length,
    stableAt: results.every((one) => one === last) ? 1 : stableAt,
    questions,
  };
}

const median = (numbers: readonly number[]) => {
  const sorted = numbers.toSorted((a, b) => a - b);
  return (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2;
};

describe("the walk from a doctor's form to advice", () => {
  it.each(scenarios)('leads $id to its routes and clocks', (scenario) => {
    const found = assess(walk(scenario).facts, DAY);
    expect(found.primary).toBe(scenario.expected.primary_route);
    const recommended = [found.primary, ...found.also];
    expect(recommended).toEqual(expect.arrayContaining(scenario.expected.also));
    expect(recommended.filter((route) => scenario.expected.never.includes(route))).toEqual([]);
    expect([...found.deadlines].sort()).toEqual([...scenario.expected.deadlines].sort());
  });

  it('takes eight pages in the median at most, and never more than fifteen', () => {
    const walks = scenarios.map(walk);
    const [pages, stable] = [walks.map((one) => one.pages), walks.map((one) => one.stableAt)];
    process.stderr.write(
      `Pages to the end of the walk: median ${median(pages)}, most ${Math.max(...pages)}. ` +
        `Until route and clocks are what they stay: median ${median(stable)}, most ${Math.max(...stable)}.\n`,
    );
    expect(median(pages)).toBeLessThanOrEqual(8);
    expect(Math.max(...pages)).toBeLessThanOrEqual(15);
  });
});
