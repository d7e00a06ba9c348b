import type { Finding, GuardReport } from '#confidentiality';
import { promptsFor, type ReflectivePrompt } from '#guidance';
import {
  approvalsSoFar,
  type DraftFile,
  type DraftRow,
  type EditingDesk,
  type OfferedDecision,
  type PublishedBody,
  type ResponseTemplate,
  toldComments,
  type WaitingWaiver,
} from '#responses';

/** A draft as the API shows it: people by name, no ids of other tables. */
export function draftAnswer(file: DraftFile) {
  const { draft, found, body, names, release, posting } = file;
  return {
    id: draft.id,
    reference: found.reference,
    template: draft.templateId,
    templateVersion: draft.templateVersion,
    templateNumber: draft.templateNumber,
    templateHash: draft.templateHash,
    title: draft.title,
    channel: draft.channel,
    audience: draft.audience,
    risk: draft.risk,
    state: draft.state,
    body: { id: body.id, name: body.name },
    text: draft.text,
    textHash: draft.textHash,
    isTyped: draft.isTyped,
    check: checkAnswer(draft),
    askYourself: ownPostPrompts(file),
    approvals: approvalsSoFar(draft),
    sentences: sentencesAnswer(file),
    warningsReason: draft.warningsReason,
    author: names.get(draft.authorId),
    contributors: draft.contributorIds.map((id) => names.get(id)),
    submittedAt: draft.submittedAt,
    approvedBy: draft.approvedBy && names.get(draft.approvedBy),
    approvedFor: draft.approvedFor && names.get(draft.approvedFor),
    approvedAt: draft.approvedAt,
    secondApprovedBy: draft.secondApprovedBy && names.get(draft.secondApprovedBy),
    secondApprovedFor: draft.secondApprovedFor && names.get(draft.secondApprovedFor),
    secondApprovedAt: draft.secondApprovedAt,
    returnReason: draft.returnReason,
    comments: toldComments(file),
    readBefore: readBeforeAnswer(file),
    brokenGlass: brokenGlassAnswer(file),
    waivers: waiversAnswer(file),
    isDoctorsWords: draft.isDoctorsWords,
    secondSide: draft.secondSide,
    acceptance: acceptanceAnswer(file),
    createdAt: draft.createdAt,
    updatedAt: draft.updatedAt,
    version: draft.version,
    limit: file.limit ?? null,
    ...deskAnswer(file),
    release: release
      ? {
          text: release.text,
          textHash: release.textHash,
          releasedAt: release.releasedAt,
          releasedBy: names.get(release.releasedBy),
        }
      : null,
    posting: posting
      ? { way: posting.way, happenedOn: posting.happenedOn, place: posting.place }
      : null,
  };
}

/** What the asking person has typed and not saved, and who else is at work. */
export function deskAnswer({ workingCopy, otherEditors }: EditingDesk) {
  return {
    workingCopy: workingCopy
      ? {
          text: workingCopy.text,
          version: workingCopy.draftVersion,
          typedAt: workingCopy.typedAt,
        }
      : null,
    otherEditors: otherEditors.map(({ name, since }) => ({ name, since })),
  };
}

/** What the doctor was last asked about this text, and what they answered. */
function acceptanceAnswer({ acceptance, names }: DraftFile) {
  if (!acceptance) return null;
  const { id: _id, caseId: _case, draftId: _draft, answeredBy, ...told } = acceptance;
  return { ...told, answeredBy: answeredBy && names.get(answeredBy) };
}

/** How one person alone let a text out, and who reviewed that. */
function brokenGlassAnswer({ brokenGlass, names }: DraftFile) {
  if (!brokenGlass) return null;
  const { id: _id, draftId: _draft, brokenBy, reviewedBy, ...told } = brokenGlass;
  return {
    ...told,
    brokenBy: names.get(brokenBy),
    reviewedBy: reviewedBy && names.get(reviewedBy),
  };
}

