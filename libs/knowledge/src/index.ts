export * from './calendars/index.js';
