import { newKey, open, seal, SealBroken } from './cipher.js';
import { KeyRing } from './key-ring.js';

describe('a sealed cell', () => {
  const key = newKey();

  it('does not open in another place', () => {
    const sealed = seal(key, 'Fatima', 'patient_fact.value:1');
    expect(() => open(key, sealed, 'patient_fact.value:2')).toThrow(SealBroken);
  });

  it('does not open with another key or after a changed byte', () => {
    const sealed = seal(key, 'Fatima', 'a');
    expect(() => open(newKey(), sealed, 'a')).toThrow(SealBroken);
    sealed[sealed.length - 1]! ^= 1;
    expect(() => open(key, sealed, 'a')).toThrow(SealBroken);
    expect(() => open(key, Buffer.alloc(5), 'a')).toThrow(SealBroken);
  });

  it('opens to what was sealed and never looks the same twice', () => {
    expect(open(key, seal(key, 'Caoimhe 👩‍⚕️', 'a'), 'a').toString()).toBe('Caoimhe 👩‍⚕️');
    expect(seal(key, 'x', 'a').equals(seal(key, 'x', 'a'))).toBe(false);
  });
});

describe('the key ring', () => {
  const ring = new KeyRing(newKey());

  it('finds an e-mail however it is typed, and keeps fields apart', () => {
    const index = ring.blindIndex('person.email', 'A.Doctor@Example.org');
    expect(ring.blindIndex('person.email', ' a.doctor@example.org ').equals(index)).toBe(true);
    expect(ring.blindIndex('party.email', 'a.doctor@example.org').equals(index)).toBe(false);
  });

  it('gives the same checkpoint key for the same root and another for another', () => {
    const spki = (r: KeyRing) =>
      r.checkpointKey.publicKey.export({ type: 'spki', format: 'der' }).toString('hex');
    const root = newKey();
    expect(spki(new KeyRing(root))).toBe(spki(new KeyRing(root)));
    expect(spki(new KeyRing(root))).not.toBe(spki(ring));
  });
});
