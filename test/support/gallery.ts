import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createViewEngine } from '../../apps/web/src/views/view-engine.js';
import { SAMPLES } from './gallery-models.js';

/** Compiled to dist/test/support, so the project lies three levels up. */
const ROOT = join(import.meta.dirname, '../../..');
const OUT = join(ROOT, 'dist/gallery');

// Writes every layout and component, with invented words, to dist/gallery: for people to look at.
mkdirSync(OUT, { recursive: true });
cpSync(join(ROOT, 'dist/public'), join(OUT, 'assets'), { recursive: true });
const engine = createViewEngine({
  directory: [join(ROOT, 'templates/pages'), join(ROOT, 'test/support/gallery-templates')],
});
for (const { name, view, model } of SAMPLES) {
  writeFileSync(join(OUT, `${name}.html`), engine.render(view, model));
}
