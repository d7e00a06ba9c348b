import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { type Case, type CaseCipher, CaseKeys } from '#cases';
import type { CaseContext, PatientContext } from '#confidentiality';
import type { Id } from '#kernel';
import { Transactions } from '#platform';
import { contactsIn, type PublishedBody } from './published-body.js';

interface SealedFact {
  id: Id;
  kind: string;
  value_sealed: Buffer;
}

interface SealedParty {
  id: Id;
  role: string;
  details_sealed: Buffer;
}

/** What is sealed of a party, as far as the guard needs it. */
const partyDetails = z.looseObject({
  name: z.string(),
  relation: z.string().default(''),
  isPatient: z.boolean().default(false),
  hasAuthority: z.boolean().default(false),
});

interface Party extends z.output<typeof partyDetails> {
  role: string;
}

/** Patient facts by kind. */
type FactsByKind = Readonly<Record<string, readonly string[]>>;

const NUMBERS = ['nhs', 'chi', 'hc', 'ihi', 'pps', 'mrn'];
/** Those who have not asked to be named. */
const THIRD_PARTIES = ['relative', 'colleague', 'other'];

/**
 * Gathers what the guard has to know of a case. The facts are opened for the comparison only: no person
 * is shown them here.
 */
@Injectable()
export class GuardContextReader {
  constructor(
    private readonly tx: Transactions,
    private readonly keys: CaseKeys,
  ) {}

  /**
   * @param bodies whose own details are no findings: the organisation's and those of the body.
   * @throws SealBroken when facts of the case cannot be opened.
   */
  async read(found: Case, bodies: readonly PublishedBody[]): Promise<CaseContext> {
    const owner = [found.organisationId, found.id];
    const facts = await this.tx.query<SealedFact>(
      `select id, kind, value_sealed from patient_fact where organisation_id = $1 and case_id = $2`,
      owner,
    );
    const parties = await this.tx.query<SealedParty>(
      `select id, role, details_sealed from party where organisation_id = $1 and case_id = $2`,
      owner,
    );
    const isSealed = facts.length + parties.length > 0;
    const cipher = isSealed ? await this.keys.of(found.organisationId, found.id) : undefined;
    return {
      ...caseContext(found, bodies),
      ...(cipher ? sealedContext(openFacts(facts, cipher), openParties(parties, cipher)) : {}),
    };
  }
}

/** What the guard knows where there is no case: the organisation's own details. */
export function organisationContext(bodies: readonly PublishedBody[]): CaseContext {
  const [main] = bodies.toReversed();
  const found = bodies.map(contactsIn);
  return {
    organisation: {
      name: main?.name ?? '',
      phones: found.flatMap(({ phones }) => phones),
      emails: found.flatMap(({ emails }) => emails),
      addresses: bodies.map(({ address }) => address).filter(Boolean),
      website: main?.website ?? '',
      contacts: bodies
        .flatMap((body) => [body.name, body.complaintsContact, body.safeguardingLead, body.website])
        .filter(Boolean),
    },
  };
}

function caseContext(found: Case, bodies: readonly PublishedBody[]): CaseContext {
  const { organisation } = organisationContext(bodies);
  return {
    case: found.reference,
    jurisdiction: found.jurisdiction,
    organisation: { ...organisation, clinicians: found.doctorName ? [found.doctorName] : [] },
    post: {
      platform: found.platform,
      handle: found.handle,
      url: found.url,
      date: found.postedOn ?? '',
      text: found.postText,
    },
  };
}

function openFacts(rows: readonly SealedFact[], cipher: CaseCipher): FactsByKind {
  const byKind: Record<string, string[]> = {};
  for (const { id, kind, value_sealed } of rows) {
    byKind[kind] ??= [];
    byKind[kind].push(cipher.open(value_sealed, `patient_fact.value_sealed:${id}`));
  }
  return byKind;
}

function openParties(rows: readonly SealedParty[], cipher: CaseCipher): Party[] {
  return rows.map(({ id, role, details_sealed }) => {
    const opened = cipher.open(details_sealed, `party.details_sealed:${id}`);
    return { role, ...partyDetails.parse(JSON.parse(opened)) };
  });
}

/** A complainant who is not the patient is somebody else, and reads no patient facts without authority. */
function sealedContext(facts: FactsByKind, parties: readonly Party[]): CaseContext {
  const others = parties.filter(({ isPatient, name }) => !isPatient && name !== '');
  const complainant = others.find(({ role }) => role === 'complainant');
  const named = others.filter(({ role }) => THIRD_PARTIES.includes(role));
  return {
    patient: patientContext(facts),
    third_parties: [...(facts['third_party'] ?? []), ...named.map(({ name }) => name)],
    appointments: [...(facts['appointment'] ?? []), ...(facts['dob'] ?? []).slice(1)],
    conditions: facts['condition'] ?? [],
    procedures: facts['procedure'] ?? [],
    medications: facts['medication'] ?? [],
    ...(complainant && {
      complainant: complainant.relation
        ? `${complainant.name} (${complainant.relation})`
        : complainant.name,
      complainant_authority: complainant.hasAuthority,
    }),
  };
}

function patientContext(facts: FactsByKind): PatientContext {
  const identifiers = NUMBERS.flatMap((kind) =>
    (facts[kind] ?? []).map((value, index) => [index === 0 ? kind : `${kind}_${index + 1}`, value]),
  );
  const [dob] = facts['dob'] ?? [];
  const [postcode, ...morePostcodes] = facts['postcode'] ?? [];
  return {
    names: facts['name'] ?? [],
    aliases: facts['alias'] ?? [],
    identifiers: Object.fromEntries(identifiers) as Record<string, string>,
    phones: facts['phone'] ?? [],
    emails: facts['email'] ?? [],
    addresses: [...(facts['address'] ?? []), ...morePostcodes],
    handles: facts['handle'] ?? [],
    ...(dob && { dob }),
    ...(postcode && { postcode }),
  };
}
