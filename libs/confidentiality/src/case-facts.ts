import type { CaseContext, IdentifierCategory, OrganisationContext } from './model.js';
import { personName, type PersonName } from './case-names.js';
import { compilePost, type PostDetails } from './echo.js';
import { compileOrganisation, type OwnDetails } from './own-details.js';
import { signedNames } from './form-of-address.js';
import { foldString } from './normalise.js';
import { TermIndex } from './terms.js';
import { HONORIFICS } from './data/name-words.js';
import { wordList } from './data/grammar-words.js';
import { SYNONYMS } from './data/synonyms.js';

/** A value that identifies the patient, reduced to letters and digits. */
export interface KnownIdentifier {
  readonly squeezed: string;
  readonly category: IdentifierCategory;
}

/** Facts of a case, made ready for comparison; compile once, inspect often. */
export interface CompiledFacts {
  readonly context: CaseContext;
  readonly own: OwnDetails;
  readonly patient: PersonName;
  readonly thirdParties: PersonName;
  /** Set when somebody other than the patient complains. */
  readonly complainant: PersonName | undefined;
  readonly nameWords: ReadonlySet<string>;
  /** First names that the author of the post signed with. */
  readonly signed: ReadonlySet<string>;
  readonly clinical: TermIndex<string>;
  readonly identifiers: readonly KnownIdentifier[];
  readonly post: PostDetails;
}

const CATEGORY_OF: Readonly<Record<string, IdentifierCategory>> = {
  nhs: 'nhs_number',
  chi: 'chi_number',
  hc: 'hc_number',
  ihi: 'ihi_number',
  pps: 'pps_number',
  mrn: 'mrn',
};

/** Letters and digits only, folded. */
export function squeeze(value: string): string {
  return foldString(value).replace(/[^a-z0-9]/g, '');
}

const QUALIFIERS = new Set(
  wordList(
    'type disorder disease emergency total left right chronic acute severe mild syndrome treatment surgery of the and with infection replacement problem condition test 1 2',
  ),
);

/** A fact counts in its full form, by its telling words, and by what people call it. */
function clinicalIndex(context: CaseContext): TermIndex<string> {
  const index = new TermIndex<string>();
  const facts = [
    ...(context.conditions ?? []),
    ...(context.procedures ?? []),
    ...(context.medications ?? []),
  ];
  for (const fact of facts) {
    const folded = foldString(fact);
    const telling = folded
      .split(/[^a-z0-9]+/)
      .filter((word) => word.length > 3 && !QUALIFIERS.has(word));
    for (const form of [folded, ...telling]) {
      for (const variant of [form, `${form}s`, ...(SYNONYMS.get(form) ?? [])])
        index.add(variant, fact);
    }
  }
  return index;
}

function identifiersOf(context: CaseContext): KnownIdentifier[] {
  const { patient = {} } = context;
  const known: [string, IdentifierCategory][] = [
    ...Object.entries(patient.identifiers ?? {}).map(
      ([kind, value]): [string, IdentifierCategory] => [value, CATEGORY_OF[kind] ?? 'mrn'],
    ),
    ...(patient.phones ?? []).map((phone): [string, IdentifierCategory] => [phone, 'phone']),
    [patient.postcode ?? '', context.jurisdiction === 'ireland' ? 'eircode' : 'postcode'],
  ];
  return known
    .map(([value, category]) => ({ squeezed: squeeze(String(value)), category }))
    .filter(({ squeezed }) => squeezed.length >= 5);
}

/** "Imran Khan (husband)" without what is in brackets. */
function withoutRelation(name: string): string {
  const bracket = name.indexOf('(');
  return (bracket < 0 ? name : name.slice(0, bracket)).trim();
}

const SELF = /\((?:the )?(?:self|patient)\b|\bin person\b/;

/** Somebody else who complains; undefined when it is the patient. */
function complainantOf({ complainant, patient = {} }: CaseContext): string | undefined {
  if (complainant === undefined || SELF.test(foldString(complainant))) return undefined;
  const name = withoutRelation(complainant);
  const isPatient = (patient.names ?? []).some((own) => foldString(own) === foldString(name));
  return isPatient ? undefined : name;
}

/** Compiles the facts of one case. Any part of the context may be missing. */
export function compileFacts(context: CaseContext): CompiledFacts {
  const { patient = {} } = context;
  const organisation: OrganisationContext = context.organisation ?? {};
  const patientName = personName(patient.names ?? [], patient.aliases ?? []);
  const complainant = complainantOf(context);
  const thirdParties = personName(
    (context.third_parties ?? [])
      .map(withoutRelation)
      .filter((name) => foldString(name) !== foldString(complainant ?? ''))
      .filter((name) => !HONORIFICS.has(foldString(name))),
    [],
  );
  const complainantName = complainant ? personName([complainant], []) : undefined;
  return {
    context,
    own: compileOrganisation(organisation),
    patient: patientName,
    thirdParties,
    complainant: complainantName,
    signed: signedNames(context, [
      ...patientName.given,
      ...thirdParties.given,
      ...(complainantName?.given ?? []),
    ]),
    nameWords: new Set([...patientName.given, ...patientName.surnames]),
    clinical: clinicalIndex(context),
    identifiers: identifiersOf(context),
    post: compilePost(context.post ?? {}, organisation),
  };
}
