/** One piece of a checked template: the only things that a template is able to say. */
export type TemplatePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'variable'; readonly name: string }
  /** The current entry of a list: `{{this}}`. */
  | { readonly kind: 'entry' }
  | {
      readonly kind: 'condition';
      readonly name: string;
      readonly whenFilled: readonly TemplatePart[];
      readonly whenEmpty: readonly TemplatePart[];
    }
  | {
      readonly kind: 'list';
      readonly name: string;
      readonly each: readonly TemplatePart[];
      readonly whenEmpty: readonly TemplatePart[];
    };

/** The names of all facts that the parts may ask for, each once, in the order of the text. */
export function namesIn(parts: readonly TemplatePart[]): string[] {
  return [...new Set(parts.flatMap(namesInPart))];
}

/**
 * The names of the facts that the text needs and that are empty: those inside a branch that is not
 * taken are not needed.
 */
export function missingIn(
  parts: readonly TemplatePart[],
  isFilled: (name: string) => boolean,
): string[] {
  return [...new Set(parts.flatMap((part) => missingInPart(part, isFilled)))];
}

function namesInPart(part: TemplatePart): string[] {
  switch (part.kind) {
    case 'text':
    case 'entry':
      return [];
    case 'variable':
      return [part.name];
    case 'condition':
      return [part.name, ...namesIn(part.whenFilled), ...namesIn(part.whenEmpty)];
    case 'list':
      return [part.name, ...namesIn(part.each), ...namesIn(part.whenEmpty)];
  }
}

function missingInPart(part: TemplatePart, isFilled: (name: string) => boolean): string[] {
  switch (part.kind) {
    case 'text':
    case 'entry':
      return [];
    case 'variable':
      return isFilled(part.name) ? [] : [part.name];
    case 'condition':
      return missingIn(isFilled(part.name) ? part.whenFilled : part.whenEmpty, isFilled);
    case 'list':
      if (isFilled(part.name)) return missingIn(part.each, isFilled);
      return part.whenEmpty.length > 0 ? missingIn(part.whenEmpty, isFilled) : [part.name];
  }
}
