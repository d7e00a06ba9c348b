import type { CaseContext } from '#confidentiality';
import { contactsIn, type PublishedBody } from './published-body.js';

/** What the guard is told of those in whose name a text goes out: their own details are no findings. */
export function organisationContext(
  bodies: readonly PublishedBody[],
  clinicians: readonly string[] = [],
): Pick<CaseContext, 'organisation'> {
  const main = bodies.at(-1);
  const found = bodies.map(contactsIn);
  return {
    organisation: {
      name: main?.name ?? '',
      phones: found.flatMap(({ phones }) => phones),
      emails: found.flatMap(({ emails }) => emails),
      addresses: bodies.map(({ address }) => address).filter(Boolean),
      website: main?.website ?? '',
      clinicians,
      contacts: bodies
        .flatMap((body) => [body.name, body.complaintsContact, body.safeguardingLead, body.website])
        .filter(Boolean),
    },
  };
}
