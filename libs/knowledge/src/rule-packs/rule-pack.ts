import { Invalid, type FieldFault, type Id, type OrganisationId } from '#kernel';
import { checkOwnRules, type LoadedPack, type OwnRules, RULE_PACK } from '#triage';
import type { TwoPersonVersion } from '../two-person.js';

/** The rules as an organisation writes them, those that are switched off included. */
export interface RulePackContent extends OwnRules {
  /** Ids of rules that stand in the table and do not fire. */
  readonly off: readonly string[];
}

/** A golden case that comes out otherwise than agreed, and why that is right. */
export interface Acknowledgement {
  readonly golden: string;
  readonly reason: string;
}

/** How far a proposal has been tried on the open cases. */
export interface Comparison {
  /** Open cases that were looked at so far; walled ones are not counted. */
  readonly compared: number;
  /** Null until somebody has begun to count. */
  readonly toCompare: number | null;
  /** Null until it is done. */
  readonly comparedAt: Date | null;
}

/** A version of the rules of one organisation. */
export interface RulePackVersion extends TwoPersonVersion, Comparison {
  readonly id: Id;
  readonly organisationId: OrganisationId;
  /** 1, 2, 3 … within the organisation. */
  readonly number: number;
  readonly note: string;
  readonly createdAt: Date;
  readonly proposedByName: string | null;
  readonly publishedByName: string | null;
  readonly endedByName: string | null;
  readonly acknowledged: readonly Acknowledgement[];
  /** Optimistic lock. */
  readonly version: number;
}

/** A version with its rules. */
export interface RulePackDocument extends RulePackVersion {
  readonly content: RulePackContent;
}

/** Name of the pack that a version becomes: what ships is named too, since facts and questions are its. */
export function packVersionOf(number: number): string {
  return `${RULE_PACK.version}+own.${number}`;
}

/** The rules of a pack as content that can be changed. */
export function contentOf({ rules, derived }: OwnRules): RulePackContent {
  return { rules: [...rules], derived: [...derived], off: [] };
}

/**
 * The pack that content becomes, checked whole and compiled.
 *
 * @throws Invalid `rules-invalid` with every fault: `rules.R05.when`, `derived.about`, `off`
 */
export function packOf(content: RulePackContent, number: number): LoadedPack {
  const off = new Set(content.off);
  const whole = checkOwnRules(content, packVersionOf(number));
  const faults = whole.ok ? faultsOfOff(content) : whole.faults.map(byId(content));
  if (faults.length > 0) throw rulesInvalid(faults);
  const rules = content.rules.filter(({ id }) => !off.has(id));
  const running = checkOwnRules({ ...content, rules }, packVersionOf(number));
  if (running.ok) return running.pack;
  throw rulesInvalid(running.faults.map(byId({ ...content, rules })));
}

/** The refusal of rules with faults; each says where it is and what to do. */
export function rulesInvalid(faults: readonly FieldFault[]): Invalid {
  const count = faults.length === 1 ? 'a fault' : `${faults.length} faults`;
  return new Invalid('rules-invalid', `The rules have ${count}.`, faults);
}

function faultsOfOff({ rules, off }: RulePackContent): FieldFault[] {
  const unknown = off.filter((id) => !rules.some((rule) => rule.id === id));
  return unknown.map((id) => ({ field: 'off', message: `There is no rule ${id} to switch off.` }));
}

/** Faults of form name the place in the list; people know the id of the rule. */
function byId({ rules, derived }: OwnRules) {
  const lists: Record<string, readonly (string | undefined)[]> = {
    rules: Array.isArray(rules) ? rules.map((rule: { id?: string }) => rule?.id) : [],
    derived: Array.isArray(derived) ? derived.map((one: { name?: string }) => one?.name) : [],
  };
  return ({ field, message }: FieldFault): FieldFault => {
    const [list = '', place = '', ...rest] = field.split('.');
    const id = /^\d+$/.test(place) ? lists[list]?.[Number(place)] : undefined;
    return { field: id === undefined ? field : [list, id, ...rest].join('.'), message };
  };
}
