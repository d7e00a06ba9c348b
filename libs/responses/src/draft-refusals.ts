import type { Finding } from '#confidentiality';
import { DomainError } from '#kernel';

/** Whoever wrote words of a draft does not approve it. */
export class SameAuthor extends DomainError {
  override readonly name = 'SameAuthor';
  constructor() {
    super(
      'forbidden',
      'approver-is-author',
      'You have written words of this draft, so another person has to approve it.',
    );
  }
}

/** Two approvals are of two people. */
export class SameApprover extends DomainError {
  override readonly name = 'SameApprover';
  constructor() {
    super(
      'forbidden',
      'approver-has-approved',
      'You have approved this text, or somebody has for you. The other approval has to be given by another person.',
    );
  }
}

/** The text would disclose what must not leave. */
export class UnsafeText extends DomainError {
  override readonly name = 'UnsafeText';
  constructor(findings: readonly Finding[]) {
    super(
      'invalid',
      'draft-has-blocking-findings',
      'The check found what must be fixed before this text can go on.',
      [],
      { rules: [...new Set(findings.map(({ rule }) => rule))] },
    );
  }
}

/** The check at hand belongs to other words, or would find other things today. */
export class StaleFindings extends DomainError {
  override readonly name = 'StaleFindings';
  constructor(code: 'findings-are-for-other-text' | 'findings-have-changed') {
    super('conflict', code, 'The check of this text is out of date. Check the draft again.');
  }
}

/** Whoever decides has read words that are no longer those of the draft. */
export class OtherWordsRead extends DomainError {
  override readonly name = 'OtherWordsRead';
  constructor() {
    super(
      'conflict',
      'words-changed-since-read',
      'These are not the words you read: the author has changed them since.',
    );
  }
}

/** Words in the doctor's name go out once the doctor has agreed to exactly these. */
export class WordsNotAgreed extends DomainError {
  override readonly name = 'WordsNotAgreed';
  constructor() {
    super(
      'conflict',
      'words-not-agreed',
      'These words go out in the doctor’s name, and the doctor has not agreed to them yet.',
    );
  }
}
