import type { Case } from '#cases';

/** A case as the API shows it: its reference is its name; ids of tables stay inside. */
export function caseView(found: Case) {
  const {
    id: _id,
    organisationId: _organisation,
    ownerId: _owner,
    openedBy: _by,
    doctorId: _doctor,
    ...shown
  } = found;
  return shown;
}
