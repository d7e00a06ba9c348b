// Makes what the browser is given: one style sheet and the modules, under dist/public.
import { copyFileSync, cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from 'sass';

export async function assets(root) {
  const from = join(root, 'apps/web/assets');
  const to = join(root, 'dist/public');
  mkdirSync(to, { recursive: true });
  if (!existsSync(join(from, 'parapet.scss'))) return;
  const style = compile(join(from, 'parapet.scss'), {
    loadPaths: [root, join(root, 'node_modules')],
    style: 'compressed',
    quietDeps: true,
    silenceDeprecations: ['import', 'mixed-decls', 'global-builtin', 'if-function'],
    logger: { warn() {}, debug() {} },
  });
  writeFileSync(join(to, 'parapet.css'), style.css);
  cpSync(from, to, {
    recursive: true,
    filter: (file) => !file.endsWith('.scss') && !file.endsWith('styles'),
  });
  copyFileSync(
    join(root, 'node_modules/govuk-frontend/dist/govuk/govuk-frontend.min.js'),
    join(to, 'govuk-frontend.min.js'),
  );
}
