import type { Finding } from './model.js';
import type { Outline } from './outline.js';
import type { RuleText } from './rules.js';
import {
  judge,
  scoreOf,
  SOFT_KINDS,
  STATEMENT_KINDS,
  type Judgement,
  type LinearModel,
  type SoftKind,
  type StatementKind,
  type StatementModel,
} from './statement-model.js';
import { findingOf } from './rules.js';
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

/** The kinds that a disclosing statement is likely of; at least the likeliest. */
function kindsOf(model: StatementModel, { whole }: Judgement): StatementKind[] {
  const weighed = STATEMENT_KINDS.map((kind): Weighed => ({
    kind,
    score: scoreOf(model.kinds[kind], whole),
  })).sort((a, b) => b.score - a.score);
  return weighed.filter(({ score }, index) => index === 0 || score > ALSO).map(({ kind }) => kind);
}
const ALSO = 0;

/** What each statement of a text discloses, and how it sounds. */
export function statementFindings(outline: Outline, model: StatementModel): Finding[] {
  return outline.statements.flatMap((_, which) => {
    const judgement = judge(model, outline, which);
    const tones = SOFT_KINDS.filter(
      (kind) => kind !== 'soft' && scoreOf(model.kinds[kind], judgement.whole) > TONE_FROM,
    ).map((kind) => place(outline, judgement, model.kinds[kind], RULE_OF[kind]));
    return [...tones, ...disclosures(outline, model, judgement, which)];
  });
}
const TONE_FROM = 0;

function disclosures(
  outline: Outline,
  model: StatementModel,
  judgement: Judgement,
  which: number,
): Finding[] {
  if (judgement.score < model.blocks) {
    if (scoreOf(model.kinds.soft, judgement.whole) > 0)
      return [place(outline, judgement, model.kinds.soft, RULE_TEXTS.softRelationship)];
    return judgement.score < model.warns
      ? []
      : [place(outline, judgement, model.part, RULE_TEXTS.unsure)];
  }
  const told = kindsOf(model, judgement).map((kind) =>
    place(outline, judgement, model.kinds[kind], RULE_OF[kind]),
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

function place(
  outline: Outline,
  judgement: Judgement,
  model: LinearModel,
  rule: RuleText,
): Finding {
  const [first, last] = tellingStretch(outline, judgement, model);
  return findingOf(rule, spanOf(outline.reading.text, first, last));
}
