import { compileFacts, inspectSafely } from '#confidentiality';
import { findingsForPress, RESTS_ON_CASE, restingOnCase } from './press-findings.js';

const CASE = {
  patient: { names: ['Wilhelmina Oakenshaw'] },
  conditions: ['psoriasis'],
};

function checksOf(text: string) {
  const read = { text, channel: 'press_statement', audience: 'public' } as const;
  return {
    full: inspectSafely({ ...read, facts: compileFacts(CASE) }),
    alone: inspectSafely({ ...read, facts: compileFacts({}) }),
  };
}

describe('the findings that the press office is shown', () => {
  it('are none where the check finds nothing', () => {
    const text = 'We have no more to add at present.';
    expect(findingsForPress(text, checksOf(text))).toEqual([]);
  });

  it('say neither what the case knows nor where it stands in the text', () => {
    const text = 'We wish Oakenshaw well and have no more to add.';
    const checks = checksOf(text);
    expect(restingOnCase(checks).length).toBeGreaterThan(0);
    const shown = findingsForPress(text, checks);
    const hidden = shown.filter(({ rule }) => rule === RESTS_ON_CASE);
    expect(hidden).toHaveLength(1);
    expect(hidden[0]).toMatchObject({ start: 0, end: text.length, severity: 2, suggestion: '' });
    expect(JSON.stringify(shown)).not.toMatch(/oakenshaw/i);
  });

  it('are those of a check that knows of no case, where anybody could find them', () => {
    const text = 'Call me on 07700 900461 about it.';
    const shown = findingsForPress(text, checksOf(text));
    expect(shown.map(({ category }) => category)).toContain('phone');
    expect(shown.some(({ rule }) => rule === RESTS_ON_CASE)).toBe(false);
  });
});
