import type { PressStatement } from '#responses';
import { checkAnswer, deskAnswer } from '../drafts/drafts.answers.js';

/** A press statement as the API shows it to the press office. */
export function statementAnswer(statement: PressStatement) {
  const { verdict, findings, guardVersion, mayDecide: _may, ...rest } = statement;
  const { textHash } = statement;
  return {
    ...rest,
    ...deskAnswer(statement),
    check: checkAnswer({ verdict, findings: [...findings], textHash, guardVersion }),
  };
}
