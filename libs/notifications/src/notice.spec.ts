import { toldOf } from './notice.js';

const [owner, cover, lead, other] = ['owner', 'cover', 'lead', 'other'].map((id) => ({ id }));
const keepers = { owner: owner!, cover: null, leadAdvisers: [], wallMembers: null };

describe('who is told that a clock runs out', () => {
  it('is the owner', () => {
    expect(toldOf(keepers)).toEqual([owner]);
  });

  it('is the cover as well while the owner is away', () => {
    expect(toldOf({ ...keepers, cover: cover! })).toEqual([owner, cover]);
  });

  it('is each lead adviser where nobody owns the case', () => {
    const leadAdvisers = [lead!, other!];
    expect(toldOf({ ...keepers, owner: null, leadAdvisers })).toEqual(leadAdvisers);
  });

  it('is never somebody outside the wall of the case', () => {
    const wallMembers = ['owner'];
    expect(toldOf({ ...keepers, cover: cover!, wallMembers })).toEqual([owner]);
    const unowned = { ...keepers, owner: null, leadAdvisers: [lead!, other!] };
    expect(toldOf({ ...unowned, wallMembers: ['lead'] })).toEqual([lead]);
  });
});
