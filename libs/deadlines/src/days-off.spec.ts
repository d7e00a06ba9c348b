import { daysOffFor, NO_DAYS_OFF, withDayOff, withoutDayOff } from './days-off.js';

const added = { on: '2027-06-14', name: 'Proclaimed day' };
const closed = { on: '2027-06-15', name: 'Office closed' };
const days = withDayOff(withDayOff(NO_DAYS_OFF, 'scotland', added), 'office', closed);

describe('days that an organisation added', () => {
  it('count for the clocks of their own calendar', () => {
    expect(daysOffFor('sco_s1_5wd', 'scotland', days)).toEqual([added]);
    expect(daysOffFor('eng_complaint_ack_3wd', 'england', days)).toEqual([]);
  });

  it('count for the calendar that the rule names, where it names one', () => {
    const english = withDayOff(NO_DAYS_OFF, 'england_wales', added);
    expect(daysOffFor('s5_operator_48h', 'wales', english)).toEqual([added]);
  });

  it('leave every clock but our own goals as it is when the office is closed', () => {
    expect(daysOffFor('target_first_response', 'scotland', days)).toEqual([added, closed]);
    expect(daysOffFor('target_first_response', 'ireland', days)).toEqual([closed]);
    expect(daysOffFor('sco_ack_3wd', 'scotland', days)).not.toContain(closed);
  });

  it('are gone once they are taken away', () => {
    expect(withoutDayOff(days, 'scotland', added.on).holidays.scotland).toEqual([]);
    expect(withoutDayOff(days, 'office', closed.on).closures).toEqual([]);
  });
});
