import {
  type ResponseTemplate,
  TEMPLATE_VARIABLES,
  type TemplatePreview,
  type TemplateReview,
  type TemplateVersion,
  type TemplateVariable,
  templateVersionName,
  wordingOf,
} from '#responses';
import { changedWords } from '../../views/changed-words.js';
import { checkAnswer, templateAnswer } from '../drafts/drafts.answers.js';

const VARIABLES: Readonly<Record<string, TemplateVariable>> = TEMPLATE_VARIABLES;

/** A template as it is in force, with its words and the hashes of the sentences that are known by them. */
export function wordsInForceAnswer({
  template,
  sentences,
}: {
  template: ResponseTemplate;
  sentences: readonly string[];
}) {
  return {
    ...templateAnswer(template),
    inForce: templateVersionName(template),
    body: template.body.trim(),
    variables: template.variables
      .filter((name) => !name.startsWith('inputs.'))
      .map((name) => ({ name, ...VARIABLES[name]! })),
    approvedSentences: sentences,
  };
}

/** A version without its words. */
export function templateVersionRow(found: TemplateVersion) {
  return {
    id: found.id,
    template: found.templateId,
    number: found.number,
    state: found.state,
    note: found.note,
    basedOn: found.basedOn,
    contentHash: found.contentHash,
    version: found.version,
    createdAt: found.createdAt,
    proposedBy: found.proposedByName,
    proposedAt: found.proposedAt,
    publishedBy: found.publishedByName,
    publishedAt: found.publishedAt,
    endedBy: found.endedByName,
    endedAt: found.endedAt,
  };
}

/** A version with its words, held against those in force and tried. */
export function templateVersionAnswer(review: TemplateReview) {
  return {
    ...templateVersionRow(review.found),
    comparedWith: review.inForceName,
    ...triedAnswer(review),
  };
}

/** A wording held against the words in force and tried. */
export function triedAnswer({
  template,
  inForce,
  faults,
  preview,
}: Pick<TemplateReview, 'template' | 'inForce' | 'faults' | 'preview'>) {
  return {
    wording: template ? wordingOf(template) : null,
    faults,
    changes: template ? changedWords(inForce.body.trim(), template.body.trim()) : null,
    preview: preview ? previewAnswer(preview) : null,
  };
}

function previewAnswer({ texts, faults, verdict, isSame }: TemplatePreview) {
  return {
    verdict,
    isSame,
    faults,
    texts: texts.map(({ sample, choice, text, report }) => ({
      sample,
      choice,
      text,
      check: checkAnswer(report),
    })),
  };
}
