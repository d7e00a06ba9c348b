import { Injectable } from '@nestjs/common';
import { type AuditDetail, AuditTrail } from '#audit';
import { type Case, CaseRepository } from '#cases';
import type { EarlierText, GuardReport } from '#confidentiality';
import { type Actor, can } from '#identity';
import { Conflict, type Id, isId, NotFound } from '#kernel';
import { awaitsDoctor } from './acceptance/acceptance.js';
import { ConfidentialityGuard, type TextToCheck } from './confidentiality-guard.js';
import { isInSight } from './draft-access.js';
import { DraftEvents } from './draft-events.js';
import { isPressStatement } from './draft-sides.js';
import { restingOnCase, TellsOfCase, type TwoChecks } from './press/press-findings.js';
import type { Draft } from './draft.js';
import { DraftRepository } from './draft.repository.js';
import { stepAfter } from './draft-progress.js';
import type { PublishedBody } from './published-body.js';
import { PublishedBodyRepository } from './published-body.repository.js';
import { AUDIENCES } from './template-labels.js';

/** A draft with its case and the body in whose name it goes out. */
export interface OpenedDraft {
  readonly draft: Draft;
  readonly found: Case;
  readonly body: PublishedBody;
}

/**
 * Fetches drafts and keeps what was done to them: the row, the audit event, the next step of the case.
 * Every method joins the running unit of work.
 */
@Injectable()
export class DraftRecords {
  constructor(
    private readonly drafts: DraftRepository,
    private readonly cases: CaseRepository,
    private readonly bodies: PublishedBodyRepository,
    private readonly guard: ConfidentialityGuard,
    private readonly trail: AuditTrail,
    private readonly events: DraftEvents,
  ) {}

  /**
   * @param hold keeps others from changing it meanwhile. What became of a text is noted on a closed case
   *   too; changed it is only on an open one.
   * @throws NotFound `draft-not-found`; Conflict `case-closed` for a change
   */
  async get(actor: Actor, id: Id, hold: 'to-read' | 'to-note' | 'to-change'): Promise<OpenedDraft> {
    const { organisationId } = actor;
    const find = hold === 'to-read' ? 'find' : 'findForUpdate';
    const draft = isId(id) ? await this.drafts[find](organisationId, id) : undefined;
    const found = draft && (await this.cases.findById(organisationId, draft.caseId));
    if (!draft || !found || !isInSight(actor, draft, found))
      throw new NotFound('draft-not-found', 'We could not find that draft.');
    if (!can(actor, 'case:read') && (await this.drafts.isPrivileged(draft))) {
      throw new NotFound('draft-not-found', 'We could not find that draft.');
    }
    if (hold === 'to-change') assertOpen(found);
    return { draft, found, body: await this.bodyOf(draft) };
  }

  /** A draft whoever may see it: for a caller who has asked what this person may see. */
  async findAnyones({ organisationId }: Actor, id: Id): Promise<OpenedDraft | undefined> {
    const draft = await this.drafts.find(organisationId, id);
    const found = draft && (await this.cases.findById(organisationId, draft.caseId));
    return draft && found && { draft, found, body: await this.bodyOf(draft) };
  }

  /**
   * A text about which the doctor of its case is asked, held for a change; undefined for everybody else, and where it
   * is privileged.
   *
   * @throws Conflict `case-closed`
   */
  async findOfDoctor(
    { organisationId, personId }: Actor,
    id: Id,
  ): Promise<OpenedDraft | undefined> {
    const draft = await this.drafts.findForUpdate(organisationId, id);
    const found = draft && (await this.cases.findById(organisationId, draft.caseId));
    if (!draft || !found || found.doctorId !== personId) return undefined;
    if (await this.drafts.isPrivileged(draft)) return undefined;
    assertOpen(found);
    return { draft, found, body: await this.bodyOf(draft) };
  }

  /** @throws Conflict `draft-privileged` where a privileged text would go to somebody outside */
  async assertMayGoOut({ draft }: OpenedDraft): Promise<void> {
    if (draft.audience === 'doctor' || draft.audience === 'adviser') return;
    if (!(await this.drafts.isPrivileged(draft))) return;
    const message = 'This draft is marked as privileged. Have the mark lifted before it goes out.';
    throw new Conflict('draft-privileged', message);
  }

  /** What the guard says of a text in the place of this draft's. */
  async check(
    actor: Actor,
    { draft, found, body }: OpenedDraft,
    text = draft.text,
  ): Promise<GuardReport> {
    const bodies = await this.bodiesOf(body, found);
    const audience = AUDIENCES[draft.audience].guardAudience;
    const earlier = await this.publicBefore(found, draft);
    const checked = { text, channel: draft.channel, audience };
    const { templateId, inputs } = draft;
    return this.guard.check(actor, checked, { found, bodies, earlier, templateId, inputs });
  }

