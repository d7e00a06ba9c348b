import type { Case, CareSetting } from '#cases';
import { addDays, dayIn, startOfDay } from '#deadlines';
import { JURISDICTION_KEYS, PLATFORM_KEYS, PLATFORM_NAMES } from '#guidance';
import { newId, newReference, type OrganisationId, type PersonId } from '#kernel';
import { REFERRAL_ROUTES } from '#referrals';
import { assess, INCIDENT_KIND_LABELS, INCIDENT_KINDS, KINDS_BY_DOCTOR } from '#triage';
import type { Facts, IncidentKind } from '#triage';
import type { Chance } from './chance.js';

/** A made-up case, and when its route was decided. */
export interface MadeUpCase {
  readonly found: Case;
  readonly facts: Facts;
  /** Null while it is not decided. */
  readonly decidedAt: Date | null;
  readonly nextDueAt: Date | null;
  /** Whether the clock that ends then counts hours. */
  readonly isDueByHour: boolean;
}

/** What made-up cases are made with. */
export interface CaseMaking {
  readonly organisationId: OrganisationId;
  /** Advisers and approvers; at least one. */
  readonly people: readonly PersonId[];
  readonly now: Date;
  readonly chance: Chance;
  /** References that are taken; those made are added. */
  readonly taken: Set<string>;
}

const DAY = 86_400_000;
/** Cases are spread over so many days before today. */
const SPREAD = 730;
const SETTING_KEYS: readonly CareSetting[] = [
  'nhs_gp',
  'nhs_trust',
  'private_practice',
  'hse_public',
  'independent_hospital',
];
const SURNAMES =
  'Ashdown Birchall Corrigan Dunmore Ellery Fairlie Garrity Holloway Inchley Jardine'.split(' ');
const COMPLAINTS = [
  'Waited far too long and nobody said why.',
  'Would not come back here. Nobody listened.',
  'Read this before you book. Others should know.',
  'The manner was cold and the visit was over in minutes.',
];
/** Routes on which something goes to others, those that are taken most first. */
const OUTSIDE = Object.keys(REFERRAL_ROUTES);
const OUTCOMES = ['answered', 'removed', 'kept', 'no-action'];

/** Makes one case up. Its words are invented; nothing in it is taken from anybody. */
export function madeUpCase(making: CaseMaking): MadeUpCase {
  const { chance, now } = making;
  const openedAt = new Date(now.getTime() - Math.floor(chance.next() * SPREAD * DAY));
  const isClosed = chance.happens(isRecent(openedAt, now) ? 0.1 : 0.75);
  const isDecided = isClosed || chance.happens(0.5);
  const facts = someFacts(chance);
  const route = isDecided ? decided(facts, chance) : null;
  const after = (days: number) => earlier(now, openedAt.getTime() + days * DAY * chance.next());
  const found: Case = {
    ...incidentOf(facts, openedAt, chance),
    ...ownerOf(making, isClosed || isDecided),
    id: newId(),
    organisationId: making.organisationId,
    reference: freeReference(making, openedAt.getUTCFullYear()),
    state: isClosed ? 'closed' : 'open',
    nextStep: isClosed
      ? 'none'
      : chance.pick(route ? ['draft', 'follow-up', 'post'] : ['triage', 'decide']),
    isUrgent: !isClosed && chance.happens(0.06),
    isWalled: false,
    primaryRoute: route?.primary ?? null,
    alsoRoutes: route?.also ?? [],
    urgency: 'routine',
    firstResponseDueAt: null,
    openedAt,
    closedAt: isClosed ? after(60) : null,
    outcome: isClosed ? chance.pick(OUTCOMES) : null,
    closingReason: isClosed ? 'Made up for a trial of Parapet.' : null,
    version: 1,
  };
  return {
    found,
    facts,
    decidedAt: isDecided ? after(5) : null,
    ...dueOf(making, isClosed),
  };
}

/** Among a hundred thousand cases some references would be drawn twice. */
function freeReference({ taken }: CaseMaking, year: number): string {
  for (;;) {
    const reference = newReference('PAR', year);
    if (taken.has(reference)) continue;
    taken.add(reference);
    return reference;
  }
}

function someFacts(chance: Chance) {
  const incident_kind: IncidentKind = chance.pick(INCIDENT_KINDS);
  return {
    direction: incident_kind in KINDS_BY_DOCTOR ? 'by_doctor' : 'about_doctor',
    incident_kind,
    jurisdiction: chance.pick(JURISDICTION_KEYS),
    setting: chance.pick(SETTING_KEYS),
    platform: chance.pick(PLATFORM_KEYS),
  } as const;
}

function incidentOf(facts: ReturnType<typeof someFacts>, openedAt: Date, chance: Chance) {
  const { direction, incident_kind: kind, jurisdiction, setting, platform } = facts;
  const what: Readonly<Record<string, string>> = INCIDENT_KIND_LABELS;
  return {
    direction,
    kind,
    jurisdiction,
    setting,
    platform,
    title: `${what[kind]}: ${PLATFORM_NAMES[platform]}`,
    url: '',
    handle: `account-${chance.between(100, 9999)}`,
    postText: chance.pick(COMPLAINTS),
    postedOn: null,
    seenOn: dayIn(openedAt, jurisdiction),
    visibility: 'public',
    groupSize: null,
    sharing: 'unknown',
    doctorName: `Dr ${chance.pick(SURNAMES)}`,
    doctorId: null,
  } as const;
}

function ownerOf({ people, chance }: CaseMaking, isTaken: boolean) {
  const openedBy = people[chance.between(0, people.length - 1)]!;
  return { openedBy, ownerId: isTaken || chance.happens(0.8) ? openedBy : null };
}

function dueOf({ now, chance }: CaseMaking, isClosed: boolean) {
  if (isClosed || chance.happens(0.3)) return { nextDueAt: null, isDueByHour: false };
  const isDueByHour = chance.happens(0.1);
  const hours = isDueByHour ? chance.between(-6, 72) : chance.between(-3 * 24, 25 * 24);
  const at = new Date(now.getTime() + hours * 3_600_000);
  return { nextDueAt: endOfClock(at, isDueByHour), isDueByHour };
}

/** When a made-up clock ends: to the minute where it counts hours, else at the end of a day. */
function endOfClock(at: Date, isByHour: boolean): Date {
  if (isByHour) return at;
  const day = addDays(dayIn(at, 'england'), 1);
  return new Date(startOfDay(day, 'Europe/London').getTime() - 1000);
}

const known = new Map<string, { primary: string; also: readonly string[] }>();

/** What the rules recommend; asked once for each set of facts. */
function recommended(facts: Facts) {
  const key = JSON.stringify(facts);
  const found = known.get(key) ?? assess(facts, '2026-01-01');
  known.set(key, { primary: found.primary, also: found.also });
  return found;
}

/** What was decided: as recommended, and in every third case somebody outside is involved besides. */
function decided(facts: Facts, chance: Chance) {
  const { primary, also } = recommended(facts);
  const added = chance.happens(0.35) ? chance.pick(OUTSIDE) : primary;
  const isNew = added !== primary && !also.includes(added);
  return { primary, also: isNew ? [...also, added] : also };
}

function isRecent(openedAt: Date, now: Date): boolean {
  return now.getTime() - openedAt.getTime() < 60 * DAY;
}

function earlier(now: Date, instant: number): Date {
  return new Date(Math.min(now.getTime(), instant));
}
