export {
  type AskedSentence,
  type Confirmation,
  hasConfirmed,
  SentencesNotConfirmed,
  type SentenceToConfirm,
} from './asked-sentences.js';
