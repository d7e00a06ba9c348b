import { Injectable } from '@nestjs/common';
import { CaseReadingService } from '#cases';
import { hashOf } from '#confidentiality';
import { type Actor, requireAnyPermission, scopeOfActor } from '#identity';
import { Clock, Conflict, type Id, Invalid, newId, NotFound } from '#kernel';
import { Transactions } from '#platform';
import { mayWrite, requireWriter, WRITERS } from './draft-access.js';
import { type AskedFact, askedFacts, renderDraft } from './draft-facts.js';
import { assertOpen, DraftRecords } from './draft-records.js';
import { assertFitsForm } from './report-draft.js';
import { draftChanged } from './draft.repository.js';
import { checkedFields, editDraft } from './draft-rules.js';
import { secondSideOf } from './draft-sides.js';
import type { Draft, DraftInputs } from './draft.js';
import type { PublishedBody } from './published-body.js';
import { PublishedBodiesService } from './published-bodies.service.js';
import type { ResponseTemplate } from './response-template.js';
import { type FindingPlace, isAt, replaceIn, replacementFor } from './suggestion.js';
import { AUDIENCES } from './template-labels.js';
import type { Rendering } from './template-rendering.js';
import { TemplatesInForce } from './template-versions/templates-in-force.js';

const GONE = 'The check does not find that any more, so nothing was changed.';

/** What a draft is made from. */
export interface NewDraft {
  readonly template: string;
  readonly given: DraftInputs;
  /** In whose name; null is the organisation itself. */
  readonly bodyId: Id | null;
  /** Whether it goes out in the doctor's name although its template does not say so. */
  readonly isDoctorsWords?: boolean;
}

/** How a draft would read, and what is still asked for. */
export interface Preview {
  readonly template: ResponseTemplate;
  readonly body: PublishedBody;
  readonly asked: readonly AskedFact[];
  readonly rendering: Rendering;
  /** How it will read; what is missing stands in square brackets. */
  readonly sketch: string;
}

/** Writes drafts: from a template, then by hand. */
@Injectable()
export class DraftCompositionService {
  constructor(
    private readonly tx: Transactions,
    private readonly cases: CaseReadingService,
    private readonly templates: TemplatesInForce,
    private readonly records: DraftRecords,
    private readonly bodies: PublishedBodiesService,
    private readonly clock: Clock,
  ) {}

  /** Renders without keeping anything. @throws NotFound `case-not-found`, `template-not-found`, `body-not-found`; DomainError `template-unreadable` */
  preview(actor: Actor, reference: string, wanted: NewDraft): Promise<Preview> {
    requireAnyPermission(actor, WRITERS);
    return this.tx.run(scopeOfActor(actor), async () => {
      const found = await this.cases.getOwnOrPress(actor, reference);
      const template = await this.templateOf(actor, wanted.template);
      const body = await this.bodies.get(actor, wanted.bodyId);
      const sources = { found, body, adviserName: actor.name };
      const asked = askedFacts(template, sources);
      return { template, body, asked, ...renderDraft(template, sources, wanted.given) };
    });
  }

  /**
   * Makes a draft in the words of a template and checks it.
   *
   * @throws as {@link preview}; Invalid `draft-not-rendered` with a fault for each missing fact;
   *   Conflict `case-closed`, `public-help-only`
   */
  createFromTemplate(actor: Actor, reference: string, wanted: NewDraft): Promise<Draft> {
    requireAnyPermission(actor, WRITERS);
    return this.tx.run(scopeOfActor(actor), async () => {
      const found = await this.cases.getOwnOrPress(actor, reference);
      assertOpen(found);
      const { template, body, rendering } = await this.preview(actor, reference, wanted);
      await this.cases.assertForMember(found, template.route);
      if (rendering.state === 'stopped') throw notRendered(rendering);
      const blank = blankDraft(actor, template, { ...wanted, text: rendering.text });
      const unchecked = { ...blank, caseId: found.id, ...stamps(this.clock.now()) };
      const report = await this.records.check(actor, { draft: unchecked, found, body });
      const checked = checkedFields({ text: rendering.text, report }, unchecked.textHash);
      const draft = { ...unchecked, ...checked };
      await this.records.add(actor, draft, found);
      return draft;
    });
  }

