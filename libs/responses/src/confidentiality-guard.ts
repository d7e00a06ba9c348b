import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { type Case, PatientFactsService } from '#cases';
import {
  type Audience,
  type CaseContext,
  type Channel,
  compileFacts,
  type EarlierText,
  GUARD_VERSION,
  type GuardReport,
  hashOf,
  inspectSafely,
  type InspectionRequest,
} from '#confidentiality';
import type { Actor } from '#identity';
import { SealBroken } from '#platform';
import { approvedSentences } from './approved-sentences.js';
import type { DraftInputs } from './draft.js';
import { emailsGiven, organisationContext } from './guard-context.js';
import type { TwoChecks } from './press/press-findings.js';
import type { PublishedBody } from './published-body.js';
import { TemplatesInForce } from './template-versions/templates-in-force.js';

/** Looks through one text. A class of its own, so that a test can let it fail. */
@Injectable()
export class Inspector {
  inspect(request: InspectionRequest): GuardReport {
    return inspectSafely(request);
  }
}

/** A text, how it goes out, and who will read it. */
export interface TextToCheck {
  readonly text: string;
  readonly channel: Channel;
  readonly audience: Audience;
}

/** What a text is held against. */
export interface HeldAgainst {
  readonly found: Case;
  /** The organisation, and the body in whose name the text goes out. */
  readonly bodies: readonly PublishedBody[];
  /** What of the case and of its post is public already. */
  readonly earlier?: readonly EarlierText[];
  /** The template that it was made from: sentences that stand in it word for word were approved before. */
  readonly templateId?: string;
  /** What was filled into that template. */
  readonly inputs?: DraftInputs;
}

/** What the template of a text vouches for: its sentences, and addresses that it has to give. */
interface Vouched {
  readonly approved: ReadonlySet<string>;
  readonly emails: readonly string[];
}

/** What stands beside a text while it is inspected. */
type Beside = Required<Pick<InspectionRequest, 'earlier' | 'approved'>>;

const NOTHING: Beside = { earlier: [], approved: new Set() };

/** Checks texts against what a case knows. What cannot be checked is blocked. */
@Injectable()
export class ConfidentialityGuard {
  constructor(
    private readonly facts: PatientFactsService,
    private readonly templates: TemplatesInForce,
    private readonly inspector: Inspector,
  ) {}

  /** Checks a text of a case. */
  async check(actor: Actor, text: TextToCheck, of: HeldAgainst): Promise<GuardReport> {
    return this.checkKnowing(actor, text, { ...of, ...(await this.vouchedFor(of)) });
  }

  /** Checks a text that belongs to no case. */
  checkAlone(
    text: TextToCheck,
    bodies: readonly PublishedBody[],
    beside: Partial<Beside> = {},
  ): GuardReport {
    return this.inspect({ ...text, ...NOTHING, ...beside }, organisationContext(bodies));
  }

  /** Checks a text with what its case knows and without it: the press office is shown no more than the second. */
  async checkTwice(actor: Actor, text: TextToCheck, of: HeldAgainst): Promise<TwoChecks> {
    const vouched = await this.vouchedFor(of);
    return {
      full: await this.checkKnowing(actor, text, { ...of, ...vouched }),
      alone: this.checkAlone(text, of.bodies, { approved: vouched.approved }),
    };
  }

  private async checkKnowing(
    actor: Actor,
    text: TextToCheck,
    { found, bodies, earlier = [], approved, emails }: HeldAgainst & Vouched,
  ): Promise<GuardReport> {
    try {
      const context = await this.facts.guardContext(actor, found);
      const clinicians = context.organisation?.clinicians ?? [];
      const known = { ...context, ...organisationContext(bodies, { clinicians, emails }) };
      return this.inspect({ ...text, earlier, approved }, known);
    } catch (error) {
      if (isUnreadable(error)) return couldNotCheck(text.text);
      throw error;
    }
  }

  /** A template that is no more in force, or cannot be read, vouches for nothing. */
  private async vouchedFor({ found, templateId, inputs }: HeldAgainst): Promise<Vouched> {
    const offered = templateId && (await this.templates.of(found.organisationId));
    const template = offered ? offered.find(templateId) : undefined;
    if (!template) return { approved: NOTHING.approved, emails: [] };
    return {
      approved: approvedSentences(template),
      emails: inputs ? emailsGiven(template, inputs) : [],
    };
  }

  private inspect(text: TextToCheck & Beside, context: CaseContext): GuardReport {
    try {
      const report = this.inspector.inspect({ ...text, facts: compileFacts(context) });
      return report.textHash === hashOf(text.text) ? report : couldNotCheck(text.text);
    } catch {
      return couldNotCheck(text.text);
    }
  }
}

/** Facts that are there and cannot be read: not the same as no facts. */
function isUnreadable(error: unknown): boolean {
  return error instanceof SealBroken || error instanceof SyntaxError || error instanceof z.ZodError;
}

function couldNotCheck(text: string): GuardReport {
  const finding = {
    rule: 'guard-could-not-check',
    start: 0,
    end: text.length,
    category: 'guard_failure',
    severity: 3,
    why: 'The text could not be checked, so it must not be sent.',
    citation: 'S.mdu',
    suggestion: '',
  } as const;
  return {
    verdict: 'block',
    findings: [finding],
    textHash: hashOf(text),
    guardVersion: GUARD_VERSION,
  };
}
