export * from './clock.js';
export * from './errors.js';
export * from './ids.js';
export * from './keyset.js';
export * from './page.js';
export * from './reference.js';
