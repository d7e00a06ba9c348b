import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { collectProofs, writeMatrix } from './seeds-matrix.js';

// `npm run docs:seeds`
const ROOT = join(import.meta.dirname, '../../..');
writeFileSync(join(ROOT, 'docs/seeds-matrix.md'), writeMatrix(collectProofs(ROOT)));
