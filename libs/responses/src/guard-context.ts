import type { CaseContext } from '#confidentiality';
import type { DraftInputs } from './draft.js';
import { contactsIn, emailIn, type PublishedBody } from './published-body.js';
import type { ResponseTemplate } from './response-template.js';
import { isCleared } from './template-labels.js';

/** Names and addresses of those who write, besides what the organisation publishes. */
interface TheirOwn {
  readonly clinicians?: readonly string[];
  readonly emails?: readonly string[];
}

/**
 * The doctor's e-mail addresses that a text has to give, such as a notice of complaint: answers that the template
 * marks as the doctor's, for readers who may be told of the doctor. An address of the patient stays a finding.
 */
export function emailsGiven(
  { audience, inputs: asked }: Pick<ResponseTemplate, 'audience' | 'inputs'>,
  { inputs }: DraftInputs,
): string[] {
  if (!isCleared(audience, 'doctor')) return [];
  return Object.entries(asked)
    .filter(([, input]) => input.confidentiality === 'doctor' && input.type === 'text')
    .flatMap(([name]) => (inputs[name] ?? '').split(/[\s<>,;:]+/).flatMap(emailIn));
}

/** What the guard is told of those in whose name a text goes out: their own details are no findings. */
export function organisationContext(
  bodies: readonly PublishedBody[],
  { clinicians = [], emails = [] }: TheirOwn = {},
): Pick<CaseContext, 'organisation'> {
  const main = bodies.at(-1);
  const found = bodies.map(contactsIn);
  return {
    organisation: {
      name: main?.name ?? '',
      phones: found.flatMap(({ phones }) => phones),
      emails: [...found.flatMap((body) => body.emails), ...emails],
      addresses: bodies.map(({ address }) => address).filter(Boolean),
      website: main?.website ?? '',
      clinicians,
      contacts: bodies
        .flatMap((body) => [body.name, body.complaintsContact, body.safeguardingLead, body.website])
        .filter(Boolean),
    },
  };
}
