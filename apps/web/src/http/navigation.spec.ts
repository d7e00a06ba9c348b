import { type Actor, permissionsOf, ROLES } from '#identity';
import { newId, type OrganisationId, type PersonId } from '#kernel';
import { homeOf, navigationOf } from './navigation.js';

describe('the main navigation', () => {
  it.each(ROLES)('leads the %s to each page once, and begins at home', (role) => {
    const actor: Actor = {
      organisationId: newId() as OrganisationId,
      organisationName: 'Any',
      organisationKind: 'mdo',
      personId: newId() as PersonId,
      name: 'Anybody',
      role,
      permissions: permissionsOf(role),
      tokenId: null,
    };
    const hrefs = navigationOf(actor, '/').map(({ href }) => href);
    expect(hrefs).toEqual([...new Set(hrefs)]);
    expect(hrefs[0]).toBe(homeOf(actor));
  });
});
