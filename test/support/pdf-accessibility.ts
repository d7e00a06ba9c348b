import { objectsOf, type PdfObject, readPdf } from './pdf-reading.js';

/** Roles of PDF 1.7; any other has to be mapped to one of them. */
const STANDARD = /^(?:Document|P|H[1-6]|L|LI|Lbl|LBody|Span|Link)$/;

/**
 * What of PDF/UA-1 a program can check is not so in a PDF; empty where all is.
 *
 * @source PDF Association, Matterhorn Protocol 1.02: checkpoints 01, 02, 06, 07, 09, 11, 14, 16, 28, 31.
 */
export function accessibilityFaults(file: Buffer): string[] {
  const objects = [...objectsOf(file).values()];
  const { catalogue, metadata, roles } = readPdf(file);
  const ofType = (type: string) => objects.filter(({ head }) => head.includes(`/Type /${type}\n`));
  const kinds = roles.match(/\w+/g) ?? [];
  const points: Readonly<Record<string, boolean>> = {
    'is marked as tagged': /\/Marked true/.test(catalogue) && !/\/Suspects true/.test(catalogue),
    'has a structure tree': /\/StructTreeRoot \d+/.test(catalogue),
    'names its language': /\/Lang \(en-(?:GB|IE)\)/.test(catalogue),
    'shows its title': /\/DisplayDocTitle true/.test(catalogue) && /<dc:title>/.test(metadata),
    'says that it is PDF/UA-1': /<pdfuaid:part>1<\/pdfuaid:part>/.test(metadata),
    'has its words marked': ofType('Page').every(({ head }) => isAllMarked(contentOf(head, file))),
    'is walked in the order of the tree': ofType('Page').every(
      ({ head }) => !/\/Annots/.test(head) || /\/Tabs \/S/.test(head),
    ),
    'has its fonts in it': ofType('FontDescriptor').every(({ head }) => /\/FontFile/.test(head)),
    'says which letters it shows': objects
      .filter(isFont)
      .every(({ head }) => /\/ToUnicode/.test(head)),
    'has roles of the standard alone': kinds.every((kind) => STANDARD.test(mapped(kind, objects))),
    'leaves out no level of heading': levelsFollow(kinds),
    'has items in lists alone': !/(?<!L\([^]*)LI\b/.test(roles) && itemsAreWhole(roles),
    'runs nothing': !objects.some(({ head }) => /\/(?:JS|JavaScript|Launch|XFA)\b/.test(head)),
  };
  return Object.entries(points).flatMap(([point, isSo]) => (isSo ? [] : [point]));
}

function mapped(kind: string, objects: readonly PdfObject[]): string {
  const map =
    objects.map(({ head }) => /\/RoleMap <<([^>]*)>>/.exec(head)?.[1]).find(Boolean) ?? '';
  return new RegExp(`/${kind} /(\\w+)`).exec(map)?.[1] ?? kind;
}

const isFont = ({ head }: PdfObject) => head.includes('/Subtype /Type0');

function contentOf(page: string, file: Buffer): string {
  return objectsOf(file).get(/\/Contents (\d+)/.exec(page)![1]!)!.stream;
}

/** Whether no letter and no line is shown outside what is marked, as words or as an artefact. */
function isAllMarked(content: string): boolean {
  const beside = content.replaceAll(/\/\w+(?: <<[^]*?>>)? (?:BDC|BMC)\n[^]*?\nEMC/g, '');
  return !/\b(?:Tj|TJ|Do|S|f)\b/.test(beside);
}

function levelsFollow(kinds: readonly string[]): boolean {
  const levels = kinds.flatMap((kind) => /^H(\d)$/.exec(kind)?.[1] ?? []).map(Number);
  return levels.every((level, at) => level <= (levels[at - 1] ?? 0) + 1);
}

function itemsAreWhole(roles: string): boolean {
  const items = roles.match(/\bLI\b(?:\([^()]*\))?/g) ?? [];
  return items.every((item) => item.startsWith('LI(Lbl LBody'));
}
