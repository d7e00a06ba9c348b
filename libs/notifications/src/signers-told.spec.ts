import { permissionsOf, type Role } from '#identity';
import type { PersonId } from '#kernel';
import { type AwaitedSignature, WORKSHEET_KINDS } from '#referrals';
import { signersTold } from './signers-told.js';

const person = (id: string, role: Role, extra: string[] = [], coverId: string | null = null) => ({
  id: id as PersonId,
  coverId: coverId as PersonId | null,
  permissions: permissionsOf(role, extra),
});

const waiting = (kind: string, besides: Partial<AwaitedSignature> = {}): AwaitedSignature => ({
  id: 'worksheet',
  caseId: 'case' as AwaitedSignature['caseId'],
  reference: 'PAR-26-7K4MX-3',
  kind: WORKSHEET_KINDS.find(({ id }) => id === kind)!,
  routes: [],
  ownerId: null,
  authors: [],
  lastAuthorId: 'somebody' as PersonId,
  wallMembers: null,
  ...besides,
});

describe('who is told that a worksheet waits for a signature', () => {
  it('is the owner of the case and their cover, where every adviser may sign', () => {
    const holders = [
      person('owner', 'adviser', [], 'cover'),
      person('cover', 'adviser'),
      person('third', 'adviser'),
    ];
    const ids = (of: AwaitedSignature) => signersTold(of, holders).map(({ id }) => id);
    expect(ids(waiting('no-engagement', { ownerId: 'owner' as PersonId }))).toEqual([
      'owner',
      'cover',
    ]);
    expect(ids(waiting('no-engagement'))).toEqual([]);
  });

  it('is nobody who could not open the case of it', () => {
    const right = ['worksheet:sign-legal'];
    const holders = [person('lawyer', 'adviser', right), person('officer', 'dpo', right)];
    const told = signersTold(waiting('legal-notice'), holders);
    expect(told.map(({ id }) => id)).toEqual(['lawyer']);
  });

  it('is the desk only on the cases of its route', () => {
    const holders = [person('officer', 'dpo')];
    expect(signersTold(waiting('data-breach'), holders)).toEqual([]);
    const routed = waiting('data-breach', { routes: ['monitor', 'data_protection'] });
    expect(signersTold(routed, holders)).toHaveLength(1);
  });
});
