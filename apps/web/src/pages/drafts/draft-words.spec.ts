import { progressWords } from './draft-words.js';

describe('how far a text has come on its way through its approvals', () => {
  const none = { approvedBy: null, secondApprovedBy: null } as const;
  const reply = { secondSide: null, risk: 'low', verdict: 'pass', ...none } as const;
  const statement = { ...reply, secondSide: 'press', risk: 'high' } as const;

  it('names who is waited for', () => {
    expect(progressWords(reply, false)).toBe('0 of 1 approval, waiting for an approver');
    expect(progressWords({ ...reply, risk: 'high' }, true)).toBe(
      '0 of 1 approval, waiting for a lead adviser',
    );
    expect(progressWords({ ...reply, verdict: 'block' }, true)).toBe(
      '0 of 1 approval, waiting for a lead adviser',
    );
  });

  it('counts the two approvals of a press statement, and says who stands in for the press office', () => {
    expect(progressWords(statement, true)).toBe(
      '0 of 2 approvals, waiting for a lead adviser and a press officer',
    );
    const half = { ...statement, approvedBy: 'one' };
    expect(progressWords(half, true)).toBe('1 of 2 approvals, waiting for a press officer');
    expect(progressWords(half, false)).toBe('1 of 2 approvals, waiting for a second lead adviser');
  });

  it('lets nobody stand in for a solicitor, and says who gives the right where nobody has it', () => {
    const half = { ...statement, secondSide: 'solicitor', approvedBy: 'one' } as const;
    expect(progressWords(half, true)).toBe('1 of 2 approvals, waiting for a solicitor');
    expect(progressWords(half, false)).toMatch(/waiting for a solicitor, whom an administrator /);
  });
});
