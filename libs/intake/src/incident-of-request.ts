import type { Incident } from '#cases';
import { PLATFORM_NAMES } from '#guidance';
import type { FactName, Facts, FactValue, IncidentKind } from '#triage';
import {
  hasActed,
  isPressing,
  type RequestAnswers,
  WHAT_HAPPENED,
  type WhatHappened,
} from './request-answers.js';

const KIND_OF: Record<WhatHappened, IncidentKind> = {
  review: 'negative_review',
  post: 'other',
  video: 'other',
  impersonation: 'impersonation',
  private_message: 'private_profile_contact',
  threat: 'threat',
  own_post: 'other',
  unsure: 'other',
};

const CLOSED_PLATFORMS: ReadonlySet<string> = new Set(['facebook_group', 'whatsapp']);

/** What an adviser may set otherwise than the answers suggest. */
export interface Acceptance {
  readonly title?: string | undefined;
  readonly kind?: IncidentKind | undefined;
  readonly isUrgent?: boolean | undefined;
}

/** The incident that the answers describe, with what the adviser chose over them. */
export function incidentOf(
  answers: RequestAnswers,
  doctor: Pick<Incident, 'doctorId' | 'doctorName'>,
  chosen: Acceptance,
): Incident {
  return {
    title: chosen.title || suggestedTitle(answers),
    direction: directionOf(answers),
    kind: chosen.kind ?? suggestedKind(answers),
    platform: answers.platform,
    url: answers.url,
    handle: answers.account,
    postText: answers.postText,
    postedOn: null,
    seenOn: answers.seenOn,
    visibility: visibilityOf(answers),
    groupSize: null,
    sharing: 'unknown',
    jurisdiction: answers.jurisdiction,
    setting: answers.setting,
    ...doctor,
    isUrgent: chosen.isUrgent ?? isPressing(answers),
  };
}

/** A title without anybody's name: what and where. */
export function suggestedTitle({ whatHappened, platform }: RequestAnswers): string {
  return `${WHAT_HAPPENED[whatHappened].split(',')[0]} (${PLATFORM_NAMES[platform] ?? platform})`;
}

/** The kind that the doctor's choice comes closest to. */
export function suggestedKind({ whatHappened }: RequestAnswers): IncidentKind {
  return KIND_OF[whatHappened];
}

/**
 * The triage facts that the answers settle, and those on which the doctor was not sure. What the incident holds
 * is not among them: the case says it, and may be put right.
 */
export function triageFactsOf(answers: RequestAnswers): { facts: Facts; unsure: FactName[] } {
  const settled: Partial<Record<FactName, FactValue | undefined>> = {
    author_identity: answers.whatHappened === 'own_post' ? 'self' : undefined,
    doctor_already_replied: { public: true, no: false }[answers.replied as string],
    formal_complaint_received: { yes: true, no: false }[answers.complaint as string],
    contains_threat: answers.whatHappened === 'threat' ? 'explicit' : undefined,
    impersonation: answers.whatHappened === 'impersonation' ? true : undefined,
    doctor_distressed: distressOf(answers),
    doctor_risk_to_self: answers.wellbeing === 'unsafe' ? true : undefined,
  };
  const known = Object.entries(settled).filter(([, value]) => value !== undefined);
  return { facts: Object.fromEntries(known) as Facts, unsure: unsureOf(answers) };
}

function unsureOf({ replied, complaint }: RequestAnswers): FactName[] {
  return [
    ...(replied === 'unsure' ? (['doctor_already_replied'] as const) : []),
    ...(complaint === 'unsure' ? (['formal_complaint_received'] as const) : []),
  ];
}

function distressOf({ wellbeing }: RequestAnswers): boolean | undefined {
  if (wellbeing === 'unsaid') return undefined;
  return wellbeing !== 'well';
}

function directionOf({ whatHappened, replied }: RequestAnswers): Incident['direction'] {
  if (whatHappened === 'own_post') return 'by_doctor';
  return hasActed(replied) ? 'both' : 'about_doctor';
}

function visibilityOf({ whatHappened, platform }: RequestAnswers): Incident['visibility'] {
  if (whatHappened === 'private_message') return 'private_message';
  return CLOSED_PLATFORMS.has(platform) ? 'closed_group' : 'public';
}
