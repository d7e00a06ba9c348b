export * from './post-copy.js';
export { PostCopies } from './post-copies.service.js';
