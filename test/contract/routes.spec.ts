import { ModulesContainer } from '@nestjs/core';
import { listRoutes, type Route } from '../../apps/web/src/http/route-list.js';
import { WORDED_ACTIONS } from '../../apps/web/src/views/audit-words.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

/** Writes that leave no event of their own, and why. */
const UNRECORDED: Readonly<Record<string, string>> = {
  CalendarApi_foresee: 'shows which deadlines would move, and keeps nothing',
  CalendarPages_check: 'shows which deadlines would move, and keeps nothing',
  CheckAPostPages_check: 'reads a text before it is published and keeps nothing',
  DataProtectionPages_read: 'asks why, and leads to the page whose reading is recorded',
  DraftEditingApi_beat: 'says that somebody is at work, for a minute',
  DraftEditingApi_discard: 'gives up words of one’s own that were no version yet',
  DraftEditingApi_keep: 'keeps words of one’s own until they are saved; saving is recorded',
  DraftEditingApi_leave: 'says that somebody is no longer at work',
  DraftEditingApi_try: 'checks a text that is being typed and keeps nothing',
  DraftTypingPages_beat: 'says that somebody is at work, for a minute',
  DraftTypingPages_check: 'checks a text that is being typed and keeps nothing',
  DraftTypingPages_discard: 'gives up words of one’s own that were no version yet',
  DraftTypingPages_keep: 'keeps words of one’s own until they are saved; saving is recorded',
  DraftTypingPages_leave: 'says that somebody is no longer at work',
  DraftsPages_choose: 'shows the form of a new draft again in another name, and keeps nothing',
  NoticesApi_read: 'marks a notice of one’s own as read',
  NoticesApi_readAll: 'marks notices of one’s own as read',
  NoticesPages_read: 'marks a notice of one’s own as read',
  NoticesPages_readAll: 'marks notices of one’s own as read',
  PatientFactsPages_read: 'asks why, and leads to the page whose reading is recorded',
  PressTypingPages_beat: 'says that somebody is at work, for a minute',
  PressTypingPages_discard: 'gives up words of one’s own that were no version yet',
  PressTypingPages_keep: 'keeps words of one’s own until they are saved; saving is recorded',
  PressTypingPages_leave: 'says that somebody is no longer at work',
  RuleEditingPages_checkCondition: 'reads a condition that is being typed and keeps nothing',
  RulePacksApi_check: 'checks rules and keeps nothing',
  SignInPages_leave: 'ends the person’s own session and changes nothing else',
  TemplateWordingsApi_check: 'checks and tries a wording and keeps nothing',
  TriageApi_assessFacts: 'assesses facts without a case and keeps nothing',
  TriagePages_suppose: 'says what answers would come to and keeps nothing',
};

let test: TestApp;
let routes: Route[];

beforeAll(async () => {
  test = await startTestApp();
  routes = listRoutes(test.app.get(ModulesContainer));
});
afterAll(() => test?.close());

function breaking(rule: (route: Route) => boolean): string[] {
  return routes.filter((route) => !rule(route)).map(({ id }) => id);
}

describe('each route', () => {
  it('says who may use it', () => {
    expect(routes.length).toBeGreaterThan(15);
    expect(breaking(({ action }) => action !== undefined)).toEqual([]);
  });

  it('that changes something says what it leaves in the audit trail', () => {
    const unrecorded = routes.filter(({ method, action }) => method !== 'GET' && !action?.audit);
    expect(unrecorded.map(({ id }) => id).sort()).toEqual(Object.keys(UNRECORDED).sort());
  });

  it('has words for what it leaves in the audit trail', () => {
    const worded = new Set(WORDED_ACTIONS);
    expect(breaking(({ action }) => !action?.audit || worded.has(action.audit))).toEqual([]);
  });

  it('has a method and an address that no other route has', () => {
    const addresses = routes.map(
      ({ method, path }) => `${method} ${path.replaceAll(/:\w+/g, ':')}`,
    );
    expect(addresses.filter((address, index) => addresses.indexOf(address) !== index)).toEqual([]);
  });
});
