import type { Finding } from './model.js';
import type { Outline, Statement } from './outline.js';
import type { RuleText } from './rules.js';
import {
  judge,
  readStatement,
  scoreOf,
  SOFT_KINDS,
  STATEMENT_KINDS,
  type Judgement,
  type LinearModel,
  type SoftKind,
  type StatementKind,
  type StatementModel,
  type WeighedPart,
} from './statement-model.js';
import { findingOf } from './rules.js';
import { FeatureBuffer } from './statement-buffer.js';
import { tellingStretch } from './telling-stretch.js';
import { spanOf } from './words.js';
import { RULE_TEXTS } from './data/rule-texts.js';

const RULE_OF: Readonly<Record<StatementKind | SoftKind, RuleText>> = {
  clinical_disclosure: RULE_TEXTS.clinical,
  relationship_confirmation: RULE_TEXTS.relationship,
  encounter_detail: RULE_TEXTS.encounter,
  third_party: RULE_TEXTS.thirdPartyTold,
  echo_of_post: RULE_TEXTS.echo,
  quasi_identifier: RULE_TEXTS.quasi,
  soft: RULE_TEXTS.softRelationship,
  tone_war: RULE_TEXTS.war,
  tone_admission: RULE_TEXTS.admission,
  tone_threat: RULE_TEXTS.threat,
  tone_accusation: RULE_TEXTS.accusation,
  tone_sarcasm: RULE_TEXTS.sarcasm,
};

interface Weighed {
  readonly kind: StatementKind;
  readonly score: number;
}

/** From these scores on a kind is named beside the likeliest; chosen by cross-validation. */
const ALSO: Readonly<Record<StatementKind, number>> = {
  clinical_disclosure: -1.4,
  relationship_confirmation: -1.2,
  encounter_detail: -2,
  third_party: -1.8,
  echo_of_post: -2,
  quasi_identifier: -2,
};
/** How much less than the most telling part another may tell and still be named. */
const LESS = 3;
/** A tone warns and never blocks, so the likeliest is named early; another beside it only when it is likely itself. */
const TONE_FROM = -3.2;
const TONE_ALSO = -0.5;
const SOFT_FROM = -2;

/** The kinds that a telling part is likely of; at least the likeliest. */
function kindsOf(model: StatementModel, { features }: WeighedPart): StatementKind[] {
  const weighed = STATEMENT_KINDS.map((kind): Weighed => ({
    kind,
    score: scoreOf(model.kinds[kind], features),
  })).sort((a, b) => b.score - a.score);
  return weighed
    .filter(({ kind, score }, index) => index === 0 || score > ALSO[kind])
    .map(({ kind }) => kind);
}

/** The tones of a statement, the likeliest first. */
function tonesOf(model: StatementModel, { whole }: Judgement): SoftKind[] {
  return SOFT_KINDS.filter((kind) => kind !== 'soft')
    .map((kind) => ({ kind, score: scoreOf(model.kinds[kind], whole) }))
    .sort((a, b) => b.score - a.score)
    .filter(({ score }, index) => score > (index === 0 ? TONE_FROM : TONE_ALSO))
    .map(({ kind }) => kind);
}

/** Used for one text after another: what it holds is done with when the text is. */
const buffer = new FeatureBuffer();

/**
 * What each statement of a text discloses, and how it sounds.
 *
 * @param isSafe asked of a statement in which something was found: what can be said to anybody, and what was approved word
 *   for word, stands above the model.
 */
export function statementFindings(
  outline: Outline,
  model: StatementModel,
  isSafe: (statement: Statement) => boolean = () => false,
): Finding[] {
  return outline.statements.flatMap((statement, which) => {
    const judgement = judge(model, readStatement(outline, which, buffer));
    const tones = tonesOf(model, judgement).map((kind) =>
      place(outline, judgement.parts[0]!, model.kinds[kind], RULE_OF[kind]),
    );
    const found = [...tones, ...disclosures(outline, model, judgement, which)];
    return found.length > 0 && isSafe(statement) ? [] : found;
  });
}

function disclosures(
  outline: Outline,
  model: StatementModel,
  judgement: Judgement,
  which: number,
): Finding[] {
  if (judgement.score < model.blocks) {
    if (scoreOf(model.kinds.soft, judgement.whole) > SOFT_FROM)
      return [place(outline, judgement.parts[0]!, model.kinds.soft, RULE_TEXTS.softRelationship)];
    return judgement.score < model.warns
      ? []
      : [place(outline, judgement.parts[0]!, model.part, RULE_TEXTS.unsure)];
  }
  const least = judgement.parts[0]!.score - LESS;
  const told = judgement.parts
    .filter((part, index) => index === 0 || (part.score > 0 && part.score > least))
    .flatMap((part) =>
      kindsOf(model, part).map((kind) => place(outline, part, model.kinds[kind], RULE_OF[kind])),
    );
  return [...told, ...exactPlaces(outline, which)];
}

/** Days and echoes stand where they stand. */
function exactPlaces({ reading, statements }: Outline, which: number): Finding[] {
  const { from, to } = statements[which]!;
  const isWithin = (first: number): boolean => first >= from && first < to;
  const days = reading.days
    .filter(({ first }) => isWithin(first))
    .map(({ first, last }) => findingOf(RULE_TEXTS.encounter, spanOf(reading.text, first, last)));
  const echoed = reading.echoes
    .filter(([first]) => isWithin(first))
    .map(([first, last]) => findingOf(RULE_TEXTS.echo, spanOf(reading.text, first, last)));
  return [...days, ...echoed];
}

function place(outline: Outline, part: WeighedPart, model: LinearModel, rule: RuleText): Finding {
  const [first, last] = tellingStretch(outline, part, model);
  return findingOf(rule, spanOf(outline.reading.text, first, last));
}
