import { Injectable } from '@nestjs/common';
import type { CaseAdvice } from '#cases';
import {
  clauseLabel,
  isCitationKey,
  isLeftToPolicy,
  messagingAdvice,
  MESSAGING_RULES,
  resolveCitation,
} from '#guidance';
import type { Actor } from '#identity';
import { EmployerPolicies, GuidanceReviews, type KeptPolicy, type RecheckIndex } from '#knowledge';

/** What guidance adds to advice that is shown: how current its sources are, and the employer's policy. */
export interface GuidanceOnCase {
  /** By the line that was kept with the advice, the line with the warnings of today. */
  readonly labels: Readonly<Record<string, string>>;
  readonly gists: readonly { readonly label: string; readonly gist: string }[];
  readonly employer: EmployerOnCase | null;
}

/** An employer's policy beside the national guidance, the policy first. */
export interface EmployerOnCase {
  readonly title: string | null;
  readonly messaging: string | null;
  readonly advice: readonly string[];
  readonly clauses: readonly { readonly label: string; readonly words: string }[];
  /** Employers whose policy can be looked at instead. */
  readonly others: readonly string[];
}

/** Reads what guidance adds to the advice on a case. */
@Injectable()
export class CaseGuidance {
  constructor(
    private readonly reviews: GuidanceReviews,
    private readonly policies: EmployerPolicies,
  ) {}

  /** @param employer whose policy is looked at; a trust looks at its own where none is named. */
  async of(actor: Actor, known: CaseAdvice, employer = ''): Promise<GuidanceOnCase> {
    const rechecks = await this.reviews.rechecks(actor);
    return { ...sourcesOf(known, rechecks), employer: await this.employer(actor, known, employer) };
  }

  private async employer(actor: Actor, known: CaseAdvice, employer: string) {
    const on = known.assessment?.assessedFor;
    if (on === undefined || known.facts['direction'] === 'about_doctor') return null;
    const all = await this.policies.list(actor);
    const policy = await this.policies.inForce(actor, employer, on);
    const others = [...new Set(all.map((one) => one.employer))].filter(
      (one) => one !== '' && one !== employer,
    );
    const isAsked = known.assessment!.recommendation.rules.some(({ cites }) =>
      cites.some(isLeftToPolicy),
    );
    return employerView({ policy, others, isMessaging: isMessaging(known), isAsked, on });
  }
}

function sourcesOf({ assessment }: CaseAdvice, rechecks: RecheckIndex) {
  if (!assessment) return { labels: {}, gists: [] };
  const { recommendation, assessedFor } = assessment;
  const lines = recommendation.sources.map(({ key, label, gist }) => {
    const now = isCitationKey(key) ? rechecks.label(resolveCitation(key, assessedFor)) : label;
    return { kept: label, label: now, gist };
  });
  return {
    labels: Object.fromEntries(lines.map(({ kept, label }) => [kept, label])),
    gists: lines.map(({ label, gist }) => ({ label, gist })),
  };
}

function isMessaging({ facts }: CaseAdvice): boolean {
  return (
    facts['platform'] === 'whatsapp' ||
    facts['incident_kind'] === 'messaging_misuse' ||
    facts['messaging_app_unapproved'] === true
  );
}

function employerView(given: {
  policy: KeptPolicy | undefined;
  others: readonly string[];
  isMessaging: boolean;
  /** Whether a rule that holds leaves the answer to the policy. */
  isAsked: boolean;
  on: string;
}): EmployerOnCase | null {
  const { policy, others, isMessaging: asksApp, isAsked, on } = given;
  if (!policy && !asksApp && !isAsked && others.length === 0) return null;
  return {
    title: policy ? `${policy.title}, edition ${policy.edition}` : null,
    messaging: policy ? MESSAGING_RULES[policy.messaging] : null,
    advice: asksApp ? messagingAdvice(policy, on).words : [],
    clauses: (policy?.clauses ?? []).map((clause) => ({
      label: clauseLabel(policy!, clause),
      words: clause.words,
    })),
    others,
  };
}
