import { readFileSync } from 'node:fs';
import { type CaseContext, compileFacts, knownSafeKind } from './index.js';

interface Item {
  readonly audience: string;
  readonly text: string;
  readonly context: CaseContext;
  readonly spans: readonly { start: number; end: number; severity: number }[];
}

interface Sentence {
  readonly text: string;
  readonly context: CaseContext;
  readonly severity: number;
}

const SETS = [
  ...['practice', 'trust', 'ireland', 'secretary', 'scotland', 'replies'].map(
    (name) => `unseen/${name}`,
  ),
  'guard-dev',
  'guard-own',
];

/** At most this share of the sentences that disclose may be taken for safe. */
const MOST_MISTAKEN = 0.005;

function sentencesOf({ text, spans, context }: Item): Sentence[] {
  const cuts = [...text.matchAll(/(?<=[.!?…][”’")\]]?)\s+|\n+/g)].map(({ index }) => index);
  return [0, ...cuts].map((start, at) => {
    const end = cuts[at] ?? text.length;
    const marks = spans.filter((span) => span.start < end && start < span.end);
    const severity = Math.max(0, ...marks.map((mark) => mark.severity));
    return { text: text.slice(start, end).trim(), context, severity };
  });
}

const linesOf = (file: string): string[] =>
  readFileSync(`test/corpus/${file}`, 'utf8').split('\n').filter(Boolean);

/** Written after the grammar was made. */
const LATER = ['boards2', 'clinic2', 'doctors', 'irish2', 'polite'].map((name) => `unseen/${name}`);

function load(sets: readonly string[]): Sentence[] {
  const items = sets
    .flatMap((name) => linesOf(`${name}.jsonl`))
    .map((line): Item => JSON.parse(line));
  return items.filter(({ audience }) => audience === 'public').flatMap(sentencesOf);
}

/** Single sentences in contrast, which played no part in making the grammar. */
function loadPairs(): Sentence[] {
  const lines = ['pairs-a', 'pairs-b'].flatMap((name) => linesOf(`pairs/${name}.tsv`));
  return lines.map((line) => {
    const [kind, , marked = ''] = line.split('\t');
    const text = marked.replaceAll(/⟦[a-z_]+(?:\/\d)?:([^⟧]*)⟧/g, '$1');
    return { text, context: {}, severity: kind === 'D' ? 2 : 0 };
  });
}

function measured(sentences: readonly Sentence[]) {
  const facts = new Map<CaseContext, ReturnType<typeof compileFacts>>();
  const known = ({ text, context }: Sentence) => {
    if (!facts.has(context)) facts.set(context, compileFacts(context));
    return knownSafeKind(text, facts.get(context)!) !== undefined;
  };
  const disclosing = sentences.filter(({ severity }) => severity >= 2);
  const safe = sentences.filter(({ severity, text }) => severity === 0 && text !== '');
  return {
    disclosing: disclosing.length,
    mistaken: disclosing.filter(known).map(({ text }) => text),
    safe: safe.length,
    recognised: safe.filter(known).length,
  };
}

const NOBODY = compileFacts({
  organisation: {
    name: 'Elm Bank Surgery',
    phones: ['01632 960215'],
    emails: ['complaints@elmbank.example'],
    website: 'https://www.elmbank.example',
  },
});
const kindOf = (sentence: string) => knownSafeKind(sentence, NOBODY);

describe('the known-safe grammar', () => {
  it.each([
    ['a visit that happened', 'Thank you for your visit.'],
    ['care that happened', 'We are sorry about your care.'],
    ['a denial', 'You are not a patient of our practice.'],
    ['a denial in another form', 'You may not be a patient of our practice.'],
    ['no record', 'We have no record of you.'],
    ['a complaint that is there', 'The complaint is being handled by our complaints team.'],
    ['a complaint of the reader', 'Your complaint is handled by our complaints team.'],
    [
      'a concern that "these" points at',
      'We take these concerns seriously and they are followed up.',
    ],
    ['what was done', 'Our team followed our policy fully.'],
    ['a perfect tense', 'We have reviewed the matter with our team.'],
    ['half of a refusal to say', 'We do not deny it.'],
    ['something said of the reader', 'We understand that you are upset.'],
    ['a need of the reader', 'You need help and support.'],
    ['one person', 'We are sorry that the patient is unhappy.'],
    ['a relative', 'We wish your mother well.'],
    ['a name', 'Thank you, Roger.'],
    ['a number that is not our own', 'Please ring 01632 960999.'],
    ['a letter box of a person', 'Please write to jane.roe@elmbank.example.'],
    ['a page below our website', 'Please read https://www.elmbank.example/jane-roe.'],
    ['a sentence that lives from the one before', 'Never.'],
    ['letters of another alphabet', 'Thank you for your feedback. 她是病人'],
    ['signs that are not prose', 'Thank you for your feedback 💉'],
    ['a word split by an invisible sign', 'We are sorry about your ca\u200Bre.'],
    ['letters that look like others', 'We are sorry about y\u043Eur car\u0435.'],
    ['nothing', '   '],
  ])('leaves to a person: %s', (_, sentence) => {
    expect(kindOf(sentence)).toBeUndefined();
  });

  it('knows a greeting by the name that the author of the post signed, not by initials', () => {
    const signed = compileFacts({ post: { handle: 'Harriet P', text: 'Nobody listened.' } });
    expect(knownSafeKind('Harriet, thank you for the review.', signed)).toBe('thanks');
    expect(knownSafeKind('P., thank you for the review.', signed)).toBeUndefined();
  });

  it.each([
    ['thanks', 'Thank you for taking the time to leave a review.'],
    ['thanks', 'We welcome all feedback and take it seriously.'],
    ['condolence', 'We are sorry to read that anyone is unhappy.'],
    ['policy', 'We can’t discuss anybody on a public website.'],
    ['policy', 'We can neither confirm nor deny whether any person is a patient.'],
    ['policy', 'If you have any concerns, please contact us in private.'],
    ['process', 'Our website explains how to complain.'],
    ['contact', 'Please ring 01632 960215 or write to complaints@elmbank.example.'],
    ['contact', 'Please contact us through www.elmbank.example.'],
    ['all-patients', 'Everybody deserves to be treated with courtesy.'],
  ])('knows as %s: %s', (kind, sentence) => {
    expect(kindOf(sentence)).toBe(kind);
  });

  it('takes time that grows with the text alone', () => {
    const before = process.cpuUsage();
    for (const part of ['you ', 'your kind ', 'we are not ', '( ', '1 ', 'a@b '])
      kindOf(part.repeat(Math.floor(50_000 / part.length)));
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(2000);
  });
});

describe('figures of the known-safe grammar', () => {
  it.each([
    ['the sets', () => load(SETS), 0.09],
    ['later sets', () => load(LATER), 0.06],
    ['the pairs, held out', loadPairs, 0],
  ])('takes next to none that disclose for safe, on %s', (name, sentences, floor) => {
    const { disclosing, mistaken, safe, recognised } = measured(sentences());
    console.info(
      `known-safe on ${name}: ${mistaken.length} of ${disclosing} that disclose, ${recognised} of ${safe} safe`,
    );
    expect(mistaken.length / disclosing).toBeLessThanOrEqual(MOST_MISTAKEN);
    expect(recognised / safe).toBeGreaterThanOrEqual(floor);
  });
});
