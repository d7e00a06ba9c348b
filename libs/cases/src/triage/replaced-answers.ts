import { type Facts, idleAnswers, type LoadedPack, RULE_PACK } from '#triage';
import { AGE_OF_POST } from './known-facts.js';

/** What is known of a case at one moment: answers, and facts answered "not sure". */
export interface KnownAnswers {
  readonly facts: Facts;
  readonly unsure: readonly string[];
}

/** Answers as they were before a change, and those that make no difference since. Nothing of them is deleted. */
export interface ReplacedAnswers extends KnownAnswers {
  readonly idle: readonly string[];
}

/**
 * What a change replaced, where answers given earlier make no difference because of it; null where none do.
 *
 * @param kept what an earlier change replaced: it stands until those answers count again, or another takes its place.
 */
export function replacedBy(
  before: KnownAnswers,
  after: KnownAnswers,
  kept: ReplacedAnswers | null,
  pack: LoadedPack = RULE_PACK,
): ReplacedAnswers | null {
  const changed = answeredNames(before).filter((name) => hasChanged(name, before, after));
  const idleNow = idleAnswers(after.facts, after.unsure, pack);
  const idleBefore = new Set(idleAnswers(before.facts, before.unsure, pack));
  const answered = new Set(answeredNames(before));
  const idle = idleNow.filter(
    (name) => answered.has(name) && !idleBefore.has(name) && !changed.includes(name),
  );
  if (changed.length === 0 || idle.length === 0) return stillReplaced(kept, changed, idleNow);
  return {
    facts: Object.fromEntries(
      Object.entries(before.facts).filter(([name]) => changed.includes(name)),
    ),
    unsure: before.unsure.filter((name) => changed.includes(name)),
    idle,
  };
}

function stillReplaced(
  kept: ReplacedAnswers | null,
  changed: readonly string[],
  idleNow: readonly string[],
): ReplacedAnswers | null {
  if (kept === null) return null;
  const idle = kept.idle.filter((name) => idleNow.includes(name) && !changed.includes(name));
  return idle.length === 0 ? null : { ...kept, idle };
}

function answeredNames({ facts, unsure }: KnownAnswers): readonly string[] {
  // The age of a post moves by itself from day to day.
  return [...Object.keys(facts), ...unsure].filter((name) => name !== AGE_OF_POST);
}

function hasChanged(name: string, before: KnownAnswers, after: KnownAnswers): boolean {
  if (before.unsure.includes(name)) return !after.unsure.includes(name);
  return before.facts[name] !== after.facts[name];
}
