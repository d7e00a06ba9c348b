import type { INestApplicationContext } from '@nestjs/common';
import { type CareSetting, type Case, CaseOpeningService, type Incident } from '#cases';
import { dayIn } from '#deadlines';
import { type Actor, scopeOfActor } from '#identity';
import { Clock } from '#kernel';
import { Transactions } from '#platform';
import type { Facts } from '#triage';
import { type Scenario, SCENARIOS } from './data/scenarios.js';

const DAY = 86_400_000;

/** Opens a case for each worked example, as an adviser would, with its facts answered. @returns how many. */
export async function openScenarios(app: INestApplicationContext, adviser: Actor): Promise<number> {
  const today = app.get(Clock).now();
  for (const scenario of SCENARIOS) {
    await app.get(Transactions).run(scopeOfActor(adviser), async () => {
      const opened = await app.get(CaseOpeningService).open(adviser, incidentOf(scenario, today));
      await answer(app, opened, scenario.facts);
    });
  }
  return SCENARIOS.length;
}

async function answer(app: INestApplicationContext, opened: Case, facts: Facts): Promise<void> {
  await app
    .get(Transactions)
    .query(`insert into triage_answers (case_id, organisation_id, facts) values ($1, $2, $3)`, [
      opened.id,
      opened.organisationId,
      JSON.stringify(facts),
    ]);
}

function incidentOf({ title, narrative, facts }: Scenario, today: Date): Incident {
  const text = (name: string, otherwise: string) => String(facts[name] ?? otherwise);
  const nation = text('jurisdiction', 'england');
  const ago = facts['first_published_days_ago'];
  const posted = typeof ago === 'number' ? new Date(today.getTime() - ago * DAY) : null;
  return {
    title,
    direction: text('direction', 'about_doctor') as Incident['direction'],
    kind: text('incident_kind', 'other'),
    platform: text('platform', 'other'),
    url: '',
    handle: '',
    postText: narrative,
    postedOn: posted && dayIn(posted, nation),
    seenOn: dayIn(today, nation),
    visibility: text('visibility', 'public') as Incident['visibility'],
    groupSize: null,
    sharing: 'unknown',
    jurisdiction: nation,
    setting: text('setting', 'none') as CareSetting,
    doctorName: '',
    doctorId: null,
    isUrgent: false,
  };
}
