import * as fc from 'fast-check';
import type { Case } from '#cases';
import { compileFacts, inspectSafely } from '#confidentiality';
import { findPlatform, groundsOf, listPlatforms, reportingOf } from '#guidance';
import { newId } from '#kernel';
import { renderDraft } from './draft-facts.js';
import type { DraftInputs } from './draft.js';
import { faultsOfReport, type ReportSources, writeReport } from './index.js';
import { lengthFault } from './moderator-report.js';
import type { PublishedBody } from './published-body.js';
import { fullFacts, shippedCatalogue } from './template-fixtures.js';

const catalogue = shippedCatalogue();
const template = catalogue.find('T-MODERATOR')!;

const POST = 'Rude. Dr Lee lives at 4 Elm Row and I know when he is out. Avoid.';
const sources: ReportSources = {
  platform: 'google_business',
  ground: 'personal_information',
  post: {
    url: 'https://maps.example/review/1',
    handle: 'angrybird',
    postedOn: '2026-01-02',
    timestamp: '',
    quotes: ['lives at 4 Elm Row'],
  },
};

const textOf = (given: ReportSources) => {
  const rendering = writeReport(template, given);
  return rendering.state === 'rendered' ? rendering.text : JSON.stringify(rendering.faults);
};

describe('a report to moderators', () => {
  it('is refused without a ground, in words (N08)', () => {
    for (const ground of ['', 'negative_opinion', 'constructor']) {
      const faults = faultsOfReport({ ...sources, ground }, POST);
      expect(faults).toEqual([
        expect.objectContaining({
          field: 'ground.key',
          message: expect.stringContaining('A negative opinion is none'),
        }),
      ]);
    }
  });

  it('is refused on a ground of another platform', () => {
    const faults = faultsOfReport({ ...sources, ground: 'over_2_years' }, POST);
    expect(faults.map(({ field }) => field)).toEqual(['ground.key']);
  });

  it('is refused on a site of which nobody knows the rules, and says what comes first (seeds row 52)', () => {
    const [fault] = faultsOfReport({ ...sources, platform: 'other', ground: 'spam' }, POST);
    expect(fault?.message).toContain('Find out who runs it');
  });

  it('quotes only what stands in the post', () => {
    const quotes = ['lives at 4 Elm Row', 'He was never my doctor'];
    const faults = faultsOfReport({ ...sources, post: { ...sources.post, quotes } }, POST);
    expect(faults.map(({ field }) => field)).toEqual(['post.quotes']);
    expect(faultsOfReport(sources, POST)).toEqual([]);
  });

  it('is refused when it is longer than the form of the platform takes', () => {
    const limit = reportingOf('google_business').formLimit!;
    const quotes = ['long '.repeat(limit / 5)];
    expect(writeReport(template, { ...sources, post: { ...sources.post, quotes } })).toMatchObject({
      state: 'stopped',
      faults: [{ field: 'post.quotes', message: expect.stringContaining('2,000') }],
    });
    expect(lengthFault('google_business', 'x'.repeat(limit))).toBeUndefined();
    expect(lengthFault('newspaper_online', 'x'.repeat(9000))).toBeUndefined();
  });

  it('names the rule as the platform does, and gives the time in a video (seeds rows 2, 9, 47)', () => {
    const post = { ...sources.post, timestamp: '1:23', quotes: [] };
    const text = textOf({ platform: 'youtube', ground: 'harassment', post });
    expect(text).toContain('Rule: Harassment or bullying');
    expect(text).toContain('At: 1:23');
    expect(text).not.toContain('words in question');
  });

  it('asks a search engine to stop showing the address', () => {
    const text = textOf({ ...sources, platform: 'search_delisting', ground: 'outdated' });
    expect(text).toContain('remove this address from the results');
    expect(text).toContain('Rule: The information is out of date');
  });
});

