import { type AuditEntry, AuditTrail } from '#audit';
import { type Actor, scopeOfActor } from '#identity';
import type { Id } from '#kernel';
import { Transactions } from '#platform';
import type { TestApp } from './test-app.js';

/** What was recorded about one subject, oldest first: its last hundred events. */
export function trailOf(test: TestApp, actor: Actor, subjectId: Id): Promise<AuditEntry[]> {
  return test.app.get(Transactions).run(scopeOfActor(actor), async () => {
    const trail = test.app.get(AuditTrail);
    const { items } = await trail.listOf(actor.organisationId, subjectId, { limit: 100 });
    return items.toReversed();
  });
}
