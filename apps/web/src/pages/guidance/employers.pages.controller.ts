import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { MESSAGING_RULES, type PolicyClause } from '#guidance';
import { type Actor, can } from '#identity';
import { EmployerPolicies, type KeptPolicy } from '#knowledge';
import { clauseList, policyBody } from '../../api/guidance/guidance.dto.js';
import { Action } from '../../http/action.js';
import { idParams, text } from '../../http/field-schemas.js';
import { FormOf } from '../../http/form-redisplay.js';
import type { PageView } from '../../http/page-renderer.js';
import { CurrentActor } from '../../http/request-context.js';
import { type SeeOther, seeOther, View } from '../../http/view.interceptor.js';

/** One clause on each line: its number, a space, its words. */
const clauseLines = text('the clauses', 50_000)
  .default('')
  .transform((value) =>
    value
      .split('\n')
      .map(readClause)
      .filter((one) => one !== undefined),
  )
  .pipe(clauseList);

const policyForm = policyBody.extend({ clauses: clauseLines });
const changeForm = policyForm.extend({ version: z.coerce.number().int().min(1) });

const MESSAGING_OPTIONS = Object.entries(MESSAGING_RULES).map(([value, words]) => ({
  value,
  text: words,
}));

/** The policies of employers on social media. */
@Controller('employers')
export class EmployersPages {
  constructor(private readonly policies: EmployerPolicies) {}

  @Get()
  @Action({ permission: 'guidance:read' })
  @View('employers/list')
  async list(@CurrentActor() actor: Actor): Promise<PageView> {
    const mayChange = can(actor, 'organisation:manage');
    return {
      page: {
        title: 'Policies of employers',
        breadcrumbs: [{ text: 'Guidance', href: '/guidance' }],
      },
      mayChange,
      policies: (await this.policies.list(actor)).map((policy) => ({
        ...policy,
        name: nameOf(policy, actor),
        messagingWords: MESSAGING_RULES[policy.messaging],
        href: mayChange ? `/employers/${policy.id}` : undefined,
      })),
    };
  }

  @Get('new')
  @Action({ permission: 'organisation:manage' })
  @View('employers/form')
  start(@CurrentActor() actor: Actor): PageView {
    return formView('Add a policy', '/employers/new', actor);
  }

  @Post('new')
  @Action({ permission: 'organisation:manage', audit: 'employer-policy.added' })
  @FormOf('/employers/new')
  async add(
    @CurrentActor() actor: Actor,
    @Body({ schema: policyForm }) form: z.output<typeof policyForm>,
  ): Promise<SeeOther> {
    await this.policies.add(actor, form);
    return seeOther('/employers', `${form.title} is added.`);
  }

  @Get(':id')
  @Action({ permission: 'organisation:manage' })
  @View('employers/form')
  async show(
    @CurrentActor() actor: Actor,
    @Param({ schema: idParams }) { id }: { id: string },
  ): Promise<PageView> {
    const policy = await this.policies.get(actor, id);
    const clauses = policy.clauses.map(({ number, words }) => `${number} ${words}`).join('\n');
    return {
      ...formView('Change a policy', `/employers/${id}`, actor),
      version: policy.version,
      values: { ...policy, clauses },
    };
  }

  @Post(':id')
  @Action({ permission: 'organisation:manage', audit: 'employer-policy.changed' })
  @FormOf('/employers/:id')
  async change(
    @CurrentActor() actor: Actor,
    @Param({ schema: idParams }) { id }: { id: string },
    @Body({ schema: changeForm }) form: z.output<typeof changeForm>,
  ): Promise<SeeOther> {
    const { version, ...policy } = form;
    await this.policies.change(actor, id, version, policy);
    return seeOther('/employers', `${policy.title} is changed.`);
  }
}

function formView(title: string, action: string, actor: Actor): PageView {
  return {
    page: { title, backLink: { href: '/employers', text: 'Policies of employers' } },
    action,
    own: actor.organisationName,
    messaging: MESSAGING_OPTIONS,
  };
}

function nameOf({ employer }: KeptPolicy, actor: Actor): string {
  return employer || actor.organisationName;
}

function readClause(line: string): PolicyClause | undefined {
  const [number = '', ...words] = line.trim().split(/\s+/);
  return number ? { number, words: words.join(' ') } : undefined;
}
