import * as fc from 'fast-check';
import { compareAccounts } from './compared-accounts.js';

const TO_HR =
  'I saw the comment on Monday 2 March 2026. I replied to the comment at 09:30. I never met her.';

describe('two accounts of the same events', () => {
  it.each([
    ['date', 'I saw the comment on 3 March 2026.'],
    ['weekday', 'I saw the comment on Tuesday.'],
    ['time', 'I replied to the comment at 10.30am.'],
  ])('differ where one names another %s (seeds row 34)', (sort, other) => {
    expect(compareAccounts(TO_HR, other)).toMatchObject([{ sort, other }]);
  });

  it('differ where one gives another number, or denies what the other says (seeds row 34)', () => {
    const [five, six] = [
      'I deleted five replies that evening.',
      'I deleted 6 replies that evening.',
    ];
    expect(compareAccounts(five, six)).toMatchObject([{ sort: 'number', own: five, other: six }]);
    const [said, denied] = [
      'I apologised to the patient afterwards.',
      'I did not apologised to the patient afterwards.',
    ];
    expect(compareAccounts(said, denied)).toMatchObject([{ sort: 'denial' }]);
  });

  it('agree where the same day and hour are written another way', () => {
    const other = 'I saw the comment on 02/03/2026. I replied to the comment at 9.30 am.';
    expect(compareAccounts(TO_HR, other)).toEqual([]);
    expect(compareAccounts('The ward closed at 5pm.', 'The ward closed at 17:00.')).toEqual([]);
  });

  it('are not held against each other where they speak of other things', () => {
    expect(compareAccounts(TO_HR, 'My training began on 4 August 2019.')).toEqual([]);
  });

  it('never differ from themselves, whatever they say', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), (text) =>
        compareAccounts(text, text).every(({ own, other }) => own !== other),
      ),
    );
  });
});
