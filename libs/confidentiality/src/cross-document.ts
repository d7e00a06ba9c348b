import type { CompiledFacts } from './case-facts.js';
import { isAddress } from './form-of-address.js';
import type { Finding } from './model.js';
import { findingOf } from './rules.js';
import { OF_PERSON, type Trait, type TraitKind, traitsOf } from './traits.js';
import { parse, type ParsedText, spanOf, type Word } from './words.js';
import { CROSS_TEXTS } from './data/cross-texts.js';
import { OF_ANYBODY, THE_UNNAMED, UNNAMED } from './data/trait-words.js';

/** A text that everybody could read before this one. */
export interface EarlierText {
  /** What a person calls it: "Holding line for the press, released on 3 March 2026". */
  readonly label: string;
  readonly text: string;
}

/** Most UTF-16 units of all earlier texts together; more cannot be held against a draft. */
export const MOST_EARLIER = 400_000;

/** So many ways of telling somebody apart single a person out; two are worth a thought. */
const ENOUGH = 3;

interface Source {
  readonly label: string;
  readonly text: ParsedText;
  readonly traits: readonly Trait[];
}

/**
 * Finds where a draft, safe by itself, singles somebody out together with texts that are out already: what tells
 * people apart is counted across the draft, the earlier texts and the post, and a name of address in one text meets
 * "the complainant" of another. Where nothing earlier adds anything, there is nothing to find.
 *
 * @source GMC, Using social media as a medical professional (A10): details that are harmless one by one can identify a
 *   patient when they are pieced together.
 */
export function crossFindings(
  text: ParsedText,
  earlier: readonly EarlierText[],
  facts: CompiledFacts,
): Finding[] {
  if (earlier.length === 0) return [];
  const sources = earlier.map(({ label, text: words }) => sourceOf(label, parse(words), facts));
  const draft = sourceOf('this draft', text, facts);
  return [...joined(draft, sources, facts), ...namedTogether(draft, sources, facts)];
}

function sourceOf(label: string, text: ParsedText, facts: CompiledFacts, isStory = false): Source {
  return { label, text, traits: traitsOf(text, facts, isStory) };
}

/** What the draft adds to what is known from earlier texts, once it is enough together. */
function joined(draft: Source, earlier: readonly Source[], facts: CompiledFacts): Finding[] {
  const before = kindsIn(earlier);
  const said = kindsIn([draft]);
  const added = [...said].filter((kind) => !before.has(kind));
  const own = new Set([...before, ...said]);
  const isJoined = added.length > 0 && [...before].some((kind) => !said.has(kind));
  if (!isJoined || ![...own].some((kind) => OF_PERSON.has(kind))) return [];
  const post = sourceOf('the post', parse(facts.context.post?.text ?? ''), facts, true);
  const others = [...earlier, post];
  const count = new Set([...own, ...kindsIn([post])]).size;
  const rule = count >= ENOUGH ? CROSS_TEXTS.singledOut : CROSS_TEXTS.described;
  return added.map((kind) => {
    const { first, last } = draft.traits.find((trait) => trait.kind === kind)!;
    const why = `${rule.why} ${joinsWith(others, said)}`;
    return findingOf({ ...rule, why }, spanOf(draft.text, first, last));
  });
}

const kindsIn = (sources: readonly Source[]): Set<TraitKind> =>
  new Set(sources.flatMap(({ traits }) => traits.map(({ kind }) => kind)));

/** "It joins “a teacher” in X and “Ward 7” in the post." One of each kind, from where it was said first. */
function joinsWith(sources: readonly Source[], known: ReadonlySet<TraitKind>): string {
  const said = new Set(known);
  const parts = sources.flatMap((source) =>
    source.traits
      .filter(({ kind }) => !said.has(kind) && said.add(kind))
      .map((trait) => quoted(source, trait)),
  );
  return `It joins ${parts.join(' and ')}.`;
}

function quoted({ label, text }: Source, { first, last }: Pick<Trait, 'first' | 'last'>): string {
  return `“${text.original.slice(...spanOf(text, first, last))}” in ${label}`;
}

/** A name of address here and "the complainant" there. */
function namedTogether(draft: Source, earlier: readonly Source[], facts: CompiledFacts): Finding[] {
  return [
    [namesIn, unnamedIn],
    [unnamedIn, namesIn],
  ].flatMap(([here, there]) => {
    const [place] = here!(draft.text, facts);
    const met = earlier.find(({ text }) => there!(text, facts).length > 0);
    if (place === undefined || !met) return [];
    const [other] = there!(met.text, facts);
    const why = `${CROSS_TEXTS.named.why} It joins ${quoted(met, { first: other!, last: other! })}.`;
    return [findingOf({ ...CROSS_TEXTS.named, why }, spanOf(draft.text, place, place))];
  });
}

/** Where the author of the post is addressed by the name they signed with. */
function namesIn(text: ParsedText, { signed }: CompiledFacts): number[] {
  return text.words.flatMap((word, at) =>
    signed.has(word.text) && isAddress(text, at) ? [at] : [],
  );
}

/** Where one person is spoken of without a name: "the complainant". Not where anybody may be meant. */
function unnamedIn({ words }: ParsedText): number[] {
  const general = new Set(words.filter(({ text }) => OF_ANYBODY.has(text)).map(sentenceOf));
  return words.flatMap((word, at) => {
    const isOne = UNNAMED.has(word.text) && THE_UNNAMED.has(words[at - 1]?.text ?? '');
    return isOne && !general.has(word.sentence) && words[at + 1]?.isCapital !== true ? [at] : [];
  });
}

const sentenceOf = ({ sentence }: Word): number => sentence;
