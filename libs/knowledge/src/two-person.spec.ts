import {
  changeContent,
  NEXT_STATES,
  propose,
  publish,
  supersede,
  type TwoPersonVersion,
  VERSION_STATES,
  type VersionState,
  withdraw,
} from './two-person.js';

const now = new Date('2026-01-05T09:00:00Z');
const [writer, proposer, approver] = ['writer', 'proposer', 'approver'];

function version(state: VersionState): TwoPersonVersion {
  return {
    state,
    basedOn: 'one',
    contributorIds: [writer],
    proposedBy: state === 'preparing' ? null : proposer,
    proposedAt: null,
    publishedBy: null,
    publishedAt: null,
    endedBy: null,
    endedAt: null,
  };
}

const step = (by: string, inForce = 'one') => ({ by, now, inForce });
const code = (expected: string) => expect.objectContaining({ code: expected });

describe('a version that two people answer for', () => {
  it('reaches every state from its beginning', () => {
    const reached = new Set<VersionState>(['preparing']);
    for (const state of reached) for (const next of NEXT_STATES[state]) reached.add(next);
    expect([...reached].sort()).toEqual([...VERSION_STATES].sort());
  });

  it.each([writer, proposer])('is not published by its %s', (by) => {
    expect(() => publish(version('proposed'), step(by))).toThrow(code('publisher-is-proposer'));
  });

  it.each(['preparing', 'published', 'superseded', 'withdrawn'] as const)(
    'is not published while it is %s',
    (state) => {
      expect(() => publish(version(state), step(approver))).toThrow(code('version-state'));
    },
  );

  it('is not published over a version that it was never held against', () => {
    const proposed = version('proposed');
    expect(() => publish(proposed, step(approver, 'two'))).toThrow(code('version-outdated'));
  });

  it.each(['proposed', 'published', 'superseded', 'withdrawn'] as const)(
    'is not changed once it is %s',
    (state) => {
      expect(() => changeContent(version(state), writer)).toThrow(code('version-is-fixed'));
    },
  );

  it('is not proposed without a word on why', () => {
    expect(() => propose(version('preparing'), ' ', step(proposer))).toThrow(code('note-needed'));
  });

  it('is not withdrawn once it is in force, nor superseded before', () => {
    expect(() => withdraw(version('published'), proposer, now)).toThrow(code('version-state'));
    expect(() => supersede(version('proposed'), approver, now)).toThrow(code('version-state'));
  });

  it('counts its proposer among those who worked on it, and is held against what is in force then', () => {
    const proposed = propose(version('preparing'), 'Why.', step(proposer, 'two'));
    expect(proposed).toMatchObject({ state: 'proposed', basedOn: 'two', proposedAt: now });
    expect(proposed.contributorIds).toEqual([writer, proposer]);
  });

  it('is published by another person, and superseded by the next', () => {
    const published = publish(version('proposed'), step(approver));
    expect(published).toMatchObject({ state: 'published', publishedBy: approver });
    expect(supersede(published, approver, now)).toMatchObject({
      state: 'superseded',
      endedAt: now,
    });
  });
});
