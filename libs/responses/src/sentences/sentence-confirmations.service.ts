import { Injectable } from '@nestjs/common';
import { compileFacts, sentenceHash, sentencesOf } from '#confidentiality';
import type { Actor } from '#identity';
import { approvedSentences } from '../approved-sentences.js';
import { renderDraft } from '../draft-facts.js';
import { DraftRecords, type OpenedDraft } from '../draft-records.js';
import { organisationContext } from '../guard-context.js';
import { AUDIENCES } from '../template-labels.js';
import { TemplatesInForce } from '../template-versions/templates-in-force.js';
import { type AskedSentence, askedSentences, type SentenceToConfirm } from './asked-sentences.js';
import { ConfirmationRepository } from './confirmation.repository.js';

/**
 * The sentences of typed public text that somebody else than the author confirms one by one. A confirmation is of one
 * person and of exactly these words: it outlasts changes of other sentences, while the approval of the whole text does
 * not. Every method joins the running unit of work.
 */
@Injectable()
export class SentenceConfirmations {
  constructor(
    private readonly records: DraftRecords,
    private readonly templates: TemplatesInForce,
    private readonly repository: ConfirmationRepository,
  ) {}

  /** What is asked about in a draft as it stands, and what was confirmed of it. */
  async listOf(opened: OpenedDraft): Promise<SentenceToConfirm[]> {
    const asked = await this.askedOf(opened);
    if (asked.length === 0) return [];
    const confirmed = await this.repository.listOfDraft(opened.draft);
    return asked.map((sentence) => ({
      ...sentence,
      confirmations: confirmed.filter(({ sentenceHash }) => sentenceHash === sentence.hash),
    }));
  }

  /**
   * Keeps that a person confirms sentences of a draft. What is not asked about is left out.
   *
   * @param hashes of the sentences.
   * @returns all that is asked about, with what is confirmed of it now.
   */
  async confirm(
    actor: Actor,
    opened: OpenedDraft,
    { hashes, now }: { readonly hashes: readonly string[]; readonly now: Date },
  ): Promise<SentenceToConfirm[]> {
    const asked = await this.askedOf(opened);
    const wanted = asked.map(({ hash }) => hash).filter((hash) => hashes.includes(hash));
    await this.repository.insert(opened.draft, wanted, { by: actor.personId, at: now });
    return this.listOf(opened);
  }

  /** What would be asked about, were these the words of a draft. */
  askedIn(opened: OpenedDraft, text: string): Promise<AskedSentence[]> {
    const isTyped = opened.draft.isTyped || text.trim() !== opened.draft.text.trim();
    return this.askedOf({ ...opened, draft: { ...opened.draft, text, isTyped } });
  }

  private async askedOf({ draft, found, body }: OpenedDraft): Promise<AskedSentence[]> {
    if (!draft.isTyped || !AUDIENCES[draft.audience].isPublished) return [];
    const bodies = await this.records.bodiesOf(body, found);
    const own = compileFacts(organisationContext(bodies));
    return askedSentences(draft.text, {
      approved: await this.approvedOf({ draft, found, body }),
      own,
    });
  }

  /** The sentences of the draft's own template, and those that it renders for the body in whose name it goes out. */
  private async approvedOf({ draft, found, body }: OpenedDraft): Promise<ReadonlySet<string>> {
    const template = (await this.templates.of(draft.organisationId)).find(draft.templateId);
    if (!template) return new Set();
    const sources = { found, body, adviserName: '' };
    const { rendering } = renderDraft(template, sources, draft.inputs);
    const rendered = rendering.state === 'rendered' ? sentencesOf(rendering.text) : [];
    return new Set([...approvedSentences(template), ...rendered.map(sentenceHash)]);
  }
}
