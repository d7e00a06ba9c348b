import * as fc from 'fast-check';
import { newAlertToken, organisationOfToken } from './alert-token.js';

describe('the token of an alert', () => {
  it('is refused when it is shortened, lengthened or no token at all', () => {
    const token = newAlertToken('01a20168-e1c8-79bb-98fe-5a5fbc8c4172');
    expect(organisationOfToken(token.slice(1))).toBeUndefined();
    expect(organisationOfToken(`${token}A`)).toBeUndefined();
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (text) => {
        expect(organisationOfToken(text)).toBeUndefined();
      }),
    );
  });

  it('leads to its organisation and is never the same twice', () => {
    fc.assert(
      fc.property(fc.uuid(), (organisationId) => {
        const token = newAlertToken(organisationId);
        expect(organisationOfToken(token)).toBe(organisationId);
        expect(newAlertToken(organisationId)).not.toBe(token);
      }),
    );
  });
});
