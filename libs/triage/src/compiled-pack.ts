import type { FieldFault } from '#kernel';
import { parseExpression } from './expression-parser.js';
import { checkCondition, type ValueType } from './expression-types.js';
import { ExpressionFault, namesIn, partsOf, type Expression, type Scalar } from './expression.js';
import type {
  Contradiction,
  FactDefinition,
  Factor,
  Facts,
  MustAsk,
  Rule,
  RulePack,
  ScaledLevel,
  ScaledPart,
  UrgencyTrigger,
} from './pack.js';

/** A thing with the condition under which it holds. */
export interface When<T> {
  item: T;
  when: Expression;
}

/** A condition with the facts, no derived ones, that it reads. */
export interface WhenResting<T> extends When<T> {
  restsOn: readonly string[];
}

/** A scaled part ready to be scored. */
export interface PartWhen {
  item: ScaledPart;
  levels: readonly WhenResting<ScaledLevel>[];
}

/** A rule ready to run; `restsOn` are the facts (not derived ones) that its condition reads. */
export type RuleWhen = WhenResting<Rule>;

/** A derived fact ready to be worked out. */
export interface DerivedWhen {
  name: string;
  when: Expression;
  restsOn: readonly string[];
}

/** What is read from one fact: derived facts in their order, and rules by their place in the table. */
export interface Readers {
  derived: readonly DerivedWhen[];
  rules: readonly number[];
}

/** The pack with every expression parsed, once. */
export interface CompiledPack {
  facts: ReadonlyMap<string, FactDefinition>;
  defaults: Facts;
  derived: readonly DerivedWhen[];
  rules: readonly RuleWhen[];
  readers: ReadonlyMap<string, Readers>;
  mustAsk: readonly When<MustAsk>[];
  contradictions: readonly When<Contradiction>[];
  urgency: readonly { item: UrgencyTrigger; when?: Expression }[];
  severity: readonly PartWhen[];
  aggravating: readonly WhenResting<Factor>[];
  mitigating: readonly WhenResting<Factor>[];
  exposure: readonly PartWhen[];
  /** The facts that some rule reads, in the pack's order. */
  factsRead: readonly string[];
  /** Values that a fact is compared with anywhere in the pack; the rest of its values are alike to the rules. */
  compared: ReadonlyMap<string, ReadonlySet<Scalar>>;
}

/** Parses and type-checks all expressions of a pack; faults are added to `faults`, with the field they are in. */
export function compilePack(pack: RulePack, faults: FieldFault[]): CompiledPack {
  const compiler = new Compiler(pack, faults);
  return compiler.compile();
}

class Compiler {
  private readonly types = new Map<string, ValueType>();
  private readonly restsOn = new Map<string, readonly string[]>();
  private readonly compared = new Map<string, Set<Scalar>>();

  constructor(
    private readonly pack: RulePack,
    private readonly faults: FieldFault[],
  ) {}

  compile(): CompiledPack {
    const { pack } = this;
    for (const fact of pack.facts) this.declare(fact.name, typeOfFact(fact), [fact.name]);
    const derived = pack.derived.map(({ name, expression }) => this.derive(name, expression));
    const rules = pack.rules.map((item) => this.resting(item, `rules.${item.id}`));
    const read = new Set(rules.flatMap(({ restsOn }) => restsOn));
    return {
      facts: new Map(pack.facts.map((fact) => [fact.name, fact])),
      defaults: Object.fromEntries(pack.facts.map((fact) => [fact.name, fact.default])),
      derived,
      rules,
      readers: new Map(pack.facts.map(({ name }) => [name, readersOf(name, derived, rules)])),
      factsRead: pack.facts.map(({ name }) => name).filter((name) => read.has(name)),
      mustAsk: pack.mustAsk.map((item) => this.when(item, `mustAsk.${item.fact}`)),
      contradictions: pack.contradictions.map((item, at) =>
        this.when(item, `contradictions.${at}`),
      ),
      urgency: pack.urgency.map((item, at) =>
        item.when === undefined
          ? { item }
          : { item, when: this.condition(item.when, `urgency.${at}.when`) },
      ),
      severity: pack.severity.map((part) => this.part(part, 'severity')),
      aggravating: pack.aggravating.map((one) => this.resting(one, `aggravating.${one.id}`)),
      mitigating: pack.mitigating.map((one) => this.resting(one, `mitigating.${one.id}`)),
      exposure: pack.exposure.map((part) => this.part(part, 'exposure')),
      compared: this.compared,
    };
  }

  private declare(name: string, type: ValueType, restsOn: readonly string[]): void {
    if (this.types.has(name))
      this.faults.push({ field: name, message: 'This name is used twice.' });
    this.types.set(name, type);
    this.restsOn.set(name, restsOn);
  }

  private derive(name: string, source: string): DerivedWhen {
    const when = this.condition(source, `derived.${name}`);
    const restsOn = this.factsOf(when);
    this.declare(name, { kind: 'bool' }, restsOn);
    return { name, when, restsOn };
  }

  private part(item: ScaledPart, field: string): PartWhen {
    const levels = item.levels.map((level) =>
      this.resting(level, `${field}.${item.id}.${level.score}`),
    );
    return { item, levels };
  }

  private resting<T extends { when: string }>(item: T, field: string): WhenResting<T> {
    const { when } = this.when(item, field);
    return { item, when, restsOn: this.factsOf(when) };
  }

  private when<T extends { when: string }>(item: T, field: string): When<T> {
    return { item, when: this.condition(item.when, `${field}.when`) };
  }

  private condition(source: string, field: string): Expression {
    try {
      const expression = parseExpression(source);
      checkCondition(expression, this.types);
      for (const part of partsOf(expression)) this.noteCompared(part);
      return expression;
    } catch (fault) {
      if (!(fault instanceof ExpressionFault)) throw fault;
      this.faults.push({ field, message: fault.message });
      return { kind: 'literal', value: false, at: 0 };
    }
  }

  private factsOf(expression: Expression): readonly string[] {
    return [...new Set(namesIn(expression).flatMap((name) => this.restsOn.get(name) ?? []))];
  }

  private noteCompared(part: Expression): void {
    if (part.kind === 'in') this.note(part.operand, part.members);
    if (part.kind !== 'compare') return;
    if (part.right.kind === 'literal') this.note(part.left, [part.right.value]);
    if (part.left.kind === 'literal') this.note(part.right, [part.left.value]);
  }

  private note(operand: Expression, values: readonly Scalar[]): void {
    if (operand.kind !== 'name') return;
    const known = this.compared.get(operand.name) ?? [];
    this.compared.set(operand.name, new Set([...known, ...values]));
  }
}

function readersOf(
  fact: string,
  derived: readonly DerivedWhen[],
  rules: readonly RuleWhen[],
): Readers {
  return {
    derived: derived.filter(({ restsOn }) => restsOn.includes(fact)),
    rules: rules.flatMap(({ restsOn }, index) => (restsOn.includes(fact) ? index : [])),
  };
}

/** What a fact can be compared with. */
export function typeOfFact(fact: FactDefinition): ValueType {
  if (fact.type === 'bool') return { kind: 'bool' };
  if (fact.type === 'enum') return { kind: 'enum', values: fact.values };
  return { kind: 'number', nullable: fact.type === 'number|null' };
}