/** The text that the reader decided about last, or else somebody; null where nobody has. */
function readBeforeAnswer({ readBefore, names }: DraftFile) {
  if (!readBefore) return null;
  const { ruledBy, ...told } = readBefore;
  return { ...told, ruledBy: names.get(ruledBy) };
}

/** Findings of the text as it stands that an approver lets pass, and who agreed. */
function waiversAnswer({ draft, names }: DraftFile) {
  return draft.waivers.map(({ waivedBy, secondedBy, ...waiver }) => ({
    ...waiver,
    waivedBy: names.get(waivedBy),
    secondedBy: secondedBy && names.get(secondedBy),
  }));
}

/** A finding that waits for the second approver. */
export function waitingWaiverAnswer({
  waivedBy: _id,
  contributorIds: _ids,
  waivedByName,
  ...row
}: WaitingWaiver) {
  return { ...row, waivedBy: waivedByName };
}

/** What whoever writes for the doctor's own account asks themselves; nothing in a case about what others posted. */
export function ownPostPrompts({
  draft,
  found,
}: Pick<DraftFile, 'draft' | 'found'>): readonly ReflectivePrompt[] {
  return found.direction === 'about_doctor' ? [] : promptsFor(draft.audience);
}

/** The typed sentences that whoever approves the draft confirms one by one. */
function sentencesAnswer({ sentences, names }: DraftFile) {
  return sentences.map(({ hash, text, confirmations }) => ({
    hash,
    text,
    confirmedBy: confirmations.map(({ confirmedBy, confirmedAt, draftVersion }) => ({
      name: names.get(confirmedBy),
      at: confirmedAt,
      version: draftVersion,
    })),
  }));
}

/** What the guard said of a text. */
export function checkAnswer(
  report: Pick<GuardReport, 'verdict' | 'findings' | 'textHash' | 'guardVersion'>,
) {
  const { verdict, textHash, guardVersion } = report;
  return { verdict, textHash, guardVersion, findings: report.findings.map(findingAnswer) };
}

function findingAnswer({
  rule,
  start,
  end,
  category,
  severity,
  why,
  citation,
  suggestion,
}: Finding) {
  return { rule, start, end, category, severity, why, citation, suggestion };
}

/** A draft in a list. */
export function draftRowAnswer<Row extends DraftRow>({ templateId, authorName, ...row }: Row) {
  return { ...row, template: templateId, author: authorName };
}

/** A draft that waits for approval; the title of the case is left out for whoever may not read cases. */
export function waitingAnswer({
  contributorIds: _ids,
  approvedBy,
  approvedFor: _for,
  secondApprovedBy,
  secondApprovedFor: _pressFor,
  hasSecondApprover: _has,
  wallMembers: _members,
  onBehalfOf: _onBehalfOf,
  mayDecide: _may,
  caseTitle,
  ...row
}: OfferedDecision) {
  return {
    ...draftRowAnswer(row),
    approvals: approvalsSoFar({ ...row, approvedBy, secondApprovedBy }),
    isApproved: approvedBy !== null,
    isSecondApproved: secondApprovedBy !== null,
    ...(caseTitle !== null && { caseTitle }),
  };
}

/** A template as somebody sees it who wants to use it. */
export function templateAnswer(template: ResponseTemplate) {
  const { id, version, title, summary, route, channel, audience, jurisdictions } = template;
  const { approval, sources, reviewBy, inputs, variables, contentHash, ownNumber } = template;
  return {
    id,
    version,
    ownNumber,
    title,
    summary,
    route,
    channel,
    audience,
    jurisdictions,
    platforms: template.platforms ?? null,
    approval,
    inTheNameOf: template.inTheNameOf,
    alsoApprovedBy: template.alsoApprovedBy ?? null,
    sources,
    reviewBy,
    inputs,
    facts: variables.filter((name) => !name.startsWith('inputs.')),
    contentHash,
  };
}

export function bodyAnswer(body: PublishedBody) {
  return { ...body };
}
