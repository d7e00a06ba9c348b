import {
  type CaseOverview,
  PATIENT_FACT_KINDS,
  type PatientFact,
  READING_REASONS,
  type ReadingReason,
} from '#cases';
import { type Actor, can } from '#identity';
import type { PageView } from '../../http/page-renderer.js';
import { optionsOf } from '../../views/options.js';
import { caseBarOf } from '../cases/cases.view.js';

/** The patient facts of a case; without `facts` the form that asks why they are read. */
export function patientView(
  overview: CaseOverview,
  given: {
    facts: readonly PatientFact[] | undefined;
    reason: ReadingReason | undefined;
    actor: Actor;
  },
): PageView {
  const { found } = overview;
  const base = `/cases/${found.reference}/patient`;
  return {
    page: { title: 'Patient facts' },
    caseBar: caseBarOf(found, base, overview),
    base,
    reasons: optionsOf(READING_REASONS),
    kinds: optionsOf(PATIENT_FACT_KINDS),
    facts: given.facts && factRows(given.facts),
    hasDied: given.facts?.some(({ kind }) => kind === 'died') ?? false,
    readingReason: given.reason,
    canWrite: can(given.actor, 'patient-fact:write'),
  };
}

/** Facts as rows of a page, in words. */
export function factRows(facts: readonly PatientFact[]) {
  return facts.map((fact) => ({
    id: fact.id,
    kind: PATIENT_FACT_KINDS[fact.kind],
    value: fact.value,
    by: fact.addedByName,
    at: fact.addedAt.toISOString(),
  }));
}
