export * from './evidence.js';
export {
  type BundledItem,
  type EvidenceBundle,
  EvidenceBundles,
} from './evidence-bundles.service.js';
export { EvidenceDestruction } from './evidence-destruction.service.js';
export { EvidenceHolds } from './evidence-holds.service.js';
export { EvidenceKeeping } from './evidence-keeping.service.js';
export { type EvidenceFile, EvidenceReading } from './evidence-reading.service.js';
export { fileSent, sentFileToTell } from './evidence.jobs.js';
export { EvidenceSightings, type Look } from './evidence-sightings.service.js';
export { EvidenceModule } from './evidence.module.js';
export { FILE_NOTES, type FileNote } from './file-note.js';
export { fileNotes } from './file-notes.js';
export { FILE_ENDINGS, MEDIA_TYPES, type MediaType } from './media-type.js';
export { OwnSentFiles } from './own-sent-files.service.js';
export { RemoveEvidenceContent } from './remove-content.handler.js';
export { RemoveSentContent } from './remove-sent-content.handler.js';
export * from './sent-file.js';
export { SentFiles } from './sent-files.service.js';
export { SentFilesTaking } from './sent-files-taking.service.js';
export { shownCopy } from './shown-copy.js';