/** Any case about the same post: whatever else is known of it differs. */
function anyOther(): fc.Arbitrary<{ found: Case; body: PublishedBody; adviserName: string }> {
  const words = fc.string({ maxLength: 60 });
  return fc
    .record({
      title: words,
      kind: words,
      doctorName: words,
      reference: words,
      before: words,
      after: words,
      name: words,
      phone: words,
      adviserName: words,
      jurisdiction: fc.constantFrom('england', 'ireland'),
      visibility: fc.constantFrom('public', 'closed_group', 'private_message'),
      routes: fc.array(words, { maxLength: 3 }),
      reason: words,
      isUrgent: fc.boolean(),
      seenOn: fc.constantFrom('2026-01-03', '2026-02-03'),
    })
    .map(({ before, after, name, phone, adviserName, routes, reason, ...rest }) => ({
      found: {
        ...rest,
        id: newId(),
        alsoRoutes: routes,
        primaryRoute: routes[0] ?? null,
        closingReason: reason,
        outcome: reason,
        setting: reason,
        direction: 'both',
        platform: sources.platform,
        url: sources.post.url,
        handle: sources.post.handle,
        postedOn: sources.post.postedOn,
        postText: `${before}\n${POST}\n${after}`,
      } as unknown as Case,
      body: { ...fullFacts(template)['organisation'], id: newId(), name, phone } as never,
      adviserName,
    }));
}

describe('what reaches a report', () => {
  const given: DraftInputs = {
    inputs: {},
    facts: { 'ground.key': sources.ground, 'post.quotes': 'lives at 4 Elm Row' },
  };

  it('is the post and the ground, and nothing else of a case, to the byte (seeds row 2)', () => {
    const words = textOf(sources);
    fc.assert(
      fc.property(anyOther(), (other) => {
        expect(renderDraft(template, other, given).rendering).toEqual({
          state: 'rendered',
          text: words,
        });
      }),
      { numRuns: 1000 },
    );
  });

  it('is noticed by this trial when the post itself is another', () => {
    const [other] = fc.sample(anyOther(), 1);
    const found = { ...other!.found, handle: 'somebody_else' };
    const { rendering } = renderDraft(template, { ...other!, found }, given);
    expect(rendering).not.toMatchObject({ text: textOf(sources) });
  });

  it('is never a fact that somebody types in', () => {
    const [other] = fc.sample(anyOther(), 1);
    const typed = {
      ...given,
      facts: { ...given.facts, 'ground.explanation': 'She was seen here' },
    };
    expect(renderDraft(template, other!, typed).rendering).toMatchObject({
      state: 'stopped',
      faults: [{ field: 'facts.ground.explanation' }],
    });
  });
});

describe('the guard, reading for a platform,', () => {
  const known = compileFacts({
    jurisdiction: 'england',
    organisation: { name: 'Larkfield Surgery', clinicians: ['Dr Lee'] } as never,
    patient: { names: ['Mary Kelly'], identifiers: { nhs: '943 476 5919' } } as never,
    conditions: ['asthma'],
    post: { handle: 'angrybird', url: sources.post.url, date: '2026-01-02', text: POST },
  } as never);
  const inspect = (text: string) =>
    inspectSafely({ text, channel: 'moderator_report', audience: 'platform', facts: known });

  it.each(
    listPlatforms().flatMap((pack) => groundsOf(pack).map(({ id }) => [pack.key, id] as const)),
  )('lets the report to %s on %s through', (platform, ground) => {
    const text = textOf({ platform, ground, post: { ...sources.post, quotes: [] } });
    const { findings } = inspect(text);
    expect(findings.map(({ rule, start, end }) => `${rule}: ${text.slice(start, end)}`)).toEqual(
      [],
    );
  });

  it('stops a number of identity that was quoted (seeds row 66)', () => {
    const post = { ...sources.post, quotes: ['NHS number 943 476 5919'] };
    expect(inspect(textOf({ ...sources, post })).verdict).toBe('block');
  });

  it('knows each of the 26 platforms by its pack', () => {
    expect(listPlatforms().every(({ key }) => findPlatform(key) !== undefined)).toBe(true);
    expect(listPlatforms()).toHaveLength(26);
  });
});
