import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { type Finding, type GuardReport, hashOf } from '#confidentiality';
import {
  assertStates,
  assertTransition,
  type Draft,
  DRAFT_STATES,
  type DraftState,
} from './draft.js';
import type { Actor, Permission, StoodInFor } from '#identity';
import { type DraftProgress, stepAfter } from './draft-progress.js';
import { capacityOf, mayRelease, sideOf } from './draft-sides.js';
import { editDraft, recheckDraft, releaseDraft, submitDraft } from './draft-rules.js';
import { approveDraft, returnDraft } from './draft-rulings.js';

const NOW = new Date('2026-01-05T09:00:00Z');
const TEXT = 'Thank you for your review.';
const AUTHOR = 'author';
const APPROVER = 'approver';

const finding = (severity: 1 | 2 | 3): Finding => ({
  rule: 'tone.sarcasm',
  start: 0,
  end: 5,
  category: 'tone_sarcasm',
  severity,
  why: 'Reads as sarcastic.',
  citation: 'A3.press',
  suggestion: '',
});

const report = (text = TEXT, findings: Finding[] = []): GuardReport => ({
  verdict: findings.some(({ severity }) => severity > 1)
    ? 'block'
    : findings.length > 0
      ? 'warn'
      : 'pass',
  findings,
  textHash: hashOf(text),
  guardVersion: '1',
});

const aDraft = (change: Partial<Draft> = {}): Draft => ({
  id: 'draft',
  organisationId: 'organisation',
  caseId: 'case',
  templateId: 'T-ONE',
  templateVersion: 1,
  templateNumber: null,
  templateHash: null,
  title: 'One',
  channel: 'review_reply',
  audience: 'public',
  risk: 'high',
  inputs: { inputs: {}, facts: {} },
  bodyId: null,
  text: TEXT,
  textHash: hashOf(TEXT),
  isTyped: false,
  state: 'draft',
  authorId: AUTHOR,
  contributorIds: [AUTHOR],
  checkedHash: hashOf(TEXT),
  verdict: 'pass',
  findings: [],
  guardVersion: '1',
  warningsReason: null,
  submittedAt: null,
  approvedBy: null,
  approvedFor: null,
  approvedHash: null,
  approvedAt: null,
  secondApprovedBy: null,
  secondApprovedFor: null,
  secondApprovedHash: null,
  secondApprovedAt: null,
  secondSide: null,
  isDoctorsWords: false,
  acceptedHash: null,
  acceptedAt: null,
  brokenGlassBy: null,
  waivers: [],
  returnReason: null,
  createdAt: NOW,
  updatedAt: NOW,
  version: 1,
  ...change,
});

const submit = (draft: Draft, checked = report(), warningsReason = '') =>
  submitDraft(draft, checked, { warningsReason, now: NOW });
const ruling = {
  approverId: APPROVER,
  onBehalfOf: null,
  readHash: hashOf(TEXT),
  side: 'approver',
  now: NOW,
} as const;
const approved = () => approveDraft(submit(aDraft()), report(), ruling);
const edit = (draft: Draft, text: string, editorId = AUTHOR) =>
  editDraft(draft, {
    text,
    textHash: hashOf(text),
    report: report(text),
    editorId,
    isTyped: true,
    risk: 'high',
    now: NOW,
  });
const refusal = (code: string) => expect.objectContaining({ code }) as Error;

const canLead = (from: DraftState, to: DraftState) => {
  try {
    assertTransition(from, to, 'draft-not-there', 'Not from here.');
    return true;
  } catch {
    return false;
  }
};

