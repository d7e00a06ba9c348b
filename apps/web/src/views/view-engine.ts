import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import nunjucks from 'nunjucks';
import type { Environment } from 'nunjucks';
import {
  dateParts,
  formatDate,
  formatDateTime,
  formatShortDate,
  plural,
  safeAddress,
} from './filters.js';
import { errorFor } from './page-model.js';

/** Makes pages out of templates and models. */
export interface ViewEngine {
  /**
   * Renders one page.
   *
   * @param view path under `templates/pages`, with or without `.njk`.
   * @throws when there is no such template, or when a template fails.
   */
  render(view: string, model: object): string;
  /** Compiles every template, so that the first person does not wait; gives back how many. */
  warm(): number;
}

export interface ViewEngineOptions {
  /** Absolute path of `templates/pages`; or several, looked through in order. */
  directory: string | readonly string[];
  /** Read templates again at each rendering; for people who write templates. */
  watch?: boolean;
}

/** The component sets that our macros stand on, as they lie in `node_modules`. */
const PACKAGES = ['govuk-frontend/dist', '@ministryofjustice/frontend'];

/** The form macros of govuk-frontend that `components/form.njk` calls, with what they call. */
const FORM_TEMPLATES = [
  'button',
  'character-count',
  'checkboxes',
  'date-input',
  'error-message',
  'fieldset',
  'file-upload',
  'hint',
  'input',
  'label',
  'password-input',
  'radios',
  'select',
  'textarea',
].flatMap((name) => [
  `govuk/components/${name}/macro.njk`,
  `govuk/components/${name}/template.njk`,
]);

/** Makes the engine of the pages: everything printed is escaped unless a template says otherwise. */
export function createViewEngine({ directory, watch = false }: ViewEngineOptions): ViewEngine {
  const directories = typeof directory === 'string' ? [directory] : directory;
  const places = [...directories, ...packagePaths(directories[0] ?? import.meta.dirname)];
  const loader = new nunjucks.FileSystemLoader(places, { noCache: watch });
  const environment = withFilters(new nunjucks.Environment(loader, { autoescape: true }));
  return {
    render: (view, model) => environment.render(withExtension(view), model),
    warm: () => {
      const names = [...directories.flatMap(templateNames), ...FORM_TEMPLATES];
      for (const name of names) environment.getTemplate(name, true);
      return names.length;
    },
  };
}

function withFilters(environment: Environment): Environment {
  const filters = {
    date: formatDate,
    dateTime: formatDateTime,
    shortDate: formatShortDate,
    plural,
    dateParts,
    safeAddress,
    errorFor,
  };
  for (const [name, filter] of Object.entries(filters)) environment.addFilter(name, filter);
  return environment;
}

function withExtension(view: string): string {
  return view.endsWith('.njk') ? view : `${view}.njk`;
}

function templateNames(directory: string): string[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.njk'))
    .map((name) => name.split(sep).join('/'));
}

/** Looks upwards for `node_modules`, as Node does: the templates stand inside the project. */
function packagePaths(from: string): string[] {
  const modules = join(from, 'node_modules');
  if (existsSync(join(modules, 'govuk-frontend')))
    return PACKAGES.map((path) => join(modules, path));
  const parent = dirname(from);
  if (parent === from) throw new Error('govuk-frontend is not installed: run npm ci');
  return packagePaths(parent);
}
