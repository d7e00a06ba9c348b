import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { Actor } from '#identity';
import type { Id } from '#kernel';
import { RulePackEditingService, RulePackReadingService } from '#knowledge';
import { faultOfCondition } from '#triage';
import { Action } from '../../http/action.js';
import { idParams } from '../../http/field-schemas.js';
import { FormOf } from '../../http/form-redisplay.js';
import { NotKept } from '../../http/not-kept.js';
import type { PageView } from '../../http/page-renderer.js';
import { CurrentActor } from '../../http/request-context.js';
import { type SeeOther, seeOther, View } from '../../http/view.interceptor.js';
import { conditionAnswer, ruleFileView, ruleView } from './rule.view.js';
import {
  atFields,
  conditionForm,
  type FileForm,
  fileForm,
  type RuleForm,
  ruleForm,
  ruleOf,
  type RuleParams,
  ruleParams,
  type SwitchForm,
  switchForm,
} from './rule.forms.js';

/** Prepares a change to the rules, one rule at a time or from a file. */
@Controller('admin/rules/packs')
export class RuleEditingPages {
  constructor(
    private readonly reading: RulePackReadingService,
    private readonly editing: RulePackEditingService,
  ) {}

  @Post()
  @Action({ permission: 'rule:propose', audit: 'rules.changed' })
  async prepare(@CurrentActor() actor: Actor): Promise<SeeOther> {
    const { id } = await this.editing.prepare(actor);
    return seeOther(`/admin/rules/packs/${id}`);
  }

  @Get(':id/rules/:rule')
  @Action({ permission: 'rule:propose' })
  @View('admin/rules/rule')
  async show(
    @CurrentActor() actor: Actor,
    @Param({ schema: ruleParams }) { id, rule }: RuleParams,
  ): Promise<PageView> {
    return ruleView(await this.reading.review(actor, id), rule);
  }

  @Post(':id/rules/:rule')
  @Action({ permission: 'rule:propose', audit: 'rules.changed' })
  @FormOf('/admin/rules/packs/:id/rules/:rule')
  async save(
    @CurrentActor() actor: Actor,
    @Param({ schema: ruleParams }) { id, rule: name }: RuleParams,
    @Body({ schema: ruleForm }) form: RuleForm,
  ): Promise<SeeOther> {
    const rule = ruleOf(form);
    const change = { rule, replaces: name === 'new' ? undefined : name };
    const seen = { id, version: form.version };
    await atFields(rule, this.editing.saveRule(actor, seen, change));
    return seeOther(`/admin/rules/packs/${id}`, `Rule ${rule.id} is saved in this version.`);
  }

  @Post(':id/switches')
  @Action({ permission: 'rule:propose', audit: 'rules.changed' })
  @FormOf('/admin/rules/packs/:id')
  async switchRule(
    @CurrentActor() actor: Actor,
    @Param({ schema: idParams }) { id }: { id: Id },
    @Body({ schema: switchForm }) { version, rule, to }: SwitchForm,
  ): Promise<SeeOther> {
    await this.editing.switchRule(actor, { id, version }, { rule, isOn: to === 'on' });
    return seeOther(`/admin/rules/packs/${id}`, `Rule ${rule} is switched ${to} in this version.`);
  }

  @Get(':id/upload')
  @Action({ permission: 'rule:propose' })
  @View('admin/rules/file')
  async file(
    @CurrentActor() actor: Actor,
    @Param({ schema: idParams }) { id }: { id: Id },
  ): Promise<PageView> {
    return ruleFileView(await this.reading.review(actor, id));
  }

  @Post(':id/upload')
  @Action({ permission: 'rule:propose', audit: 'rules.changed' })
  @FormOf('/admin/rules/packs/:id/upload')
  async upload(
    @CurrentActor() actor: Actor,
    @Param({ schema: idParams }) { id }: { id: Id },
    @Body({ schema: fileForm }) { version, file }: FileForm,
  ): Promise<SeeOther> {
    await this.editing.replaceAll(actor, { id, version }, file);
    return seeOther(`/admin/rules/packs/${id}`, 'This version has the rules of the file.');
  }

  /** For the script of the page: a condition as it is typed, in words or with its fault; keeps nothing. */
  @Post(':id/condition')
  @HttpCode(200)
  @NotKept()
  @Action({ permission: 'rule:propose' })
  async checkCondition(
    @CurrentActor() actor: Actor,
    @Param({ schema: idParams }) { id }: { id: Id },
    @Body({ schema: conditionForm }) { when }: { when: string },
  ) {
    const { pack } = await this.reading.review(actor, id);
    return conditionAnswer(when, pack, faultOfCondition(when, pack));
  }
}