describe('the states of a draft', () => {
  it('stop the program when one cannot be reached, leads nowhere, or goes on after the end', () => {
    const states = (table: Record<string, string[]>) => () => assertStates(table, 'a', 'z');
    expect(states({ a: ['z'], z: [], b: ['z'] })).toThrow('b cannot be reached');
    expect(states({ a: ['b', 'z'], b: [], z: [] })).toThrow('b leads nowhere');
    expect(states({ a: ['z'], z: ['a'] })).toThrow('z leads on');
  });

  it('lead on to each other as the picture in the README shows', () => {
    const readme = readFileSync(join(import.meta.dirname, '../../../../libs/responses/README.md'));
    const drawn = [...readme.toString('utf8').matchAll(/^ +(\w+) --> (\w+):/gm)];
    const leads = DRAFT_STATES.flatMap((from) =>
      DRAFT_STATES.filter((to) => canLead(from, to)).map((to) => `${from} to ${to}`),
    );
    expect(drawn.map(([, from, to]) => `${from} to ${to}`).toSorted()).toEqual(leads.toSorted());
  });
});

describe('sending a draft for approval', () => {
  it('is refused where the check blocks, whatever reason is given', () => {
    const blocked = () => submit(aDraft(), report(TEXT, [finding(2)]), 'But I like it.');
    expect(blocked).toThrow(refusal('draft-has-blocking-findings'));
  });

  it('is refused with a check of other words', () => {
    const stale = () => submit(aDraft(), report('Other words.'));
    expect(stale).toThrow(refusal('findings-are-for-other-text'));
  });

  it('is refused where warnings are not answered for', () => {
    const silent = () => submit(aDraft(), report(TEXT, [finding(1)]));
    expect(silent).toThrow(refusal('warnings-need-a-reason'));
  });

  it.each<DraftState>(['submitted', 'approved', 'released'])('is refused when %s', (state) => {
    expect(() => submit(aDraft({ state }))).toThrow(refusal('draft-already-submitted'));
  });

  it('keeps no reason where there is nothing to answer for', () => {
    expect(submit(aDraft(), report(), 'Just so.')).toMatchObject({ warningsReason: null });
  });
});

describe('approving a draft', () => {
  it('is refused to the author and to everybody who wrote words of it', () => {
    const waiting = submit(aDraft({ contributorIds: [AUTHOR, APPROVER] }));
    for (const approverId of [AUTHOR, APPROVER]) {
      const own = () => approveDraft(waiting, report(), { ...ruling, approverId });
      expect(own).toThrow(refusal('approver-is-author'));
    }
  });

  it('is refused when the approver has read other words', () => {
    const other = { ...ruling, readHash: hashOf('Other words.') };
    const blind = () => approveDraft(submit(aDraft()), report(), other);
    expect(blind).toThrow(refusal('words-changed-since-read'));
  });

  it('is refused when the check finds other things than when it was sent', () => {
    const waiting = submit(aDraft());
    const later = (found: Finding) => () => approveDraft(waiting, report(TEXT, [found]), ruling);
    expect(later(finding(3))).toThrow(refusal('draft-has-blocking-findings'));
    expect(later(finding(1))).toThrow(refusal('findings-have-changed'));
  });

  it.each<DraftState>(['draft', 'returned', 'approved', 'released'])(
    'is refused when %s',
    (state) => {
      const early = () => approveDraft(aDraft({ state }), report(), ruling);
      expect(early).toThrow(refusal('draft-not-submitted'));
    },
  );

  it('holds the hash of exactly these words', () => {
    expect(approved()).toMatchObject({
      state: 'approved',
      approvedBy: APPROVER,
      approvedHash: hashOf(TEXT),
    });
  });
});

