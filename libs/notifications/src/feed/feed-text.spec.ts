import { feedText } from './feed-text.js';

const now = new Date('2026-11-25T09:30:00Z');
const entry = {
  id: '0193-id',
  reference: 'PAR-26-7K4MX-3',
  title: 'Acknowledge the complaint',
  dueOn: '2026-11-30',
  dueAt: new Date('2026-11-30T23:59:59Z'),
};

describe('a calendar file', () => {
  it('is whole when nothing is due', () => {
    const lines = feedText([], now).split('\r\n');
    expect(lines[0]).toBe('BEGIN:VCALENDAR');
    expect(lines.slice(-2)).toEqual(['END:VCALENDAR', '']);
    expect(lines).not.toContain('BEGIN:VEVENT');
  });

  it('has a day for clocks in days and a moment for clocks in hours', () => {
    expect(feedText([entry], now)).toContain('\r\nDTSTART;VALUE=DATE:20261130\r\n');
    expect(feedText([{ ...entry, dueOn: null }], now)).toContain(
      '\r\nDTSTART:20261130T235959Z\r\n',
    );
  });

  it('says the reference and the name, with what has a meaning in such files made harmless', () => {
    const title = 'One, two; three\\four\nfive';
    const text = feedText([{ ...entry, title }], now);
    expect(text).toContain(String.raw`SUMMARY:PAR-26-7K4MX-3: One\, two\; three\\four\nfive`);
  });

  it('breaks long lines at 75 octets and never inside a character', () => {
    const text = feedText([{ ...entry, title: 'é€😀'.repeat(40) }], now);
    for (const line of text.split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    }
    expect(text.replaceAll('\r\n ', '')).toContain('é€😀'.repeat(40));
  });
});
