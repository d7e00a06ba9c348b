import { isReference, newReference, readReference } from './index.js';

describe('a reference', () => {
  it('is refused when any one of its characters is wrong', () => {
    const reference = newReference('PAR', 2026);
    for (let index = 7; index < 12; index += 1) {
      for (const other of '23456789ABCDEFGHJKMNPQRSTVWXYZ') {
        if (other === reference[index]) continue;
        const wrong = reference.slice(0, index) + other + reference.slice(index + 1);
        expect(isReference(wrong)).toBe(false);
      }
    }
  });

  it('never uses a character that is mistaken for another', () => {
    const many = Array.from({ length: 500 }, () => newReference('REQ', 2026).slice(7, 12)).join('');
    expect(many).not.toMatch(/[01ILOU]/);
  });

  it('is read as people type it', () => {
    const reference = newReference('PAR', 2026);
    expect(isReference(readReference(` ${reference.toLowerCase()} `))).toBe(true);
  });
});
