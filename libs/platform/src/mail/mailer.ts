import type { Id } from '#kernel';

/** A letter by mail. It never holds anything of a case but its reference. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** The way out for mail. */
export abstract class Mailer {
  /** Whether mail leaves the house at all; without it letters are kept and never sent. */
  abstract readonly isSending: boolean;

  /**
   * Hands a letter over. It may be handed over twice, after a crash in between: both carry the same message id, by which
   * the receiving side tells that they are one.
   *
   * @param id of the letter; stands in its message id.
   */
  abstract send(letter: Letter, id: Id): Promise<void>;
}

/** Sends nothing: letters stay where they are kept. */
export class KeepingMailer extends Mailer {
  readonly isSending = false;

  async send(): Promise<void> {}
}
