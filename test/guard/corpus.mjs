// The labelled texts, read by name and never by pattern: the set kept for the end is named nowhere here.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '..', 'corpus');

/** Sets written by hands that had seen no rule; each is held out in turn. */
export const HELD_OUT = [
  'practice',
  'trust',
  'ireland',
  'secretary',
  'scotland',
  'replies',
  'clinic2',
  'doctors',
  'polite',
  'irish2',
  'boards2',
];

const PAIRS = ['pairs-a', 'pairs-b', 'pairs-c', 'pairs-d', 'pairs-e'];

const AUDIENCES = {
  moderator_report: 'platform',
  letter: 'complainant',
  regulator_letter: 'regulator',
  adviser_email: 'adviser',
};

const lines = (path) => readFileSync(join(folder, path), 'utf8').split('\n').filter(Boolean);
const texts = (path) => lines(path).map((line) => JSON.parse(line));

const MARK = /⟦([a-z_]+)(?:\/(\d))?:([^⟧]*)⟧/g;
const VERDICT = { D: 'block', W: 'warn', S: 'pass' };

function severityOf(category, written) {
  if (written !== undefined) return Number(written);
  if (category.startsWith('tone')) return 1;
  return category === 'clinical_disclosure' ? 3 : 2;
}

/** One contrast sentence `D|W|S <tab> category <tab> text with ⟦category:marks⟧ [<tab> channel]` as a labelled text. */
function sentence(line, id) {
  const [kind, , marked, channel = 'review_reply'] = line.split('\t');
  const spans = [];
  let text = '';
  let last = 0;
  for (const match of marked.matchAll(MARK)) {
    text += marked.slice(last, match.index);
    const [whole, category, severity, inner] = match;
    spans.push({
      start: text.length,
      end: text.length + inner.length,
      category,
      severity: severityOf(category, severity),
    });
    text += inner;
    last = match.index + whole.length;
  }
  text += marked.slice(last);
  const verdict = VERDICT[kind];
  const audience = AUDIENCES[channel] ?? 'public';
  return { id, channel, audience, text, context: {}, spans, verdict };
}

const pairs = (name) =>
  lines(`pairs/${name}.tsv`).map((line, index) => sentence(line, `${name}-${index}`));

const library = join(import.meta.dirname, '..', '..', 'templates', 'responses');

/** The wording of the library for the public: approved, so safe by definition. */
function templates() {
  return readdirSync(library)
    .sort()
    .map((name) => ({ name, file: readFileSync(join(library, name), 'utf8').split(/^---$/m) }))
    .filter(({ file }) => /^audience: (?:public|press)$/m.test(file[1]))
    .flatMap(({ name, file: [, head, body] }) => {
      const choices = [...head.matchAll(/^ +- "(.+)"$/gm)].map(([, choice]) => choice);
      const channel = /^channel: (\w+)$/m.exec(head)[1];
      return [body.replace(/\{\{[^}]*\}\}/g, 'Elmbank'), ...choices].map((text, index) => ({
        id: `${name}-${index}`,
        channel,
        audience: 'public',
        text,
        context: {},
        spans: [],
        verdict: 'pass',
      }));
    });
}

/** Every set by name. */
export function loadSets() {
  return {
    dev: texts('guard-dev.jsonl'),
    own: texts('guard-own.jsonl'),
    ...Object.fromEntries(HELD_OUT.map((name) => [name, texts(`unseen/${name}.jsonl`)])),
    ...Object.fromEntries(PAIRS.map((name) => [name, pairs(name)])),
    sentences: pairs('own'),
    templates: templates(),
  };
}
