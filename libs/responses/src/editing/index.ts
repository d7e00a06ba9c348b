export type { EditingDesk, PresentEditor, WorkingCopy } from './editing.js';
export { type TriedText, TypedTextService } from './typed-text.service.js';
export { type DeskNow, WorkingCopiesService } from './working-copies.service.js';
