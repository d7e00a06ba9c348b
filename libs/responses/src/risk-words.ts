/** Words of a message that may be about an emergency. Better one offer too many than one too few. */
const RISK_WORDS =
  /\b(chest pain|can ?(?:no|')t breathe|cannot breathe|bleeding|overdose|suicid\w*|kill(?:ing)? myself|end(?:ing)? (?:it all|my life)|self[- ]harm\w*|harm(?:ing)? myself|unconscious|collapsed?|seizure|stroke|anaphyla\w*|sepsis|emergency|urgent(?:ly)?)\b/i;

/** The text that is offered then: where to get help at once, the same for everybody. */
export const EMERGENCY_TEMPLATE = 'T-EMERGENCY';

/** Whether the words that somebody wrote may be about an emergency. Nothing is kept of the answer. */
export function hasRiskWords(text: string): boolean {
  return RISK_WORDS.test(text.replaceAll('’', "'"));
}