  /** What of a case and of its post was public before a draft; of no draft, all that is. */
  publicBefore(found: Case, draft?: Draft): Promise<EarlierText[]> {
    const isForAll = draft === undefined || AUDIENCES[draft.audience].guardAudience === 'public';
    return isForAll ? this.drafts.listPublished(found, draft?.id) : Promise.resolve([]);
  }

  /** The check of a draft as it stands, with the case's facts and without them. */
  async checkTwice(actor: Actor, opened: OpenedDraft, typed?: string): Promise<TwoChecks> {
    const { draft, found, body } = opened;
    const bodies = await this.bodiesOf(body, found);
    const audience = AUDIENCES[draft.audience].guardAudience;
    const text = { text: typed ?? draft.text, channel: draft.channel, audience };
    const earlier = await this.publicBefore(found, draft);
    const { templateId, inputs } = draft;
    return this.guard.checkTwice(actor, text, { found, bodies, earlier, templateId, inputs });
  }

  /**
   * Holds words about a press statement to what the press office may read.
   *
   * @throws TellsOfCase `tells-of-the-case`
   */
  async requireFitForPress(
    actor: Actor,
    opened: OpenedDraft,
    { field, text }: { field: string; text: string },
  ): Promise<void> {
    if (!isPressStatement(opened.draft)) return;
    const told = restingOnCase(await this.checkTwice(actor, opened, text));
    if (told.length > 0) throw new TellsOfCase(field, told);
  }

  /** The organisation, then the body, whose own details are no findings. */
  async bodiesOf(body: PublishedBody, { organisationId }: Pick<Case, 'organisationId'>) {
    const own = await this.bodies.own(organisationId);
    return body.id === null ? [own] : [own, body];
  }

  /** Keeps a new draft. */
  async add(actor: Actor, draft: Draft, found: Case): Promise<void> {
    await this.drafts.insert(draft);
    await this.note(actor, 'draft.created', draft, { template: draft.templateId });
    await this.moveOn(actor, found);
  }

  /** Keeps a changed draft. @returns it as it is now. @throws Conflict `draft-changed` */
  async keep(
    actor: Actor,
    { draft, found }: OpenedDraft,
    change: { after: Draft; action: string; detail?: AuditDetail },
  ): Promise<Draft> {
    const kept = await this.drafts.update(draft, change.after);
    if (awaitsDoctor(kept) && !awaitsDoctor(draft)) await this.events.askDoctor(kept);
    const [waiver] = kept.textHash === draft.textHash ? [] : draft.waivers;
    if (waiver) await this.events.waiverMoved(draft.organisationId, waiver.id);
    await this.note(actor, change.action, kept, change.detail);
    await this.moveOn(actor, found);
    return kept;
  }

  /** Whoever saves a text has no words left that are not saved. */
  settle({ personId }: Actor, draft: Draft): Promise<void> {
    return this.drafts.workingCopies.remove(draft, personId);
  }

  /** Records what was done to a draft, on its case. */
  note(actor: Actor, action: string, draft: Draft, detail: AuditDetail = {}): Promise<void> {
    const { id, textHash, verdict, guardVersion, version } = draft;
    return this.trail.record(
      actor,
      action,
      { type: 'case', id: draft.caseId },
      { draftId: id, version, textHash, verdict, guardVersion, ...detail },
    );
  }

  /**
   * Records that a text which is no draft was held against the facts of a case. Not its hash: of a short
   * guess that would be as good as the guess.
   */
  noteCheck(
    actor: Actor,
    { id }: Pick<Case, 'id'>,
    { channel, audience, verdict, guardVersion }: TextToCheck & GuardReport,
  ): Promise<void> {
    const detail = { channel, audience, verdict, guardVersion };
    return this.trail.record(actor, 'draft.text-checked', { type: 'case', id }, detail);
  }

  /** Moves the case to the step that its drafts lead to, and has its figures read anew. */
  async moveOn(actor: Actor, found: Case): Promise<void> {
    const progress = await this.drafts.listProgress(found.organisationId, found.id);
    const nextStep = stepAfter(found.nextStep, progress);
    if (nextStep !== found.nextStep) await this.cases.update(found, { nextStep });
    await this.events.caseChanged(actor.organisationId, found.id);
  }

  private async bodyOf({ organisationId, bodyId }: Draft): Promise<PublishedBody> {
    const body = bodyId && (await this.bodies.find(organisationId, bodyId));
    return body || this.bodies.own(organisationId);
  }
}

/** @throws Conflict `case-closed` */
export function assertOpen(found: Case): void {
  if (found.state === 'closed') {
    throw new Conflict('case-closed', 'This case is closed, so its drafts stay as they are.');
  }
}
