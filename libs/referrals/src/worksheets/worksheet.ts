import type { Case } from '#cases';
import { Conflict, Forbidden, type Id, Invalid, NotFound, type PersonId } from '#kernel';
import { type Answers, holds } from './answers.js';
import { WORKSHEET_KINDS } from './data/index.js';
import type { AnswerIs, DecisionIs, Missing, WorksheetKind } from './kind.js';
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
  readonly signedByName: string | null;
  readonly signedAt: Date | null;
  /** What was decided at sign-off; empty before, and where there was nothing to decide. */
  readonly decision: string;
  readonly decisionReason: string;
  /** Who saw it otherwise, and why; empty where nobody did. */
  readonly dissent: string;
  /** Why it was withdrawn; empty otherwise. */
  readonly withdrawnReason: string;
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

/** Whether a kind may be opened on a case: its route is decided, or it may be opened always. */
export function mayOpen(
  { isAlways, routes }: WorksheetKind,
  found: Pick<Case, 'primaryRoute' | 'alsoRoutes'>,
): boolean {
  const decided = new Set<string | null>([found.primaryRoute, ...found.alsoRoutes]);
  return isAlways === true || routes.some((route) => decided.has(route));
}

/** @throws Invalid `route-not-decided` */
export function assertMayOpen(
  kind: WorksheetKind,
  found: Pick<Case, 'primaryRoute' | 'alsoRoutes'>,
): void {
  if (mayOpen(kind, found)) return;
  const message = 'Decide the route of this worksheet for the case first, then open it';
  throw new Invalid('route-not-decided', message, [{ field: 'kind', message }]);
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
 * @throws Invalid `sign-off-wrong` at `decision`, `reason`
 */
export function assertSignable(
  worksheet: Worksheet,
  { signOff }: WorksheetKind,
  sign: { words: SignOffWords; by: PersonId; missing: readonly Missing[] },
): void {
  if (worksheet.state !== 'open') {
    throw new Conflict('worksheet-signed', 'This worksheet is signed off already.');
  }
  assertVersion(worksheet, sign.words.version);
  if (signOff.needsOther && worksheet.authors.includes(sign.by)) {
    throw new Forbidden('signer-is-author', 'Somebody who wrote none of it signs it off.');
  }
  if (sign.missing.length > 0) throw incomplete(sign.missing);
  assertDecision(signOff.decisions, sign.words);
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
