import {
  isCitationKey,
  isLive,
  JURISDICTION_KEYS,
  jurisdictionPack,
  listJurisdictionPacks,
  sourcesIn,
  SHIPPED_REGULATORS,
  supportDirectory,
} from './index.js';

describe('the pack of a place', () => {
  it.each(JURISDICTION_KEYS)('%s names its bodies, regime and courts (seeds row 112)', (place) => {
    const pack = jurisdictionPack(place);
    expect(SHIPPED_REGULATORS.selectable(place).map(({ key }) => key)).toEqual(pack.regulators);
    expect(pack.complaints.clocks.length).toBeGreaterThan(1);
    expect(isCitationKey(pack.complaints.source)).toBe(true);
    for (const { name } of Object.values(pack.bodies)) expect(name.length).toBeGreaterThan(4);
  });

  it('is another in each place where law or bodies differ', () => {
    const packs = listJurisdictionPacks();
    expect(new Set(packs.map(({ bodies }) => bodies.ombudsman.name)).size).toBe(5);
    expect(new Set(packs.map(({ complaints }) => complaints.acknowledgement)).size).toBe(5);
  });

  it('swaps for sources that are there', () => {
    for (const { sourceFor } of listJurisdictionPacks()) {
      const swapped = Object.values(sourceFor).filter((key) => key !== null);
      expect(swapped.filter((key) => !isCitationKey(key))).toEqual([]);
    }
  });

  it('cites the Guide in Ireland and the GMC in the United Kingdom (seeds rows 28, 79, 103)', () => {
    const keys = ['A1.p8-9', 'A6.ie', 'A10', 'B.s5', 'A9'];
    expect(sourcesIn('ireland', keys)).toEqual(['A6.ie', 'A6.recordings', 'A9.dpc']);
    expect(sourcesIn('england', keys)).toEqual(['A1.p8-9', 'A10', 'B.s5', 'A9']);
    expect(sourcesIn('scotland', keys)).toEqual(['A1.p8-9', 'A10', 'A9']);
  });
});

describe('the support directory', () => {
  const today = '2026-11-25';
  it.each(JURISDICTION_KEYS)('has somebody of each kind in %s (seeds rows 11, 119)', (place) => {
    const live = supportDirectory([], today).filter(
      (one) => isLive(one) && one.nations.includes(place),
    );
    expect(new Set(live.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(4);
    expect(live.some(({ kind }) => kind === 'citizens_advice')).toBe(true);
    expect(live.some(({ kind }) => kind === 'emergency')).toBe(true);
  });

  it('marks what is from memory, until the organisation has looked itself', () => {
    const find = (changes: Parameters<typeof supportDirectory>[0], on = today) =>
      supportDirectory(changes, on).find(({ key }) => key === 'advice_ni')!;
    const own = { key: 'advice_ni', number: '0800 1', hours: '9 to 5', isShown: true };
    expect(find([]).needsCheck).toBe(true);
    const checked = find([{ ...own, checkedOn: today }]);
    expect(checked).toMatchObject({ number: '0800 1', hours: '9 to 5', needsCheck: false });
    expect(find([{ ...own, checkedOn: today }], '2027-05-26').needsCheck).toBe(true);
    expect(isLive(find([{ ...own, checkedOn: today, isShown: false }]))).toBe(false);
  });
});
