import { isNode, LineCounter, parseDocument, stringify, visit } from 'yaml';
import type { Document } from 'yaml';
import { Invalid, type FieldFault } from '#kernel';
import type { LoadedPack } from '#triage';
import { packOf, type RulePackContent, rulesInvalid } from './rule-pack.js';
import { contentOfFile, type FileFault, rulesFileSchema } from './rules-file-schema.js';

/** Longest file that is read at all, in UTF-16 units. */
export const RULES_FILE_LIMIT = 400_000;

/**
 * Reads rules from a file in YAML (docs/how-to/change-a-rule.md describes it), and checks them whole.
 *
 * @throws Invalid `rules-invalid` with every fault at `file`, in words with its line, rule and part
 */
export function readRulesFile(source: string): RulePackContent {
  if (source.length > RULES_FILE_LIMIT) {
    throw refusal([{ path: [], message: 'The file is longer than 400,000 characters.' }], () => '');
  }
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false });
  const [broken] = document.errors;
  if (broken) {
    const { line } = lines.linePos(broken.pos[0]);
    throw refusal(
      [{ path: [], message: `Line ${line} cannot be read: ${broken.message}.` }],
      () => '',
    );
  }
  const placeOf = (path: readonly PropertyKey[]): string => {
    for (let length = path.length; length > 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return `Line ${lines.linePos(node.range[0]).line}: `;
    }
    return '';
  };
  if (hasAliases(document)) {
    const message = 'Write every value out: “&” and “*” are not read.';
    throw refusal([{ path: [], message }], () => '');
  }
  const file = rulesFileSchema.safeParse(document.toJS());
  if (!file.success) throw refusal(file.error.issues, placeOf);
  const content = contentOfFile(file.data);
  try {
    packOf(content, 1);
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    throw refusal(error.faults.map(pathIn(content)), placeOf);
  }
  return content;
}

/** The pack that a file makes, to try it. @throws as {@link readRulesFile} */
export function rulesFilePack(source: string): LoadedPack {
  return packOf(readRulesFile(source), 0);
}

/** Writes rules in the form that {@link readRulesFile} reads. */
export function writeRulesFile({ rules, derived, off }: RulePackContent): string {
  return stringify(
    {
      derived: derived.map(({ name, expression, meaning }) => ({
        name,
        expr: expression,
        meaning,
      })),
      rules: rules.map(({ cites, why, ...rule }) => ({
        ...rule,
        cite: cites,
        why,
        ...(off.includes(rule.id) ? { off: true } : {}),
      })),
    },
    { lineWidth: 0, aliasDuplicateObjects: false },
  );
}

function hasAliases(document: Document): boolean {
  let found = false;
  visit(document, { Alias: () => void (found = true) });
  return found;
}

function refusal(
  faults: readonly FileFault[],
  placeOf: (path: readonly PropertyKey[]) => string,
): Invalid {
  return rulesInvalid(
    faults.map(({ path, message }) => ({
      field: 'file',
      message: `${placeOf(path)}${partOf(path)}${message}`,
    })),
  );
}

/** `['rules', 4, 'when']` as `when: `. */
function partOf(path: readonly PropertyKey[]): string {
  const names = path.filter((part) => typeof part === 'string' && part !== 'rules');
  return names.length > 0 ? `${names.join(', ')}: ` : '';
}

/** `rules.R05.when` as the path in the file, and the rule named in the message. */
function pathIn({ rules, derived }: RulePackContent) {
  return ({ field, message }: FieldFault): FileFault => {
    const [list = '', id = '', part] = field.split('.');
    const at =
      list === 'rules'
        ? rules.findIndex((rule) => rule.id === id)
        : derived.findIndex(({ name }) => name === id);
    if (at < 0) return { path: [list], message };
    const what = list === 'rules' ? `rule ${id}` : `derived fact ${id}`;
    const path = [list, at, ...(part === undefined ? [] : [part === 'cites' ? 'cite' : part])];
    return { path, message: `${what}: ${message}` };
  };
}
