import { RULE_PACK, SHIPPED_RULES } from '#triage';
import { contentOf } from './rule-pack.js';
import { readRulesFile, writeRulesFile } from './rules-file.js';

const shipped = contentOf(SHIPPED_RULES);
const file = writeRulesFile(shipped);

function faultsOf(source: string): string[] {
  try {
    readRulesFile(source);
    return [];
  } catch (error) {
    return (error as { faults: { message: string }[] }).faults.map(({ message }) => message);
  }
}

describe('a file of rules', () => {
  it('is read as it was written, rules that are switched off included', () => {
    const off = [...shipped.off, 'R35'];
    expect(readRulesFile(writeRulesFile({ ...shipped, off }))).toEqual({ ...shipped, off });
  });

  it('may list facts and routes of the product, and leave out what is empty', () => {
    const short = `
facts:
- name: reach
  default: low
routes: [monitor]
rules:
- {id: R105, priority: 1, when: 'True', primary: monitor, why: Always.}
`;
    const { rules, derived } = readRulesFile(short);
    expect(rules).toEqual([
      {
        id: 'R105',
        priority: 1,
        when: 'True',
        primary: 'monitor',
        also: [],
        never: [],
        deadlines: [],
        cites: [],
        why: 'Always.',
      },
    ]);
    expect(derived).toEqual(RULE_PACK.derived);
  });

  it.each([
    ['what is no YAML', 'rules: [', /^Line 1 cannot be read: /],
    ['an empty file', '', /rules:/],
    ['a part that it does not have', `extra: 1\n${file}`, /^the file has no part “extra”$/],
    [
      'a field that rules do not have',
      file.replace('    why:', '    reason: x\n    why:'),
      /^Line \d+: a rule has no “reason”$/,
    ],
    [
      'a fact of its own',
      `facts: [{name: mood}]\n${file}`,
      /^Line 1: facts.*it has none of this name$/,
    ],
    [
      'a condition that cannot be read',
      file.replace(
        'when: about and self_harm_risk_author',
        'when: about und self_harm_risk_author',
      ),
      /^Line \d+: when: rule R03: unexpected .* \(at 6\)$/,
    ],
    [
      'a source that is not known',
      file.replace('- A13\n', '- A999\n'),
      /^Line \d+: rule R01: A999 is not known\.$/,
    ],
    [
      'a route that is not known',
      file.replace('primary: police_report', 'primary: ignore'),
      /rule R01/,
    ],
    ['aliases', 'a: &a [1]\nrules: [*a]', /^Write every value out/],
  ])('refuses %s, and says where', (_what, source, words) => {
    expect(faultsOf(source).join('\n')).toMatch(words);
  });

  it('says every fault at once', () => {
    const twice = file.replace('- A13\n', '- A999\n').replace('- A12\n', '- A998\n');
    expect(faultsOf(twice).length).toBeGreaterThanOrEqual(2);
  });
});
