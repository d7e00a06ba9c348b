import { AUDIENCES, LABEL_WORDS, isCleared } from './template-labels.js';
import type { TemplateAudience } from './template-labels.js';
import type { TemplatePart } from './template-parts.js';
import type { LineFault } from './template-source.js';
import type { TemplateVariable } from './template-variables.js';

/** What one template may name, and for whom it is. Names are whole: `organisation.name`, `inputs.day`. */
export interface PolicyRules {
  readonly audience: TemplateAudience;
  readonly variables: ReadonlyMap<string, TemplateVariable>;
}

/** Blocks within blocks, at most. */
export const DEPTH_LIMIT = 4;
/** Pieces of a template, at most: with flat lists of fifty it bounds the work of rendering. */
export const PART_LIMIT = 400;

interface Place {
  readonly depth: number;
  readonly isInList: boolean;
}

/**
 * Turns Handlebars' tree into the parts that a template may have. What is not on the list of allowed
 * constructs becomes a fault, so a construct that Handlebars adds one day is refused too.
 */
export function applyPolicy(
  program: hbs.AST.Program,
  rules: PolicyRules,
): { parts: TemplatePart[]; faults: LineFault[] } {
  const reader = new PolicyReader(rules);
  const parts = reader.read(program, { depth: 0, isInList: false });
  return { parts, faults: reader.faults };
}

class PolicyReader {
  readonly faults: LineFault[] = [];
  private count = 0;

  constructor(private readonly rules: PolicyRules) {}

  read(program: hbs.AST.Program | undefined, place: Place): TemplatePart[] {
    if (!program) return [];
    if (place.depth > DEPTH_LIMIT) {
      return this.refuse(program, `Blocks stand inside blocks more than ${DEPTH_LIMIT} deep.`);
    }
    return program.body.flatMap((statement) => this.readOne(statement, place));
  }

  private readOne(statement: hbs.AST.Statement, place: Place): TemplatePart[] {
    this.count += 1;
    if (this.count === PART_LIMIT + 1) {
      return this.refuse(statement, `The template has more than ${PART_LIMIT} pieces.`);
    }
    if (this.count > PART_LIMIT) return [];
    switch (statement.type) {
      case 'ContentStatement':
        return [{ kind: 'text', text: (statement as hbs.AST.ContentStatement).value }];
      case 'CommentStatement':
        return [];
      case 'MustacheStatement':
        return this.readVariable(statement as hbs.AST.MustacheStatement, place);
      case 'BlockStatement':
        return this.readBlock(statement as hbs.AST.BlockStatement, place);
      case 'PartialStatement':
      case 'PartialBlockStatement':
        return this.refuse(
          statement,
          'A template cannot take in another one: “{{>” is not allowed.',
        );
      default:
        return this.refuse(statement, '“{{*” and other constructs of that kind are not allowed.');
    }
  }

  private readVariable(mustache: hbs.AST.MustacheStatement, place: Place): TemplatePart[] {
    if (!mustache.escaped) {
      return this.refuse(mustache, 'Write a variable in two curly brackets, not “{{{” or “{{&”.');
    }
    if (mustache.params.length > 0 || mustache.hash) {
      return this.refuse(
        mustache,
        'Only the name of one variable may stand between the brackets, and nothing after it.',
      );
    }
    if (place.isInList && isThis(mustache.path)) return [{ kind: 'entry' }];
    const found = this.find(mustache.path, place);
    if (!found) return [];
    if (found.variable.kind === 'list') {
      return this.refuse(
        mustache,
        `“${found.name}” is a list: write {{#each ${found.name}}}{{this}}{{/each}}.`,
      );
    }
    return [{ kind: 'variable', name: found.name }];
  }

  private readBlock(block: hbs.AST.BlockStatement, place: Place): TemplatePart[] {
    const keyword = block.path.original;
    if (keyword !== 'if' && keyword !== 'unless' && keyword !== 'each') {
      return this.refuse(block, 'Only {{#if}}, {{#unless}} and {{#each}} may open a block.');
    }
    const [subject] = block.params;
    const isPlain = block.params.length === 1 && !block.hash && !hasBlockParams(block);
    if (!subject || !isPlain) {
      return this.refuse(block, `After “{{#${keyword}” comes the name of one variable, no more.`);
    }
    const found = this.find(subject, place);
    const isList = keyword === 'each';
    if (isList && found && found.variable.kind !== 'list') {
      return this.refuse(
        block,
        `“${found.name}” is not a list, so {{#each}} cannot go through it.`,
      );
    }
    const below = { depth: place.depth + 1, isInList: place.isInList || isList };
    const first = this.read(block.program, below);
    const second = this.read(block.inverse, { ...below, isInList: place.isInList });
    if (!found) return [];
    const { name } = found;
    if (isList) return [{ kind: 'list', name, each: first, whenEmpty: second }];
    const [whenFilled, whenEmpty] = keyword === 'if' ? [first, second] : [second, first];
    return [{ kind: 'condition', name, whenFilled, whenEmpty }];
  }

  /** The variable that an expression names, if it may be named in this template at this place. */
  private find(
    expression: hbs.AST.Expression,
    place: Place,
  ): { name: string; variable: TemplateVariable } | undefined {
    const name = plainName(expression);
    if (name === undefined) {
      this.refuse(
        expression,
        'Only the plain name of a variable is allowed here: no calculation, no text in quotation marks, no “@”, no “..”.',
      );
      return undefined;
    }
    if (place.isInList) {
      this.refuse(expression, `Inside {{#each}} only {{this}} can be used, not “${name}”.`);
      return undefined;
    }
    const variable = this.rules.variables.get(name);
    if (!variable) {
      this.refuse(expression, `There is no variable called “${name}”.`);
      return undefined;
    }
    if (!isCleared(this.rules.audience, variable.label)) {
      this.refuse(expression, clearanceWords(name, variable, this.rules.audience));
      return undefined;
    }
    return { name, variable };
  }

  private refuse(node: hbs.AST.Node, message: string): [] {
    this.faults.push({ line: node.loc.start.line, message });
    return [];
  }
}

function clearanceWords(
  name: string,
  variable: TemplateVariable,
  audience: TemplateAudience,
): string {
  const { words } = AUDIENCES[audience];
  return `“${name}” (${variable.words}) is ${LABEL_WORDS[variable.label]}, and a text for ${words} must not name it.`;
}

/**
 * The dotted name of a path that goes straight down from the facts; undefined for everything else.
 * The parts are compared with the spelling, for `[organisation.name]` is spelt alike and means another.
 */
function plainName(expression: hbs.AST.Expression): string | undefined {
  if (expression.type !== 'PathExpression') return undefined;
  const path = expression as hbs.AST.PathExpression;
  if (path.data || path.depth !== 0 || path.parts.length === 0) return undefined;
  const isStraight = path.parts.every((part) => !part.includes('.'));
  return isStraight && path.parts.join('.') === path.original ? path.original : undefined;
}

function isThis(expression: hbs.AST.Expression): boolean {
  if (expression.type !== 'PathExpression') return false;
  const { original, parts } = expression as hbs.AST.PathExpression;
  return original === 'this' && parts.length === 0;
}

function hasBlockParams(block: hbs.AST.BlockStatement): boolean {
  return [block.program, block.inverse].some((program) => (program?.blockParams ?? []).length > 0);
}
