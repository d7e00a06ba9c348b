import type { Case } from '#cases';
import type { OpenedDraft } from '../draft-records.js';
import type { Draft } from '../draft.js';
import { readShippedTemplates } from '../responses.module.js';
import type { TemplateAudience } from '../template-labels.js';
import { isLetter, letterOf } from './letter.js';

const CONTACTS = { address: '1 High Street\nLondon', phone: '020 7946 0100', website: '' };
const RELEASE = {
  text: 'The words',
  textHash: 'a'.repeat(64),
  releasedAt: new Date('2026-07-01T23:30:00Z'),
};

function opened(audience: TemplateAudience): OpenedDraft {
  return {
    draft: { audience, channel: 'letter', title: 'For caseworkers' } as Draft,
    found: {
      reference: 'PAR-26-7K4MX-3',
      doctorName: 'Dr Example',
      platform: 'google_business',
      jurisdiction: 'england',
    } as Case,
    body: { name: 'Example Union', ...CONTACTS } as OpenedDraft['body'],
  };
}

describe('a letter', () => {
  it('is every template that goes out as one, and no public reply, report or statement', () => {
    const letters = readShippedTemplates().templates.filter(isLetter);
    const audiences = new Set(letters.map(({ audience }) => audience));
    expect(audiences.has('doctor') && audiences.has('complainant')).toBe(true);
    expect(['public', 'press', 'platform'].filter((one) => audiences.has(one as never))).toEqual(
      [],
    );
    expect(letters.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['T-APOLOGY', 'T-BREACH-ICO', 'T-DOC-TELL', 'T-LEGAL-NOTICE']),
    );
  });

  it('names the doctor to nobody but the doctor, and the reference to nobody who may not know the case', () => {
    const said = (audience: TemplateAudience) =>
      JSON.stringify(letterOf(opened(audience), RELEASE));
    for (const audience of ['complainant', 'patient', 'regulator', 'employer'] as const) {
      expect(said(audience)).not.toContain('Dr Example');
      expect(said(audience)).toContain('PAR-26-7K4MX-3');
    }
    expect(said('doctor')).toContain('Dr Example');
    expect(said('platform-legal')).not.toMatch(/Dr Example|PAR-26/);
  });

  it('has the words as they are, the day of the release where the case is, and nothing internal', () => {
    const letter = letterOf(opened('regulator'), RELEASE);
    expect(letter.text).toBe('The words');
    expect(letter.facts[0]).toEqual({ key: 'Date', text: '2 July 2026' });
    expect(letter.sender.lines).toEqual(['1 High Street', 'London', 'Telephone: 020 7946 0100']);
    expect(letter.foot).toContain(RELEASE.textHash);
    expect(JSON.stringify(letter)).not.toContain('For caseworkers');
  });
});
