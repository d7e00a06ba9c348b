import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { type Case, CaseTasks, StepClocks } from '#cases';
import { addWorkingDays, calendarOf, civilDateIn, isJurisdiction, zoneOf } from '#deadlines';
import type { Actor } from '#identity';
import { Clock, newId } from '#kernel';
import { ReferralsRepository } from '../referrals.repository.js';
import { type Answers, countingAnswers } from './answers.js';
import type {
  ClockToRun,
  Consequences,
  ReferralToMake,
  TaskToMake,
  WorksheetKind,
} from './kind.js';
import { follows, type Worksheet } from './worksheet.js';

/** Who does what: the step whose consequences follow. */
interface Step {
  readonly actor: Actor;
  readonly found: Case;
  readonly worksheet: Worksheet;
}

/** Makes what a sign-off or a step calls for. Runs inside the unit of work of its caller. */
@Injectable()
export class WorksheetConsequences {
  constructor(
    private readonly tasks: CaseTasks,
    private readonly clocks: StepClocks,
    private readonly referrals: ReferralsRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Starts clocks, makes and finishes tasks and decides referrals, each where its condition holds. */
  async follow(
    actor: Actor,
    found: Case,
    {
      worksheet,
      kind,
      brings,
    }: { worksheet: Worksheet; kind: WorksheetKind; brings: Consequences },
  ): Promise<void> {
    const answers = countingAnswers(kind, worksheet.answers);
    const step = { actor, found, worksheet: { ...worksheet, answers } };
    for (const clock of brings.clocks ?? []) await this.run(step, clock);
    for (const task of brings.tasks ?? []) await this.make(step, task);
    for (const key of brings.finishes ?? []) await this.tasks.finishStep(actor, found, key);
    for (const referral of brings.referrals ?? []) await this.refer(step, referral);
  }

  private async make({ actor, found, worksheet }: Step, task: TaskToMake): Promise<void> {
    if (!follows(task.when, worksheet)) return;
    await this.tasks.make(actor, found, {
      title: task.title,
      dueOn: this.dueOn(found, task, worksheet.answers),
      assigneeId: null,
      origin: 'route',
      stepKey: `worksheet:${worksheet.id}:${task.key}`,
    });
  }

  private async run({ actor, found, worksheet }: Step, clock: ClockToRun): Promise<void> {
    if (!follows(clock.when, worksheet)) return;
    const { answers } = worksheet;
    const at = lineOf(answers, clock.startFrom);
    const noticedBy = lineOf(answers, clock.noticedByFrom);
    await this.clocks.run(actor, found, {
      deadline: clock.deadline,
      start: at === undefined ? undefined : { at, noticedBy },
      stated: lineOf(answers, clock.statedFrom),
    });
  }

  private async refer({ actor, found, worksheet }: Step, referral: ReferralToMake): Promise<void> {
    if (!follows(referral.when, worksheet)) return;
    const id = newId();
    const { route } = referral;
    const recipient = lineOf(worksheet.answers, referral.recipientFrom) ?? referral.recipient;
    const given = {
      id,
      route,
      recipient,
      reason: worksheet.decisionReason,
      worksheetId: worksheet.id,
    };
    const decided = { by: actor.personId, at: this.clock.now() };
    await this.referrals.insert(found, given, decided);
    const detail = { referral: id, route, worksheet: worksheet.id };
    await this.trail.record(actor, 'referral.made', { type: 'case', id: found.id }, detail);
  }

  private dueOn(found: Case, { dueOn, workingDays }: TaskToMake, answers: Answers): string | null {
    const day = lineOf(answers, dueOn)?.slice(0, 10);
    if (day !== undefined || workingDays === undefined) return day ?? null;
    const nation = isJurisdiction(found.jurisdiction) ? found.jurisdiction : 'england';
    const today = civilDateIn(this.clock.now(), zoneOf(nation));
    return addWorkingDays(today, workingDays, calendarOf(nation));
  }
}

function lineOf(answers: Answers, question: string | undefined): string | undefined {
  const answer = question === undefined ? undefined : answers[question];
  return typeof answer === 'string' ? answer : undefined;
}
