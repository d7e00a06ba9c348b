import { Injectable } from '@nestjs/common';
import { type Actor, requirePermission, scopeOfActor } from '#identity';
import { type CaseId, Conflict, type Id, NotFound } from '#kernel';
import { type DocumentFormat, DocumentRenderer, type TextDocument, Transactions } from '#platform';
import { DraftRecords, type OpenedDraft } from '../draft-records.js';
import { IllegalTransition } from '../draft.js';
import { type Release, ReleaseRepository } from '../release.repository.js';
import { isLetter, letterOf } from './letter.js';

/** A letter as a file. Its name holds the reference of the case, and no name of anybody. */
export interface LetterFile {
  readonly name: string;
  readonly format: DocumentFormat;
  readonly content: Buffer;
}

interface ReadLetter extends OpenedDraft {
  readonly release: Release;
  readonly document: TextDocument;
}

/** Released letters as files, for those who may read and copy the text. Each download is recorded. */
@Injectable()
export class LettersService {
  constructor(
    private readonly tx: Transactions,
    private readonly records: DraftRecords,
    private readonly releases: ReleaseRepository,
    private readonly renderer: DocumentRenderer,
  ) {}

  /** Whether PDF files can be made on this machine. */
  canMakePdf(): Promise<boolean> {
    return this.renderer.canMake('pdf');
  }

  /**
   * The letter that a draft became.
   *
   * @throws NotFound `draft-not-found`; Conflict `draft-is-no-letter`; IllegalTransition `draft-not-released`; and see
   *   {@link DocumentRenderer.render}
   */
  async take(actor: Actor, draftId: Id, format: DocumentFormat): Promise<LetterFile> {
    requirePermission(actor, 'case:read');
    const letter = await this.tx.run(scopeOfActor(actor), async () => {
      const opened = await this.records.get(actor, draftId, 'to-read');
      const { organisationId, id } = opened.draft;
      return readLetter(opened, await this.releases.findOfDraft(organisationId, id));
    });
    return this.make(actor, letter, format);
  }

  /**
   * A letter to the doctor whom a case is about.
   *
   * @throws NotFound `letter-not-found`; and see {@link DocumentRenderer.render}
   */
  async takeOwn(
    actor: Actor,
    { caseId, releaseId }: { caseId: CaseId; releaseId: Id },
    format: DocumentFormat,
  ): Promise<LetterFile> {
    requirePermission(actor, 'request:send');
    const letter = await this.tx.run(scopeOfActor(actor), async () => {
      const letters = { caseId, doctorId: actor.personId };
      const release = await this.releases.findToDoctor(actor.organisationId, letters, releaseId);
      const opened = release && (await this.records.findAnyones(actor, release.draftId));
      if (!opened) throw new NotFound('letter-not-found', 'We could not find that letter.');
      return readLetter(opened, release);
    });
    return this.make(actor, letter, format);
  }

  /** Makes the file while no transaction waits; what is not recorded is not given. */
  private async make(
    actor: Actor,
    letter: ReadLetter,
    format: DocumentFormat,
  ): Promise<LetterFile> {
    const { draft, found, release, document } = letter;
    const content = await this.renderer.render(format, document);
    const detail = { format, textHash: release.textHash };
    await this.tx.run(scopeOfActor(actor), () =>
      this.records.note(actor, 'draft.letter-downloaded', draft, detail),
    );
    return { name: `letter-${found.reference}.${format}`, format, content };
  }
}

function readLetter(opened: OpenedDraft, release: Release | undefined): ReadLetter {
  if (!isLetter(opened.draft)) {
    throw new Conflict('draft-is-no-letter', 'This text does not go out as a letter.');
  }
  if (!release) {
    throw new IllegalTransition('draft-not-released', 'This text has not been released yet.');
  }
  return { ...opened, release, document: letterOf(opened, release) };
}
