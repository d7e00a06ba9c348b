import type { Case } from '#cases';
import { isJurisdiction } from '#deadlines';
import { type Actor, can } from '#identity';
import { Conflict, Forbidden, type Id, Invalid, NotFound, type PersonId } from '#kernel';
import { type Answers, countingAnswers, holds } from './answers.js';
import { WORKSHEET_KINDS } from './data/index.js';
import type { AnswerIs, DecisionIs, Missing, RuleWord, WorksheetKind } from './kind.js';
import { incomplete } from './worksheet-refusals.js';

/** A worksheet of a case, opened. */
export interface Worksheet {
  readonly id: Id;
  /** Id of its kind. */
  readonly kind: string;
  readonly state: string;
  readonly answers: Answers;
  /** Those who wrote any of it. */
  readonly authors: readonly PersonId[];
  readonly openedByName: string;
  readonly openedAt: Date;
  readonly changedByName: string;
  readonly changedAt: Date;
  /** Since when everything is answered that its sign-off needs; null while it does not wait for one. */
  readonly waitingSince: Date | null;
  readonly signedByName: string | null;
  readonly signedAt: Date | null;
  /** What was decided at sign-off; empty before, and where there was nothing to decide. */
  readonly decision: string;
  readonly decisionReason: string;
  /** Who saw it otherwise, and why; empty where nobody did. */
  readonly dissent: string;
  /** Why it was withdrawn; empty otherwise. */
  readonly withdrawnReason: string;
  /** Whether it is marked as legally privileged. */
  readonly isPrivileged: boolean;
  readonly version: number;
}

/** What a person says who signs off. */
export interface SignOffWords {
  readonly version: number;
  /** One of the kind's decisions; empty where it has none. */
  readonly decision: string;
  /** 1 to 5,000 where something is decided. */
  readonly reason: string;
  readonly dissent: string;
}

/** The kind of an id. @throws NotFound `worksheet-kind-not-found` */
export function kindOf(id: string): WorksheetKind {
  const kind = WORKSHEET_KINDS.find((one) => one.id === id);
  if (!kind) throw new NotFound('worksheet-kind-not-found', 'There is no such worksheet.');
  return kind;
}

/** What opening a worksheet asks of a case. */
type OpenedOn = Pick<Case, 'primaryRoute' | 'alsoRoutes' | 'jurisdiction'>;

/** Whether a kind may be opened on a case: it has a meaning there, and its route is decided, or none is needed. */
export function mayOpen(kind: WorksheetKind, found: OpenedOn): boolean {
  const decided = new Set<string | null>([found.primaryRoute, ...found.alsoRoutes]);
  return (
    isKnownIn(kind, found) &&
    (kind.isAlways === true || kind.routes.some((route) => decided.has(route)))
  );
}

/** @throws Invalid `not-in-this-nation`, `route-not-decided` */
export function assertMayOpen(kind: WorksheetKind, found: OpenedOn): void {
  if (mayOpen(kind, found)) return;
  const [code, message] = isKnownIn(kind, found)
    ? ([
        'route-not-decided',
        'Decide the route of this worksheet for the case first, then open it',
      ] as const)
    : ([
        'not-in-this-nation',
        'The law behind this worksheet is not that of this case’s nation',
      ] as const);
  throw new Invalid(code, message, [{ field: 'kind', message }]);
}

function isKnownIn({ nations }: WorksheetKind, { jurisdiction }: OpenedOn): boolean {
  return !nations || nations.some((nation) => nation === jurisdiction);
}

/** The words that stand before a worksheet on a case: those of its kind, then those of the case's nation. */
export function introOf(
  { intro, nationIntro }: WorksheetKind,
  { jurisdiction }: Pick<Case, 'jurisdiction'>,
): readonly string[] {
  return isJurisdiction(jurisdiction) ? [...intro, ...(nationIntro?.(jurisdiction) ?? [])] : intro;
}

/** What the rules of a kind say about the answers of a worksheet; nothing where the kind has none. */
export function rulesOn(
  kind: WorksheetKind,
  { answers }: Pick<Worksheet, 'answers'>,
): readonly RuleWord[] {
  return kind.signOff.rules?.(countingAnswers(kind, answers)) ?? [];
}

/** Whether a worksheet is there for a person: one that is privileged is not for the press office. */
export function isInSight(
  actor: Actor,
  { isPrivileged }: Pick<Worksheet, 'isPrivileged'>,
): boolean {
  return !isPrivileged || can(actor, 'case:read') || !can(actor, 'case:read-press');
}

/** @throws Conflict `worksheet-changed` */
export function assertVersion({ version }: Worksheet, seen: number): void {
  if (version === seen) return;
  const message = 'Somebody else changed this worksheet first. Look at it again.';
  throw new Conflict('worksheet-changed', message, { version });
}

/**
 * Whether a worksheet may be signed off by this person with these words.
 *
 * @throws Conflict `worksheet-signed`, `worksheet-changed`
 * @throws Forbidden `signer-is-author` where it must be somebody who wrote none of it
 * @throws Invalid `worksheet-incomplete`, each missing item named at its question
 * @throws Invalid `sign-off-wrong` at `decision`, `reason`; `decision-barred` at `decision`
 */
export function assertSignable(
  worksheet: Worksheet,
  kind: WorksheetKind,
  sign: { words: SignOffWords; by: PersonId; missing: readonly Missing[] },
): void {
  const { signOff } = kind;
  if (worksheet.state !== 'open') {
    throw new Conflict('worksheet-signed', 'This worksheet is signed off already.');
  }
  assertVersion(worksheet, sign.words.version);
  if (signOff.needsOther && worksheet.authors.includes(sign.by)) {
    throw new Forbidden('signer-is-author', 'Somebody who wrote none of it signs it off.');
  }
  if (sign.missing.length > 0) throw incomplete(sign.missing);
  assertDecision(signOff.decisions, sign.words);
  const bar = signOff.bars?.(countingAnswers(kind, worksheet.answers), sign.words.decision);
  if (bar) throw new Invalid('decision-barred', bar, [{ field: 'decision', message: bar }]);
}

/** Whether a consequence follows from what was answered and decided. */
export function follows(
  when: AnswerIs | DecisionIs | undefined,
  { answers, decision }: Pick<Worksheet, 'answers' | 'decision'>,
): boolean {
  if (!when) return true;
  return 'decision' in when ? [when.decision].flat().includes(decision) : holds(when, answers);
}

function assertDecision(
  decisions: WorksheetKind['signOff']['decisions'],
  { decision, reason }: SignOffWords,
): void {
  if (!decisions) return;
  const faults = [
    ...(decisions.some(({ value }) => value === decision)
      ? []
      : [{ field: 'decision', message: 'Choose what is decided' }]),
    ...(reason.trim() === '' ? [{ field: 'reason', message: 'Enter the reason' }] : []),
  ];
  if (faults.length > 0) throw new Invalid('sign-off-wrong', faults[0]!.message, faults);
}
