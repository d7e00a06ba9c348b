import ts from 'typescript';

/** One import of a file: what it names and where. */
export interface Import {
  readonly specifier: string;
  readonly line: number;
}

/** A breach of the rules about who may import whom. */
export interface Breach {
  readonly file: string;
  readonly line: number;
  readonly rule: string;
}

/**
 * The libs in the order in which they are built; a lib may import those of earlier steps. Libs of one step
 * are siblings and never import each other.
 */
export const BUILD_ORDER: readonly (readonly string[])[] = [
  ['kernel'],
  ['guidance'],
  ['deadlines'],
  ['triage'],
  ['confidentiality'],
  ['platform'],
  ['audit'],
  ['identity'],
  ['knowledge'],
  ['cases'],
  ['evidence', 'intake', 'responses', 'referrals'],
  ['notifications', 'reporting', 'retention'],
];

/** Libs of rules and data alone: they could be published on their own. */
export const PURE_LIBS = ['kernel', 'guidance', 'deadlines', 'triage', 'confidentiality'];

/** All that a pure lib may import from outside: schemas, and randomness and hashes for ids. */
const PURE_PACKAGES = new Set(['zod', 'node:crypto']);

const VAGUE_NAME = /(^|\/)(utils?|helpers?|common|misc|shared)(\/|\.ts$)/;

/** The breaches of one file. @param file from the root of the project, with forward slashes. */
export function breachesOf(file: string, source: string): Breach[] {
  const breaches: Breach[] = [];
  const isSpec = file.endsWith('.spec.ts');
  if (VAGUE_NAME.test(file)) breaches.push({ file, line: 1, rule: 'says nothing by its name' });
  const parsed = ts.createSourceFile(file, source, ts.ScriptTarget.ES2023, true);
  for (const found of importsOf(parsed)) {
    const rules = [
      layerRule(file, found.specifier),
      isSpec ? undefined : packageRule(file, found.specifier),
    ];
    for (const rule of rules) if (rule) breaches.push({ file, line: found.line, rule });
  }
  if (!isSpec && file !== ENVIRONMENT_FILE) {
    for (const line of environmentReads(parsed)) {
      breaches.push({ file, line, rule: 'reads process.env' });
    }
  }
  return breaches;
}

const ENVIRONMENT_FILE = 'libs/platform/src/config/environment.ts';

/** Every import of a file: static, of types, exports from elsewhere, and `import()`. */
export function importsOf(parsed: ts.SourceFile): Import[] {
  const found: Import[] = [];
  visit(parsed, (node) => {
    const literal = specifierOf(node);
    if (literal) found.push({ specifier: literal.text, line: lineOf(parsed, literal) });
  });
  return found;
}

function specifierOf(node: ts.Node): ts.StringLiteral | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
    return node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)
      ? node.moduleSpecifier
      : undefined;
  }
  if (ts.isImportTypeNode(node)) {
    const { argument } = node;
    return ts.isLiteralTypeNode(argument) && ts.isStringLiteral(argument.literal)
      ? argument.literal
      : undefined;
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    const [first] = node.arguments;
    return first && ts.isStringLiteral(first) ? first : undefined;
  }
  return undefined;
}

function environmentReads(parsed: ts.SourceFile): number[] {
  const lines: number[] = [];
  visit(parsed, (node) => {
    const isEnvironment =
      (ts.isPropertyAccessExpression(node) && node.name.text === 'env') ||
      (ts.isElementAccessExpression(node) &&
        ts.isStringLiteral(node.argumentExpression) &&
        node.argumentExpression.text === 'env');
    if (isEnvironment && node.expression.getText(parsed).endsWith('process')) {
      lines.push(lineOf(parsed, node));
    }
  });
  return lines;
}

function layerRule(file: string, specifier: string): string | undefined {
  if (specifier.startsWith('#')) return libRule(file, specifier.slice(1));
  if (!specifier.startsWith('.')) return undefined;
  const [from, to] = [placeOf(file), placeOf(resolveFrom(file, specifier))];
  if (from === to || (from.startsWith('apps/') && to === 'migrations')) return undefined;
  if (from === 'test' || (file.endsWith('.spec.ts') && to === 'test')) return undefined;
  return `reaches from ${from} into ${to} by a path`;
}

function libRule(file: string, target: string): string | undefined {
  if (target.includes('/')) return `imports #${target} past its index`;
  const step = stepOf(target);
  if (step < 0) return `imports #${target}, which has no place in the build order`;
  const place = placeOf(file);
  if (!place.startsWith('libs/')) return undefined;
  const own = place.slice('libs/'.length);
  if (own === target) return 'imports its own lib by name';
  if (stepOf(own) < 0) return `${own} has no place in the build order`;
  return step < stepOf(own) ? undefined : `${own} must not import ${target}`;
}

function packageRule(file: string, specifier: string): string | undefined {
  if (/^[.#]/.test(specifier)) return undefined;
  const place = placeOf(file);
  if (PURE_LIBS.some((lib) => place === `libs/${lib}`) && !PURE_PACKAGES.has(specifier)) {
    return `a pure lib imports ${specifier}`;
  }
  if (specifier.startsWith('typeorm') && !mayMap(file)) return 'imports typeorm';
  if (/^(@fastify\/|fastify$|@nestjs\/platform-fastify)/.test(specifier) && !mayServe(place)) {
    return `imports ${specifier} outside apps/web`;
  }
  return undefined;
}

function mayMap(file: string): boolean {
  return /\.(entity|repository)\.ts$|^(libs\/platform|migrations|test)\//.test(file);
}

function mayServe(place: string): boolean {
  return place === 'apps/web' || place === 'test';
}

function stepOf(lib: string): number {
  return BUILD_ORDER.findIndex((step) => step.includes(lib));
}

/** `libs/cases`, `apps/web`, `migrations` or `test`. */
function placeOf(file: string): string {
  const [top = '', name = ''] = file.split('/');
  return top === 'libs' || top === 'apps' ? `${top}/${name}` : top;
}

function resolveFrom(file: string, specifier: string): string {
  return new URL(specifier, `file:///${file}`).pathname.slice(1);
}

function lineOf(parsed: ts.SourceFile, node: ts.Node): number {
  return parsed.getLineAndCharacterOfPosition(node.getStart(parsed)).line + 1;
}

function visit(node: ts.Node, look: (node: ts.Node) => void): void {
  look(node);
  node.forEachChild((child) => visit(child, look));
}
