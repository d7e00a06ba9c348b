import { findPlatform, groundLabel, listPlatforms, PLATFORM_KEYS } from './index.js';

describe('a platform pack', () => {
  it('is not found under a key that no platform has', () => {
    expect(findPlatform('myspace')).toBeUndefined();
    expect(findPlatform('constructor')).toBeUndefined();
  });

  it('has one key and one name for each of the 26 platforms', () => {
    expect(new Set(PLATFORM_KEYS).size).toBe(26);
    expect(new Set(listPlatforms().map((pack) => pack.name)).size).toBe(26);
  });

  it('keeps the limit of a reply only as unverified until somebody checks it', () => {
    expect(findPlatform('x')).toMatchObject({ replyLimit: 280, replyLimitVerified: false });
    expect(findPlatform('nhs_uk')).toMatchObject({ replyLimit: null });
  });

  it('never counts disagreement among the grounds for removal', () => {
    for (const pack of listPlatforms()) {
      expect(pack.grounds.filter((ground) => pack.notGrounds.includes(ground))).toEqual([]);
      expect(pack.chaseAfterWorkingDays).toBeGreaterThan(0);
    }
  });

  it('advises against a reply where any account could give it', () => {
    expect(findPlatform('mumsnet')?.publicReply.answer).toBe('advised_against');
    expect(findPlatform('facebook_group')?.publicReply.answer).toBe('no');
  });

  it('words a ground for people', () => {
    expect(groundLabel('personal_information')).toBe('personal information');
  });
});