  /**
   * Changes the words of a draft, checks them, and voids every approval of the words before.
   *
   * @param change `version` is that of the draft when its words were read.
   * @throws NotFound `draft-not-found`; Conflict `draft-changed` with the words that were saved
   *   meanwhile, `case-closed`; IllegalTransition `draft-is-released`; Invalid `report-too-long`
   */
  edit(actor: Actor, id: Id, change: { text: string; version: number }): Promise<Draft> {
    requireAnyPermission(actor, WRITERS);
    return this.tx.run(scopeOfActor(actor), async () => {
      const opened = await this.records.get(actor, id, 'to-change');
      const { draft } = opened;
      requireWriter(actor, draft);
      const isSame = change.text === draft.text;
      if (!isSame && change.version !== draft.version) throw draftChanged(draft);
      await this.records.settle(actor, draft);
      if (isSame) return draft;
      assertFitsForm(opened, change.text);
      const after = editDraft(draft, {
        text: change.text,
        textHash: hashOf(change.text),
        report: await this.records.check(actor, opened, change.text),
        editorId: actor.personId,
        isTyped: true,
        risk: this.riskOf(draft),
        now: this.clock.now(),
      });
      return this.records.keep(actor, opened, { after, action: 'draft.edited' });
    });
  }

  /**
   * Puts the guard's suggestion in the place of the sentence with the finding, as the check finds it now:
   * facts that were added since the text was saved bring findings that the draft does not hold yet.
   *
   * @throws as {@link edit}; Conflict `finding-gone`
   */
  applySuggestion(
    actor: Actor,
    id: Id,
    change: { finding: FindingPlace; version: number },
  ): Promise<Draft> {
    requireAnyPermission(actor, ['draft:write']);
    return this.tx.run(scopeOfActor(actor), async () => {
      const opened = await this.records.get(actor, id, 'to-change');
      const { draft } = opened;
      if (change.version !== draft.version) throw draftChanged(draft);
      const { findings } = await this.records.check(actor, opened);
      const finding = findings.find((one) => isAt(one, change.finding));
      const replacement = finding && replacementFor(draft.text, finding);
      if (!replacement) throw new Conflict('finding-gone', GONE);
      const text = replaceIn(draft.text, replacement);
      return this.edit(actor, id, { text, version: change.version });
    });
  }

  /** Whoever writes to the press alone is offered, and finds, what is made for the press alone. */
  private async templateOf(actor: Actor, id: string): Promise<ResponseTemplate> {
    const template = await this.templates.find(actor.organisationId, id);
    if (!template || !mayWrite(actor, template))
      throw new NotFound('template-not-found', 'We could not find that template.');
    return template;
  }

  /** Typed words that everybody will read are a high risk, whatever the template was. */
  private riskOf(draft: Draft): Draft['risk'] {
    return AUDIENCES[draft.audience].isPublished ? 'high' : draft.risk;
  }
}

function notRendered(rendering: Rendering & { state: 'stopped' }): Invalid {
  const faults = rendering.faults.map(({ field, message }) => ({
    field: /^(inputs|facts)\./.test(field) ? field : `facts.${field}`,
    message: message.charAt(0).toUpperCase() + message.slice(1),
  }));
  return new Invalid('draft-not-rendered', 'This text cannot be written yet.', faults);
}

function blankDraft(
  actor: Actor,
  template: ResponseTemplate,
  { given, bodyId, text, isDoctorsWords = false }: NewDraft & { text: string },
) {
  const textHash = hashOf(text);
  return {
    id: newId(),
    organisationId: actor.organisationId,
    templateId: template.id,
    templateVersion: template.version,
    templateNumber: template.ownNumber,
    templateHash: template.contentHash,
    title: template.title,
    channel: template.channel,
    audience: template.audience,
    risk: template.approval,
    secondSide: secondSideOf(template),
    inputs: given,
    bodyId,
    isDoctorsWords: isDoctorsWords || template.inTheNameOf === 'doctor',
    text,
    textHash,
    isTyped: false,
    state: 'draft',
    authorId: actor.personId,
    contributorIds: [actor.personId],
    checkedHash: '',
    verdict: 'block',
    findings: [],
    guardVersion: '',
    warningsReason: null,
    submittedAt: null,
    approvedBy: null,
    approvedFor: null,
    approvedHash: null,
    approvedAt: null,
    secondApprovedBy: null,
    secondApprovedFor: null,
    secondApprovedHash: null,
    secondApprovedAt: null,
    acceptedHash: null,
    acceptedAt: null,
    brokenGlassBy: null,
    waivers: [],
    returnReason: null,
    version: 1,
  } as const satisfies Omit<Draft, 'caseId' | 'createdAt' | 'updatedAt'>;
}

function stamps(now: Date) {
  return { createdAt: now, updatedAt: now };
}
