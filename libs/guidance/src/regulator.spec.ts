import { Regulators, SHIPPED_REGULATORS } from './index.js';

const madeUp = {
  key: 'guild_of_healers',
  name: 'Guild of Healers',
  shortName: 'Guild',
  professions: ['healer'],
  jurisdictions: ['wales', 'ireland'],
  numberName: 'Guild number',
  numberPattern: '^H\\d{4}$',
  tribunal: null,
  liaison: null,
  sources: ['S.bma'],
  clocks: ['regulator_letter_date'],
  link: 'https://guild.example',
  status: 'in_use',
};

describe('a regulator', () => {
  it('is refused with words when its record is wrong', () => {
    const wrong = { ...madeUp, jurisdictions: ['atlantis'], sources: [], numberPattern: '(' };
    expect(() => Regulators.load([wrong])).toThrow(
      expect.objectContaining({ code: 'regulators-invalid' }),
    );
    expect(() => Regulators.load([{ ...madeUp, sources: [] }])).toThrow();
    expect(() => Regulators.load([madeUp, madeUp])).toThrow();
  });

  it('is there from a record alone: nobody writes code for it (seeds rows 20, 112)', () => {
    const regulators = Regulators.load([...SHIPPED_REGULATORS.list(), madeUp]);
    expect(regulators.selectable('wales').map(({ key }) => key)).toEqual([
      'gmc',
      'guild_of_healers',
    ]);
    expect(regulators.selectable('wales', 'healer')).toEqual([madeUp]);
    expect(regulators.isNumber('guild_of_healers', 'H1234')).toBe(true);
    expect(regulators.isNumber('guild_of_healers', '1234567')).toBe(false);
  });

  it('has the number of its own register (seeds row 20)', () => {
    expect(SHIPPED_REGULATORS.isNumber('gmc', '1234567')).toBe(true);
    expect(SHIPPED_REGULATORS.isNumber('gmc', '123456')).toBe(false);
  });

  it('that is an extension point is known and cannot be chosen', () => {
    const keys = ['gdc', 'nmc', 'hcpc', 'coru', 'psni'];
    expect(keys.map((key) => SHIPPED_REGULATORS.find(key)!.status)).toEqual(
      keys.map(() => 'extension_point'),
    );
    const offered = SHIPPED_REGULATORS.selectable('northern_ireland').map(({ key }) => key);
    expect(offered).toEqual(['gmc']);
  });
});
