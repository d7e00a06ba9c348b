import type { CaseContext, OrganisationContext, PatientContext } from '#confidentiality';
import type { Organisation } from '#identity';
import type { Case } from './case.js';
import type { Party } from './party.js';
import type { PatientFact, PatientFactKind } from './patient-fact.js';

/** What the guard's context is made from. */
export interface GuardKnowledge {
  readonly found: Case;
  readonly facts: readonly PatientFact[];
  readonly parties: readonly Party[];
  readonly organisation: Organisation;
}

const IDENTIFIERS = ['nhs', 'chi', 'hc', 'ihi', 'pps', 'mrn'] as const satisfies PatientFactKind[];

/** Brings what a case knows into the shape that the guard takes. */
export function makeGuardContext({
  found,
  facts,
  parties,
  organisation,
}: GuardKnowledge): CaseContext {
  const of = (kind: PatientFactKind) =>
    facts.filter((fact) => fact.kind === kind).map(({ value }) => value);
  return {
    case: found.reference,
    jurisdiction: found.jurisdiction,
    organisation: organisationContext(organisation, found),
    patient: patientContext(of),
    third_parties: [...of('third_party'), ...parties.filter(isThird).map(({ name }) => name)],
    // A day of death or a second date of birth (mother and child) has no place of its own: as a date it is kept back as
    // well. That the patient has died takes nothing away: confidentiality outlasts them.
    appointments: [...of('appointment'), ...of('dob').slice(1), ...of('died')],
    conditions: of('condition'),
    procedures: of('procedure'),
    medications: of('medication'),
    ...complainantContext(parties),
    post: {
      platform: found.platform,
      handle: found.handle,
      url: found.url,
      ...(found.postedOn ? { date: found.postedOn } : {}),
      text: found.postText,
    },
  };
}

function patientContext(of: (kind: PatientFactKind) => string[]): PatientContext {
  const [dob] = of('dob');
  const [postcode, ...morePostcodes] = of('postcode');
  return {
    names: of('name'),
    aliases: of('alias'),
    ...(dob ? { dob } : {}),
    identifiers: identifiersOf(of),
    phones: of('phone'),
    emails: of('email'),
    addresses: [...of('address'), ...morePostcodes],
    ...(postcode ? { postcode } : {}),
    handles: of('handle'),
  };
}

/** A second number of a kind is named `nhs_2`: the guard keeps it back as a record number. */
function identifiersOf(of: (kind: PatientFactKind) => string[]): Record<string, string> {
  return Object.fromEntries(
    IDENTIFIERS.flatMap((kind) =>
      of(kind).map((value, index) => [index === 0 ? kind : `${kind}_${index + 1}`, value]),
    ),
  );
}

function organisationContext({ name, contacts }: Organisation, found: Case): OrganisationContext {
  const given = (values: (string | undefined)[]) => values.filter((value) => value !== undefined);
  return {
    name,
    phones: given([contacts.phone]),
    emails: given([contacts.email, contacts.pressOffice]).filter((value) => value.includes('@')),
    addresses: [],
    ...(contacts.website ? { website: contacts.website } : {}),
    clinicians: found.doctorName ? [found.doctorName] : [],
    contacts: given([contacts.complaintsContact]),
  };
}

/** Colleagues, supervisors, relatives and others have not asked to be named. */
function isThird({ role, isPatient }: Party): boolean {
  return !isPatient && ['relative', 'colleague', 'supervisor', 'other'].includes(role);
}

function complainantContext(
  parties: readonly Party[],
): Pick<CaseContext, 'complainant' | 'complainant_authority'> {
  const found = parties.find(({ role, isPatient }) => role === 'complainant' && !isPatient);
  if (!found) return {};
  return {
    complainant: found.relation ? `${found.name} (${found.relation})` : found.name,
    complainant_authority: found.hasAuthority,
  };
}