describe('changing the words of a draft', () => {
  it('is refused after the release', () => {
    const out = releaseDraft(approved(), report(), NOW);
    expect(() => edit(out, 'x')).toThrow(refusal('draft-is-released'));
  });

  it('voids every approval by one character, and makes the editor a contributor', () => {
    fc.assert(
      fc.property(fc.nat(TEXT.length), fc.string({ minLength: 1, maxLength: 1 }), (at, added) => {
        const changed = edit(approved(), TEXT.slice(0, at) + added + TEXT.slice(at), APPROVER);
        expect(changed).toMatchObject({ state: 'draft', approvedBy: null, approvedHash: null });
        expect(changed.contributorIds).toEqual([AUTHOR, APPROVER]);
        expect(() => releaseDraft(changed, report(changed.text), NOW)).toThrow(
          refusal('draft-not-approved'),
        );
      }),
    );
  });

  it('by the same words changes nothing', () => {
    expect(edit(approved(), TEXT, APPROVER)).toEqual(approved());
  });
});

describe('checking a draft again', () => {
  it('voids the approval when it finds other things, and only then', () => {
    expect(recheckDraft(approved(), report(), NOW)).toEqual(approved());
    const found = recheckDraft(approved(), report(TEXT, [finding(1)]), NOW);
    expect(found).toMatchObject({ state: 'draft', approvedBy: null, verdict: 'warn' });
  });
});

describe('returning a draft', () => {
  it('needs a comment, and a person who has not written it', () => {
    const waiting = submit(aDraft());
    expect(() => returnDraft(waiting, '', ruling)).toThrow(refusal('return-needs-a-comment'));
    const own = () => returnDraft(waiting, 'Better.', { ...ruling, approverId: AUTHOR });
    expect(own).toThrow(refusal('approver-is-author'));
  });

  it('is refused when the approver has read other words', () => {
    const other = { ...ruling, readHash: hashOf('Other words.') };
    const blind = () => returnDraft(submit(aDraft()), 'Better.', other);
    expect(blind).toThrow(refusal('words-changed-since-read'));
  });
});

describe('the next step of a case', () => {
  const drafts = (...states: (DraftState | 'posted')[]): DraftProgress[] =>
    states.map((state, index) => ({
      state: state === 'posted' ? 'released' : state,
      updatedAt: new Date(NOW.getTime() + index),
      needsDoctor: false,
      postedAt: state === 'posted' ? new Date(NOW.getTime() + index) : null,
    }));

  it('stays at a triage or a decision that is not done', () => {
    expect(stepAfter('triage', drafts('approved'))).toBe('triage');
    expect(stepAfter('decide', drafts('posted'))).toBe('decide');
  });

  it.each([
    ['draft', drafts('returned')],
    ['approve', drafts('draft', 'submitted')],
    ['release', drafts('submitted', 'approved')],
    ['accept', [{ ...drafts('approved')[0]!, needsDoctor: true }]],
    ['post', drafts('submitted', 'released')],
    ['follow-up', drafts('draft', 'posted')],
    ['draft', drafts('posted', 'draft')],
  ] as const)('is %s', (step, list) => {
    expect(stepAfter('draft', list)).toBe(step);
  });
});

describe('approving a press statement', () => {
  const statement = () => submit(aDraft({ audience: 'press', secondSide: 'press' }));
  const by = (approverId: string, side: 'approver' | 'press') => ({ ...ruling, approverId, side });
  const half = () => approveDraft(statement(), report(), by(APPROVER, 'approver'));

  it('refuses an author on either side', () => {
    for (const side of ['approver', 'press'] as const) {
      const own = () => approveDraft(statement(), report(), by(AUTHOR, side));
      expect(own).toThrow(refusal('approver-is-author'));
    }
  });

  it('refuses one person on both sides', () => {
    const twice = () => approveDraft(half(), report(), by(APPROVER, 'press'));
    expect(twice).toThrow(refusal('approver-has-approved'));
  });

  it('refuses a side that has approved', () => {
    const again = () => approveDraft(half(), report(), by('another', 'approver'));
    expect(again).toThrow(refusal('draft-not-submitted'));
  });

  it('refuses to release what one side alone has approved', () => {
    expect(() => releaseDraft(half(), report(), NOW)).toThrow(refusal('draft-not-approved'));
    const old = aDraft({ secondSide: 'press', state: 'approved', approvedBy: APPROVER });
    expect(() => releaseDraft(old, report(), NOW)).toThrow(refusal('draft-not-approved'));
  });

  it('is done when both have approved, whichever comes first', () => {
    for (const [first, second] of [
      ['approver', 'press'],
      ['press', 'approver'],
    ] as const) {
      const waiting = approveDraft(statement(), report(), by('one', first));
      expect(waiting.state).toBe('submitted');
      const done = approveDraft(waiting, report(), by('two', second));
      expect(done).toMatchObject({ state: 'approved', approvedHash: hashOf(TEXT) });
      expect(done.secondApprovedHash).toBe(hashOf(TEXT));
    }
  });

  it('loses the first approval by other words, other findings and a return', () => {
    const without = { approvedBy: null, approvedHash: null };
    expect(edit(half(), 'Other words.')).toMatchObject(without);
    expect(recheckDraft(half(), report(TEXT, [finding(1)]), NOW)).toMatchObject(without);
    expect(returnDraft(half(), 'Softer.', by('press', 'press'))).toMatchObject(without);
  });
});

