import type { RulePackReview } from '#knowledge';
import type { Changed, Rule } from '#triage';
import { changedWords, type WordRun } from '../../views/changed-words.js';
import { ruleWords, type RuleWords, type Vocabulary, whenSentence } from './rule-words.js';

/** A part of a rule in both versions, what differs marked. */
interface PartChange {
  readonly part: string;
  readonly before: readonly WordRun[];
  readonly after: readonly WordRun[];
}

/** What a version changes, rule by rule. */
export function changesView(review: RulePackReview, today: string) {
  const { changes, pack, inForce, found } = review;
  const rules = changes.rules.map((change) => {
    const old = change.before && partsOf(change.before, inForce, today);
    const now = change.after && partsOf(change.after, pack, today);
    const isOff = found.content.off.includes(change.id);
    return { id: change.id, what: whatOf(change, isOff), parts: comparedParts(old, now) };
  });
  const derived = changes.derived.map((change) => {
    const part = ({ expression, meaning }: NonNullable<typeof change.before>, of: Vocabulary) => ({
      Meaning: meaning,
      'Worked out from': whenSentence(expression, of),
    });
    const old = change.before && part(change.before, inForce);
    const now = change.after && part(change.after, pack);
    return { id: change.id, what: whatOf(change, false), parts: comparedParts(old, now) };
  });
  return { rules, derived, isEmpty: rules.length + derived.length === 0 };
}

function whatOf({ before, after }: Pick<Changed<object>, 'before' | 'after'>, isOff: boolean) {
  if (!before) return { text: 'Added', colour: 'green' };
  if (!after)
    return isOff ? { text: 'Switched off', colour: 'red' } : { text: 'Taken out', colour: 'red' };
  return { text: 'Changed', colour: 'yellow' };
}

type Parts = Readonly<Record<string, string>>;

function partsOf(rule: Rule, of: Vocabulary, today: string): Parts {
  const words: RuleWords = ruleWords(rule, of, today);
  return {
    When: whenSentence(rule.when, of),
    'As written': rule.when,
    'Proposes first': words.primary ?? 'Nothing',
    Priority: rule.priority === null ? 'None' : String(rule.priority),
    Besides: listed(words.also),
    Bars: listed(words.never),
    'Starts clocks': listed(words.deadlines),
    Sources: listed(words.sources.map(({ label }) => label)),
    Why: rule.why,
  };
}

/** The parts that differ; of a rule that stands in one version only, all that say something. */
function comparedParts(old: Parts | undefined, now: Parts | undefined): PartChange[] {
  const names = Object.keys(now ?? old ?? {});
  return names.flatMap((part) => {
    const [before, after] = [old?.[part] ?? '', now?.[part] ?? ''];
    const isSilent = !old || !now ? EMPTY.has(before || after) : before === after;
    return isSilent ? [] : [{ part, ...changedWords(before, after) }];
  });
}

const EMPTY: ReadonlySet<string> = new Set(['', 'Nothing', 'None']);

function listed(words: readonly string[]): string {
  return words.length > 0 ? words.join('; ') : 'Nothing';
}
