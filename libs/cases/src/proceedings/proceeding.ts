import { Conflict, type FieldFault, type Id, Invalid } from '#kernel';

/** A sort of proceedings: in words, with its stages in their usual order. */
interface ProceedingWords {
  readonly text: string;
  /** The first one is where it begins. */
  readonly stages: Readonly<Record<string, string>>;
}

/** The proceedings that may run beside each other about the same events. `ended` can follow every stage. */
export const PROCEEDING_KINDS = {
  employer: {
    text: 'Investigation or discipline by the employer',
    stages: {
      informal: 'Informal steps',
      investigation: 'Investigation',
      excluded: 'Exclusion or restricted duties',
      hearing: 'Disciplinary hearing',
      appeal: 'Appeal',
    },
  },
  training: {
    text: 'Training body or medical school',
    stages: { concern: 'Concern raised', panel: 'Panel', appeal: 'Appeal' },
  },
  regulator: {
    text: 'Regulator',
    stages: {
      enquiry: 'Provisional enquiry',
      investigation: 'Investigation',
      'interim-orders': 'Interim orders',
      tribunal: 'Tribunal',
      review: 'Review of an order',
    },
  },
  claim: {
    text: 'Claim for damages',
    stages: {
      'letter-before-action': 'Letter before action',
      'letter-of-response': 'Letter of response',
      issued: 'Proceedings issued',
      trial: 'Trial',
    },
  },
  complaint: {
    text: 'Complaint or ombudsman',
    stages: { local: 'With the organisation', ombudsman: 'With the ombudsman' },
  },
  inquest: { text: 'Inquest', stages: { evidence: 'Evidence is gathered', hearing: 'Hearing' } },
  police: {
    text: 'Police or criminal court',
    stages: { enquiry: 'Enquiry', interview: 'Interview', charged: 'Charged', trial: 'Trial' },
  },
} as const satisfies Readonly<Record<string, ProceedingWords>>;
export type ProceedingKind = keyof typeof PROCEEDING_KINDS;

/** The stage at which a proceeding is over. */
export const ENDED = 'ended';

/** One of the proceedings about a case, as its list shows it. */
export interface Proceeding {
  readonly id: Id;
  readonly kind: ProceedingKind;
  /** Who runs it: `The trust`, `General Medical Council`. */
  readonly body: string;
  /** What the body calls it; empty where that is not known. */
  readonly theirReference: string;
  /** Key of the stages of its kind, or {@link ENDED}. */
  readonly stage: string;
  /** Civil date on which the stage began. */
  readonly stageOn: string;
  /** Who stands beside the doctor; empty while nobody does. */
  readonly representative: string;
  readonly addedAt: Date;
  readonly version: number;
}

/** What a person says of a proceeding when it is added. */
export interface NewProceeding {
  readonly kind: ProceedingKind;
  readonly body: string;
  readonly theirReference: string;
  readonly stage: string;
  readonly stageOn: string;
  readonly representative: string;
}

/** A stage that a proceeding came to. */
export interface ProceedingStage {
  readonly stage: string;
  readonly happenedOn: string;
  readonly note: string;
  readonly recordedByName: string;
}

/** What a person says of the next stage. */
export interface StageNote {
  readonly stage: string;
  readonly happenedOn: string;
  readonly representative: string;
  readonly note: string;
  readonly version: number;
}

/** The stages of a kind in words, `ended` last. */
export function stagesOf(kind: ProceedingKind): Readonly<Record<string, string>> {
  return { ...PROCEEDING_KINDS[kind].stages, [ENDED]: 'Ended' };
}

/** Whether a proceeding still runs. */
export function isRunning({ stage }: Pick<Proceeding, 'stage'>): boolean {
  return stage !== ENDED;
}

/**
 * Whether what one says in one of them is read in another: then every account has to agree with the others.
 */
export function areParallel(proceedings: readonly Pick<Proceeding, 'stage'>[]): boolean {
  return proceedings.filter(isRunning).length > 1;
}

/** @throws Invalid `stage-unknown` at `stage`, `stage-day-ahead` at the day, `ending-without-words` at `note` */
export function assertStage(
  kind: ProceedingKind,
  { stage, day, dayField, note }: { stage: string; day: string; dayField: string; note?: string },
  today: string,
): void {
  if (!Object.hasOwn(stagesOf(kind), stage)) {
    throw wrong('stage-unknown', 'stage', 'Choose a stage of these proceedings');
  }
  if (day > today) throw wrong('stage-day-ahead', dayField, 'The day must be today or in the past');
  if (stage === ENDED && note === '') {
    throw wrong('ending-without-words', 'note', 'Say how it ended');
  }
}

/** @throws Conflict `proceeding-ended` */
export function assertRunning(proceeding: Proceeding): void {
  if (isRunning(proceeding)) return;
  throw new Conflict('proceeding-ended', 'These proceedings have ended.');
}

function wrong(code: string, field: string, message: string): Invalid {
  const fault: FieldFault = { field, message };
  return new Invalid(code, message, [fault]);
}
