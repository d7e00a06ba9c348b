export {
  type InputWording,
  type TemplateWording,
  templateInvalid,
  wordingOf,
} from './own-wording.js';
export { SAMPLE_CASES, SAMPLE_ORGANISATION, type SampleCase } from './sample-cases.js';
export { TemplateEditingService } from './template-editing.service.js';
export {
  type LibraryRow,
  type LibraryTemplate,
  TemplateLibraryService,
  type TemplateReview,
} from './template-library.service.js';
export type { PreviewText, TemplatePreview } from './template-preview.js';
export { TemplatePublishingService } from './template-publishing.service.js';
export {
  type SeenVersion,
  type TemplateDocument,
  type TemplateVersion,
  templateVersionName,
} from './template-version.js';
export { TemplatesInForce } from './templates-in-force.js';
