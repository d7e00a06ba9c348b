import { isIndividualHealthIdentifier, isModulus11, isPpsNumber } from './checksums.js';

describe('check characters', () => {
  it.each([['9434765918'], ['999123457'], ['0000000001']])(
    'refuses %s as a ten-digit health number',
    (digits) => {
      expect(isModulus11(digits)).toBe(false);
    },
  );

  it('accepts a ten-digit number whose last digit agrees', () => {
    expect(isModulus11('9434765919')).toBe(true);
  });

  it.each([['1234567a'], ['123456t'], ['1234567tz']])('refuses %s as a PPS number', (value) => {
    expect(isPpsNumber(value)).toBe(false);
  });

  it.each([['1234567t'], ['1234567fa']])('accepts %s as a PPS number', (value) => {
    expect(isPpsNumber(value)).toBe(true);
  });

  it('refuses eighteen digits with another check digit', () => {
    expect(isIndividualHealthIdentifier('927263000000123455')).toBe(false);
  });
});
