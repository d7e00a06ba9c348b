import type { FieldFault } from '#kernel';
import type { ResponseTemplate } from '../response-template.js';
import type { TemplateInput } from '../template-heading.js';

/** What decides where a text goes and who reads it: an organisation words it, and no more. */
const FIXED = {
  id: 'The id',
  audience: 'The audience',
  channel: 'The channel',
  route: 'The route',
  inTheNameOf: 'In whose name it goes out',
  alsoApprovedBy: 'Whose approval it needs besides',
} as const;

/**
 * What a version allows that the product's template does not. It may ask for more: a stricter approval, fewer nations
 * or sites, shorter answers; never for less. The product's template may have become stricter since the version was
 * published, so this is asked whenever a version is read.
 */
export function loosenedParts(base: ResponseTemplate, own: ResponseTemplate): FieldFault[] {
  const fixed = Object.entries(FIXED).flatMap(([field, words]) =>
    own[field as keyof typeof FIXED] === base[field as keyof typeof FIXED]
      ? []
      : [{ field, message: `${words} is that of the product and cannot be changed.` }],
  );
  const inputs = Object.entries(own.inputs).flatMap(([name, input]) =>
    loosenedInput(name, base.inputs[name], input),
  );
  return [...fixed, ...approvalFaults(base, own), ...reachFaults(base, own), ...inputs];
}

function approvalFaults(base: ResponseTemplate, own: ResponseTemplate): FieldFault[] {
  if (own.approval === 'high' || base.approval === 'low') return [];
  const message =
    'The product asks for an approver of high risk here. You may ask for more, not for less.';
  return [{ field: 'approval', message }];
}

function reachFaults(base: ResponseTemplate, own: ResponseTemplate): FieldFault[] {
  const lists = [
    ['jurisdictions', 'another nation', base.jurisdictions, own.jurisdictions],
    ['platforms', 'another site', base.platforms, own.platforms],
  ] as const;
  const wider = lists.filter(([, , wide, narrow]) => wide && !isWithin(wide, narrow));
  return wider.map(([field, words]) => ({
    field,
    message: `The product’s template is not made for ${words}.`,
  }));
}

function isWithin(wide: readonly string[], narrow: readonly string[] | undefined): boolean {
  return narrow !== undefined && narrow.every((one) => wide.includes(one));
}

function loosenedInput(
  name: string,
  base: TemplateInput | undefined,
  own: TemplateInput,
): FieldFault[] {
  const field = `inputs.${name}`;
  if (!base) {
    const message = `The template of the product asks for nothing called “${name}”.`;
    return [{ field, message }];
  }
  const isSame = own.type === base.type && own.confidentiality === base.confidentiality;
  const kind = 'Kind and confidentiality of an answer are the product’s and cannot be changed.';
  const limit = `The limit may be ${base.limit} characters or fewer, as in the product’s template.`;
  return [
    ...(isSame ? [] : [{ field, message: kind }]),
    ...(own.limit > base.limit ? [{ field: `${field}.limit`, message: limit }] : []),
  ];
}
