import { readFileSync } from 'node:fs';
import {
  citationLabel,
  isCitationKey,
  type RegulatorRecord,
  Regulators,
  SHIPPED_REGULATORS,
  SHIPPED_SOURCES,
} from '#guidance';
import {
  assess,
  explain,
  type Facts,
  loadPack,
  openQuestions,
  RULE_PACK,
  type Rule,
} from '#triage';
import { render } from './index.js';
import { fullFacts, loaded } from './template-fixtures.js';

interface ProfessionFile {
  sources: unknown[];
  regulator: RegulatorRecord;
  facts: unknown[];
  routes: { id: string; sentence: string }[];
  rules: Rule[];
  template: { heading: Record<string, unknown>; body: string };
}

const file = new URL('../../../../test/corpus/dental-pack.json', import.meta.url);
const dental = JSON.parse(readFileSync(file, 'utf8')) as ProfessionFile;

/** The shipped pack with what the file says laid over it by id. */
function packOf({ facts, routes, rules }: ProfessionFile) {
  const { compiled: _, sources: __, ...shipped } = RULE_PACK;
  const ids = new Set(rules.map(({ id }) => id));
  return {
    ...shipped,
    version: 'dental',
    facts: [...shipped.facts, ...facts],
    routes: shipped.routes.map((one) => ({ ...one, ...routes.find(({ id }) => id === one.id) })),
    rules: [...shipped.rules.filter(({ id }) => !ids.has(id)), ...rules],
  };
}

const sources = SHIPPED_SOURCES.with(dental.sources);
const pack = loadPack(packOf(dental), sources);
const enquiry: Facts = { direction: 'by_doctor', regulator_contact: 'enquiry' };
const ofADentist: Facts = { ...enquiry, profession: 'dentist' };

describe('a pack for another profession, from a file alone', () => {
  it('is refused where its sources are not there, or not in order', () => {
    const faults = {
      code: 'rule-pack-invalid',
      faults: [{ field: 'rules.R201', message: 'GDC.social is not known.' }],
    };
    expect(() => loadPack(packOf(dental))).toThrow(expect.objectContaining(faults));
    expect(() => Regulators.load([dental.regulator])).toThrow('cannot be used');
    const [entry] = dental.sources as { editions: unknown[] }[];
    const turned = { ...entry!, editions: entry!.editions.toReversed() };
    expect(() => SHIPPED_SOURCES.with([turned])).toThrow(
      expect.objectContaining({ code: 'sources-invalid' }),
    );
  });

  it('leads a dentist to the dental regulator, with its source in the edition of the day (seeds rows 20, 112, 114)', () => {
    const advice = assess(ofADentist, '2026-11-22', pack);
    expect(advice.primary).toBe('regulator_advice');
    expect(advice.also).toContain('indemnity_scope_check');
    expect(advice.rules.map(({ id }) => id)).not.toContain('R23');
    expect(advice.deadlines).toEqual(['regulator_letter_date']);
    expect(advice.citations.map((one) => citationLabel(one))).toContain(
      'General Dental Council, Standards on social media (made up, second edition), standard 6',
    );
    const before = assess(ofADentist, '2025-12-31', pack).citations.find(
      ({ key }) => key === 'GDC.social',
    );
    expect(before).toMatchObject({ paragraph: 'standard 4', inForceTo: '2025-12-31' });
    expect(explain(advice, pack)[0]).toContain('the person’s own profession');
  });

  it('asks which profession it is, and changes nothing for a doctor', () => {
    const asked = openQuestions(enquiry, new Set(Object.keys(enquiry)), pack);
    expect(asked.map(({ fact }) => fact)).toContain('profession');
    const [with_, without] = [assess(enquiry, '2026-11-22', pack), assess(enquiry, '2026-11-22')];
    expect(with_.citations).toEqual(without.citations);
    expect([with_.primary, with_.also, with_.deadlines]).toEqual([
      without.primary,
      without.also,
      without.deadlines,
    ]);
    expect(isCitationKey('GDC.social')).toBe(false);
  });

  it('offers the regulator of the profession, and knows its number', () => {
    const others = SHIPPED_REGULATORS.list().filter(({ key }) => key !== dental.regulator.key);
    const regulators = Regulators.load([...others, dental.regulator], sources);
    expect(regulators.selectable('wales', 'dentist')).toEqual([dental.regulator]);
    expect(regulators.selectable('wales', 'doctor').map(({ key }) => key)).toEqual(['gmc']);
    expect(regulators.isNumber('gdc', '123456')).toBe(true);
    expect(regulators.isNumber('gdc', '1234567')).toBe(false);
  });

  it('writes to that regulator with its contact', () => {
    const template = loaded(dental.template.body, dental.template.heading);
    const letter = render(template, fullFacts(template));
    expect(letter).toMatchObject({
      state: 'rendered',
      text: expect.stringContaining('General Dental Council, https://dental.example'),
    });
  });
});
