import type { CaseId, OrganisationId, PersonId } from '#kernel';
import type { Urgency } from '#triage';

export const CASE_STATES = ['open', 'closed'] as const;
export type CaseState = (typeof CASE_STATES)[number];

/** What has to be done next on a case; the worklist and the case page show it as one button. */
export const NEXT_STEPS = {
  triage: 'Triage it',
  decide: 'Decide the route',
  draft: 'Write a draft',
  approve: 'Wait for approval',
  accept: 'Wait for the doctor to agree to the words',
  release: 'Release the approved text',
  post: 'Record that it was posted or sent',
  'follow-up': 'Follow up',
  none: 'Nothing left to do',
} as const;
export type NextStep = keyof typeof NEXT_STEPS;

export const DIRECTIONS = ['about_doctor', 'by_doctor', 'both'] as const;
export const VISIBILITIES = ['public', 'closed_group', 'private_message'] as const;
/** How far a post was shared, in words. */
export const SHARINGS = {
  unknown: 'Not known',
  none: 'No sign of it',
  few: 'To a few people, or one other place',
  many: 'Widely: often, or to several places',
} as const;
export type Sharing = keyof typeof SHARINGS;
export const SETTINGS = {
  nhs_trust: 'NHS or HSC trust',
  nhs_gp: 'NHS general practice',
  hse_public: 'HSE or other public service in Ireland',
  private_practice: 'Private practice',
  independent_hospital: 'Independent hospital',
  none: 'No care setting',
} as const;
export type CareSetting = keyof typeof SETTINGS;

/** An incident as somebody logs it: what happened online, where and when. */
export interface Incident {
  readonly title: string;
  readonly direction: (typeof DIRECTIONS)[number];
  /** Taxonomy id of the triage pack. */
  readonly kind: string;
  /** Key of a platform pack. */
  readonly platform: string;
  readonly url: string;
  readonly handle: string;
  readonly postText: string;
  /** Civil date; null when it is not known. */
  readonly postedOn: string | null;
  /** Civil date. */
  readonly seenOn: string;
  readonly visibility: (typeof VISIBILITIES)[number];
  /** People in the group or conversation, roughly; null where it is public or not known. */
  readonly groupSize: number | null;
  readonly sharing: Sharing;
  readonly jurisdiction: string;
  readonly setting: CareSetting;
  readonly doctorName: string;
  /** The doctor's own account, where they have one. */
  readonly doctorId: PersonId | null;
  readonly isUrgent: boolean;
}

/** Our record of handling one incident. */
export interface Case extends Incident {
  readonly id: CaseId;
  readonly organisationId: OrganisationId;
  /** `PAR-26-7K4MX-3`; never holds a name. */
  readonly reference: string;
  readonly state: CaseState;
  readonly nextStep: NextStep;
  readonly ownerId: PersonId | null;
  readonly isWalled: boolean;
  /** Route that was decided; null before. */
  readonly primaryRoute: string | null;
  readonly alsoRoutes: readonly string[];
  /** How soon somebody must respond, by what was answered. */
  readonly urgency: Urgency;
  /** By when somebody must respond first; null where nothing presses. */
  readonly firstResponseDueAt: Date | null;
  readonly openedAt: Date;
  readonly openedBy: PersonId;
  readonly closedAt: Date | null;
  /** Key of {@link CASE_OUTCOMES}; null while it is open. */
  readonly outcome: string | null;
  readonly closingReason: string | null;
  readonly version: number;
}

/** A case as a row of the worklist. */
export interface WorklistRow {
  reference: string;
  title: string;
  kind: string;
  platform: string;
  doctorName: string;
  ownerName: string | null;
  nextStep: NextStep;
  /** Null before a route is decided. */
  primaryRoute: string | null;
  isUrgent: boolean;
  /** Next running clock or task; null when nothing is due. */
  dueAt: Date | null;
  /** Whether that clock counts hours, not working days. */
  isDueByHour: boolean;
  openedAt: Date;
  jurisdiction: string;
}

/** How many open cases each view has, counted up to {@link COUNTED_UP_TO}. */
export type WorkCounts = Readonly<Record<WorkView, number>>;

/** Counting stops here, so that a long list does not slow every page: one more means “or more”. */
export const COUNTED_UP_TO = 100;

/** What stands round every page of a case besides the case itself. */
export interface CaseStanding {
  /** Null while nobody owns it. */
  readonly ownerName: string | null;
  /** Next running clock or task; null when nothing is due. */
  readonly dueAt: Date | null;
  /** Whether that clock counts hours, not working days. */
  readonly isDueByHour: boolean;
  /** How many tasks are open. */
  readonly openTasks: number;
  /** How many holds last, on the case or on items of it. */
  readonly openHolds: number;
  /** How many items of evidence have their content. */
  readonly sealedItems: number;
  /** Whether a claim for damages runs. */
  readonly hasClaim: boolean;
  /** When this was read: how near the clock is counts from here. */
  readonly readAt: Date;
}

/** All that the first page of a case shows. */
export interface CaseOverview extends CaseStanding {
  readonly found: Case;
  /** Other cases about the same address. */
  readonly related: readonly { reference: string; title: string }[];
}

/** The views of the worklist. */
export const WORK_VIEWS = ['mine', 'unassigned', 'due', 'all'] as const;
export type WorkView = (typeof WORK_VIEWS)[number];
