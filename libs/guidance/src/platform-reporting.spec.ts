import {
  CAPTURE_FIRST,
  findGround,
  findPlatform,
  groundsOf,
  isOverdue,
  listPlatforms,
  notJudgedBy,
  reportingOf,
} from './index.js';

const packs = listPlatforms().map((pack) => [pack.key, pack] as const);

describe('how a platform takes reports', () => {
  it.each(packs)(
    '%s says it for people: surfaces, grounds, limits, dates (seeds row 55)',
    (_, pack) => {
      const reporting = reportingOf(pack.key);
      expect(reporting.surfaces.length).toBeGreaterThan(0);
      expect(new Set(reporting.surfaces.map(({ key }) => key)).size).toBe(
        reporting.surfaces.length,
      );
      expect(reporting.levels.length).toBeGreaterThan(0);
      expect(reporting.blocking).toMatch(/\.$/);
      expect(reporting.checkedOn < reporting.reviewBy).toBe(true);
      for (const { heading, words, explanation } of groundsOf(pack)) {
        expect(`${heading} ${words} ${explanation}`).not.toMatch(/_|undefined/);
        expect(explanation).toMatch(/\.$/);
      }
      expect(notJudgedBy(pack).join()).not.toContain('_');
    },
  );

  it.each(packs)('%s is the generic pack only where it is unknown', (key) => {
    expect(reportingOf(key) === reportingOf('nobody knows this one')).toBe(key === 'other');
  });

  it('has no ground under a key of every object, and none of another platform', () => {
    expect(findGround('x', 'constructor')).toBeUndefined();
    expect(findGround('x', 'over_2_years')).toBeUndefined();
    expect(findGround('instagram', 'threats')?.heading).toBe('Violence or threats of violence');
    expect(findGround('x', 'private_information')?.heading).toBe('Private information');
  });

  it('goes another way for each surface of Facebook (seeds row 44)', () => {
    const { surfaces } = reportingOf('facebook');
    expect(surfaces.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['post', 'page_post', 'comment', 'story', 'video', 'profile']),
    );
    expect(new Set(surfaces.map(({ path }) => path)).size).toBeGreaterThan(4);
  });

  it.each(['reddit', 'facebook_group'])(
    'asks the community of %s before the site (seeds rows 44, 50)',
    (key) => {
      expect(reportingOf(key).levels.map((level) => level.key)).toEqual(['community', 'site']);
    },
  );

  it('warns that posts on X are public unless protected, and employers read LinkedIn (seeds rows 45, 46)', () => {
    expect(reportingOf('x').warnings.join()).toContain('unless the account is protected');
    expect(reportingOf('linkedin').warnings.join()).toContain('Employers');
  });

  it('needs the time in a video, on YouTube video but not on a comment (seeds row 47)', () => {
    const { surfaces } = reportingOf('youtube');
    const timed = surfaces.filter(({ needsTimestamp }) => needsTimestamp).map(({ key }) => key);
    expect(timed).toEqual(['video']);
  });

  it.each(['instagram', 'facebook'])(
    'warns that a story on %s is gone after 24 hours (seeds row 48)',
    (key) => {
      const story = reportingOf(key).surfaces.find((surface) => surface.key === 'story');
      expect(story?.goneAfterHours).toBe(24);
      expect(reportingOf(key).warnings.join()).toContain('Capture it now');
    },
  );

  it('warns of disappearing messages and patients in groups (seeds row 49)', () => {
    const words = reportingOf('whatsapp').warnings.join();
    expect(words).toContain('disappear');
    expect(words).toContain('data protection officer');
  });

  it('warns that not everybody on a site for professionals is a doctor (seeds rows 51, 52 and 97)', () => {
    expect(reportingOf('other').warnings.join()).toContain('Not everyone');
    expect(groundsOf(findPlatform('other')!)).toEqual([]);
  });

  it('sends a report on a blog to its author or host (seeds row 53)', () => {
    expect(reportingOf('blog').surfaces[0]?.path).toContain('host');
  });

  it('keeps proof of identity out of the text on impersonation (seeds row 66)', () => {
    expect(findGround('facebook', 'impersonation')?.caution).toContain('never goes into this text');
  });

  it('tells to keep a copy before anything is blocked (seeds row 8)', () => {
    expect(CAPTURE_FIRST).toMatch(/^First keep a copy/);
  });

  it('is overdue from the day after it should have been read again', () => {
    expect(isOverdue({ reviewBy: '2027-05-31' }, '2027-05-31')).toBe(false);
    expect(isOverdue({ reviewBy: '2027-05-31' }, '2027-06-01')).toBe(true);
  });
});
