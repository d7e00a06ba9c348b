import type { MovedCases } from '#cases';
import type { RulePackReview, RulePackVersion, RulesInForce } from '#knowledge';

/** A version without its rules. */
export function rulePackRow(found: RulePackVersion) {
  const { id, number, state, note, basedOn, version, createdAt } = found;
  return {
    id,
    number,
    state,
    note,
    basedOn,
    version,
    createdAt,
    proposedBy: found.proposedByName,
    proposedAt: found.proposedAt,
    publishedBy: found.publishedByName,
    publishedAt: found.publishedAt,
    endedBy: found.endedByName,
    endedAt: found.endedAt,
    acknowledged: found.acknowledged,
  };
}

/** A version with its rules, held against those in force. */
export function rulePackAnswer(review: RulePackReview, moved: MovedCases) {
  const { found, changes, golden, inForce } = review;
  const { compared, toCompare, comparedAt } = found;
  return {
    ...rulePackRow(found),
    ...found.content,
    comparedWith: inForce.version,
    changes,
    golden,
    openCases: { compared, toCompare, comparedAt, ...moved },
  };
}

/** The rules in force. */
export function rulesInForceAnswer({ pack, version }: RulesInForce) {
  const { rules, derived, facts, routes } = pack;
  return {
    packVersion: pack.version,
    id: version?.id ?? null,
    number: version?.number ?? null,
    publishedAt: version?.publishedAt ?? null,
    rules,
    derived,
    facts: facts.map(({ name, type, meaning, question }) => ({ name, type, meaning, question })),
    routes: routes.map(({ id, name }) => ({ id, name })),
  };
}