describe('who decides on a press statement', () => {
  const actor = (personId: string, ...permissions: Permission[]) =>
    ({ personId, permissions: new Set(permissions) }) as unknown as Actor;
  const press = {
    verdict: 'pass',
    audience: 'press',
    secondSide: 'press',
    risk: 'high',
    approvedBy: null,
    secondApprovedBy: null,
  } as const;
  const approver = actor('approver', 'draft:approve-high');
  const officer = actor('officer', 'draft:approve-press');

  it('is an approver on the one side and a press officer on the other', () => {
    expect(sideOf(approver, press, true)).toBe('approver');
    expect(sideOf(officer, press, true)).toBe('press');
    expect(sideOf(actor('adviser', 'draft:approve-low'), { ...press, risk: 'low' }, true)).toBe(
      undefined,
    );
  });

  it('is a second approver where nobody of the press office is left', () => {
    const waiting = { ...press, approvedBy: 'one' };
    expect(sideOf(approver, waiting, true)).toBe(undefined);
    expect(sideOf(approver, waiting, false)).toBe('press');
  });

  it('is the press office for no other text', () => {
    const reply = { ...press, audience: 'public', secondSide: null } as const;
    expect(sideOf(officer, reply, true)).toBe(undefined);
    expect(mayRelease(actor('officer', 'release:make-press'), reply)).toBe(false);
  });

  it('is a solicitor for a legal notice, and nobody in the place of one', () => {
    const notice = { ...press, audience: 'platform-legal', secondSide: 'solicitor' } as const;
    const solicitor = actor('solicitor', 'worksheet:sign-legal');
    const half = { ...notice, approvedBy: 'one' };
    expect(sideOf(solicitor, notice, true)).toBe('solicitor');
    expect(sideOf(approver, half, false)).toBe(undefined);
    expect(sideOf(officer, half, false)).toBe(undefined);
    const both = actor('both', 'draft:approve-high', 'worksheet:sign-legal');
    expect(sideOf(both, { ...notice, secondApprovedBy: 'one' }, true)).toBe('approver');
    const signed = { ...half, approvedFor: null, secondApprovedFor: null, contributorIds: [] };
    const away = { ...solicitor, id: 'solicitor' } as unknown as StoodInFor;
    const deciders = { hasSecondApprover: true, standsInFor: [away] };
    expect(capacityOf(actor('cover', 'draft:approve-high'), signed, deciders)).toBe(undefined);
  });

  it('lets an approver or the press office release it, and not the adviser', () => {
    expect(mayRelease(actor('adviser', 'release:make'), press)).toBe(false);
    expect(mayRelease(actor('one', 'release:make', 'draft:approve-high'), press)).toBe(true);
    expect(mayRelease(actor('officer', 'release:make-press'), press)).toBe(true);
  });
});
