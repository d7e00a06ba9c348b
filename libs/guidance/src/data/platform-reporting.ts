import type { PlatformReporting, Surface } from '../platform-reporting.js';
import { PLATFORMS_CHECKED_ON } from './platforms.js';

/** When the packs are to be read again: half a year after {@link PLATFORMS_CHECKED_ON}. */
const REVIEW_BY = '2027-05-31';

/** A careful limit of our own: no platform's form was measured. */
const CAREFUL_LIMIT = 2000;

const REMOVAL =
  'We ask you to remove the content, or to tell us which part of your rules allows it.';

type Given = Partial<PlatformReporting> & Pick<PlatformReporting, 'surfaces' | 'blocking'>;

function pack(given: Given): PlatformReporting {
  return {
    addressee: 'the moderators',
    request: REMOVAL,
    formLimit: CAREFUL_LIMIT,
    appeals: { most: null, how: 'Nobody has found out yet whether a decision can be appealed.' },
    levels: [{ key: 'site', who: 'the moderators of the site' }],
    warnings: [],
    helpCentre: null,
    checkedOn: PLATFORMS_CHECKED_ON,
    reviewBy: REVIEW_BY,
    ...given,
  };
}

type SurfaceBesides = Partial<Pick<Surface, 'goneAfterHours' | 'needsTimestamp'>>;

function surface(key: string, name: string, path: string, besides: SurfaceBesides = {}): Surface {
  return { key, name, path, goneAfterHours: null, needsTimestamp: false, ...besides };
}

const STORY = { goneAfterHours: 24 };
const TIMED = { needsTimestamp: true };
const STORY_WARNING = 'A story is gone after 24 hours. Capture it now, with its address and time.';
const GROUP_WARNING =
  'A closed group is not private: what is said there may be read by anybody. Never join a group to look.';
const PERSONAL_ACCOUNT = 'Nobody reports or replies from a doctor’s own account.';
const META_APPEAL = { most: 1, how: 'Ask for a review in the support inbox.' } as const;
const review = (path: string) => surface('review', 'Review', path);

/** How each platform takes reports. Written from general knowledge where the pack says unverified. */
export const REPORTING: Readonly<Record<string, PlatformReporting>> = {
  google_business: pack({
    surfaces: [
      review('Reviews Management Tool, or ⋮ beside the review, then “Report review”'),
      surface('photo', 'Photograph', 'Open the photograph, then “Report a problem”'),
    ],
    appeals: { most: 1, how: 'One appeal, in the Reviews Management Tool.' },
    warnings: ['Hiding a profile does not remove the reviews.'],
    blocking:
      'Reviews cannot be muted. Turn off e-mails about new reviews in the profile settings.',
    helpCentre: 'https://support.google.com/business/answer/4596773',
  }),
  facebook: pack({
    surfaces: [
      surface('post', 'Post on a profile', '⋯ on the post, then “Report post”'),
      surface('page_post', 'Post or review on a page', '⋯ on the post, then “Report post”'),
      surface('comment', 'Comment', '⋯ beside the comment, then “Report comment”'),
      surface('story', 'Story', '⋯ on the story, then “Report story”', STORY),
      surface('video', 'Video', '⋯ on the video, then “Report video”', TIMED),
      surface('profile', 'Profile', '⋯ on the profile, then “Report profile”'),
    ],
    appeals: META_APPEAL,
    warnings: [STORY_WARNING, PERSONAL_ACCOUNT],
    blocking:
      'Open the profile, then ⋯ and “Block”. “Snooze” and “Unfollow” mute without blocking.',
    helpCentre: 'https://www.facebook.com/help/reportlinks',
  }),
  instagram: pack({
    surfaces: [
      surface('post', 'Post', '⋯ on the post, then “Report”'),
      surface('comment', 'Comment', 'Press and hold the comment, then “Report this comment”'),
      surface('story', 'Story', '⋯ on the story, then “Report”', STORY),
      surface('video', 'Reel or video', '⋯ on the reel, then “Report”', TIMED),
      surface('profile', 'Profile', '⋯ on the profile, then “Report”; or the impersonation form'),
    ],
    appeals: META_APPEAL,
    warnings: [STORY_WARNING, PERSONAL_ACCOUNT],
    blocking: 'Open the profile, then ⋯ and “Restrict”, “Mute” or “Block”.',
    helpCentre: 'https://help.instagram.com/',
  }),
  facebook_group: pack({
    surfaces: [
      surface(
        'post',
        'Post in the group',
        '⋯ on the post, then “Report to admins”; next “Report post”',
      ),
      surface(
        'comment',
        'Comment in the group',
        '⋯ beside it, then “Report to admins”; next “Report comment”',
      ),
      surface('video', 'Video in the group', '⋯ on the video, then “Report to admins”', TIMED),
    ],
    levels: [
      { key: 'community', who: 'the admins of the group' },
      { key: 'site', who: 'Meta' },
    ],
    appeals: META_APPEAL,
    warnings: [
      GROUP_WARNING,
      'Use only what somebody in the group saw lawfully, and note the size of the group.',
    ],
    blocking: 'Mute the group in its notifications, or open the profile, then ⋯ and “Block”.',
    helpCentre: 'https://www.facebook.com/help/reportlinks',
  }),
  x: pack({
    surfaces: [
      surface('post', 'Post', '⋯ on the post, then “Report post”'),
      surface('reply', 'Reply or quote', '⋯ on the reply, then “Report post”'),
      surface('video', 'Video', '⋯ on the post, then “Report post”', TIMED),
      surface('profile', 'Account', '⋯ on the profile, then “Report”; or the impersonation form'),
    ],
    appeals: { most: 1, how: 'One appeal by the form of the help centre.' },
    warnings: [
      'Posts are public unless the account is protected. Note which it was when you captured it, and how often it was quoted or reposted.',
      PERSONAL_ACCOUNT,
    ],
    blocking:
      'Open the profile, then ⋯ and “Mute” or “Block”. A blocked account can see that it is blocked.',
    helpCentre: 'https://help.x.com/en/rules-and-policies',
  }),
  threads: pack({
    surfaces: [
      surface('post', 'Post', '⋯ on the post, then “Report”'),
      surface('reply', 'Reply', '⋯ on the reply, then “Report”'),
      surface('profile', 'Profile', '⋯ on the profile, then “Report”'),
    ],
    warnings: [PERSONAL_ACCOUNT],
    blocking: 'Open the profile, then ⋯ and “Mute”, “Restrict” or “Block”.',
    helpCentre: 'https://help.instagram.com/',
  }),
  bluesky: pack({
    surfaces: [
      surface('post', 'Post', '⋯ on the post, then “Report post”'),
      surface('reply', 'Reply', '⋯ on the reply, then “Report post”'),
      surface('profile', 'Account', '⋯ on the profile, then “Report account”'),
    ],
    warnings: ['Blocks are public there: anybody can look up who has blocked whom.'],
    blocking:
      'Open the profile, then ⋯ and “Mute account”. Muting is private; blocking can be seen.',
    helpCentre: 'https://bsky.social/about/support/community-guidelines',
  }),
  nhs_uk: pack({
    surfaces: [
      review(
        'Profile Manager, then “Report as unsuitable”: it is hidden at once and then reviewed',
      ),
    ],
    appeals: { most: 1, how: 'Write to the service desk of the NHS website.' },
    warnings: ['The review is hidden while it is looked at. It may come back.'],
    blocking: 'Reviews cannot be muted. Turn off alerts about new reviews in Profile Manager.',
    helpCentre: 'https://www.nhs.uk/our-policies/comments-policy/',
  }),
  care_opinion: pack({
    surfaces: [
      surface('story', 'Story', '“Is there a problem with this story?” under the story'),
      surface(
        'comment',
        'Response or update',
        '“Is there a problem with this story?” under the story',
      ),
    ],
    addressee: 'the editors',
    formLimit: null,
    appeals: { most: 1, how: 'Write to the editor.' },
    warnings: ['Moderators can reach the author when there is concern for their welfare.'],
    blocking: 'Stories cannot be muted. Turn off alerts in the subscription.',
    helpCentre: 'https://www.careopinion.org.uk/info/moderation',
  }),
  doctify: pack({
    surfaces: [review('“Flag” in the account of the practice')],
    appeals: { most: 1, how: 'Write to support.' },
    blocking: 'Reviews cannot be muted. Turn off alerts in the account.',
    helpCentre: 'https://www.doctify.com/',
  }),
  iwantgreatcare: pack({
    surfaces: [review('The alert link beside the review')],
    blocking: 'Reviews cannot be muted. Turn off alerts in the account.',
    helpCentre: 'https://www.iwantgreatcare.org/',
  }),
  trustpilot: pack({
    surfaces: [review('The flag in the business account: one reason at a time')],
    appeals: { most: 1, how: 'One dispute in the business account.' },
    warnings: [
      'Frequent reports that fail count against the business: choose one ground that holds.',
    ],
    blocking: 'Reviews cannot be muted. Turn off e-mails in the business account.',
    helpCentre: 'https://help.trustpilot.com/',
  }),
  reddit: pack({
    surfaces: [
      surface(
        'post',
        'Post',
        '⋯ on the post, then “Report”; or a message to the moderators of the community',
      ),
      surface('comment', 'Comment', '⋯ under the comment, then “Report”'),
      surface('message', 'Chat or message', 'Press and hold the message, then “Report”'),
    ],
    levels: [
      { key: 'community', who: 'the moderators of the community (subreddit)' },
      { key: 'site', who: 'the staff of Reddit, at reddit.com/report' },
    ],
    warnings: [
      'The moderators of a community are volunteers and not staff. They may publish what is written to them.',
    ],
    blocking:
      'Open the profile, then ⋯ and “Block account”. A community can be muted in its settings.',
    helpCentre: 'https://support.reddithelp.com/',
  }),
  tiktok: pack({
    surfaces: [
      surface('video', 'Video', 'Press and hold the video, then “Report”', TIMED),
      surface('comment', 'Comment', 'Press and hold the comment, then “Report”'),
      surface('story', 'Story', 'Press and hold the story, then “Report”', STORY),
      surface('profile', 'Account', 'Share symbol on the profile, then “Report”'),
    ],
    appeals: { most: 1, how: 'One appeal in the notice of the decision.' },
    warnings: [STORY_WARNING],
    blocking:
      'Open the profile, then the share symbol and “Block”. Comments can be filtered by words.',
    helpCentre: 'https://support.tiktok.com/',
  }),
  youtube: pack({
    surfaces: [
      surface(
        'video',
        'Video',
        '⋯ under the video, then “Report”; or the privacy complaint',
        TIMED,
      ),
      surface('comment', 'Comment', '⋮ beside the comment, then “Report”'),
      surface('profile', 'Channel', '“About” on the channel, then the flag'),
    ],
    warnings: [
      'Give the minute and second at which it happens.',
      'A privacy complaint comes from the person concerned or their legal representative.',
      'Legal requests may be published by the Lumen archive.',
    ],
    blocking: '“Don’t recommend channel” mutes it. On your own channel, hide the user.',
    helpCentre: 'https://support.google.com/youtube/answer/2802027',
  }),
  linkedin: pack({
    surfaces: [
      surface('post', 'Post', '⋯ on the post, then “Report post”'),
      surface('comment', 'Comment', '⋯ beside the comment, then “Report”'),
      surface('profile', 'Profile', '“More” on the profile, then “Report or block”'),
    ],
    appeals: { most: 1, how: 'One appeal by the link in the notice of the decision.' },
    warnings: ['Employers and colleagues read what stands there.'],
    blocking: '“More” on the profile, then “Report or block”. “Unfollow” mutes without blocking.',
    helpCentre: 'https://www.linkedin.com/help/linkedin/answer/a1344190',
  }),
  glassdoor: pack({
    surfaces: [review('The flag under the review')],
    blocking: 'Reviews cannot be muted. Turn off alerts in the employer account.',
    helpCentre: 'https://help.glassdoor.com/',
  }),
  ratemds: pack({
    surfaces: [review('The flag beside the review')],
    warnings: ['Documents are sent only with all patient data taken out.'],
    blocking: 'Reviews cannot be muted. Turn off alerts in the profile.',
    helpCentre: 'https://www.ratemds.com/',
  }),
  whatclinic: pack({
    surfaces: [review('“Dispute” in the account of the clinic')],
    blocking: 'Reviews cannot be muted. Turn off alerts in the account of the clinic.',
    helpCentre: 'https://www.whatclinic.com/',
  }),
  mumsnet: pack({
    surfaces: [
      surface('post', 'Post in a thread', '“Report” beside the post'),
      surface('message', 'Direct message', '“Report” in the message'),
    ],
    addressee: 'the moderators (MNHQ)',
    blocking: '“Hide thread” mutes it; “Hide user” hides all that somebody writes.',
    helpCentre: 'https://www.mumsnet.com/i/netiquette',
  }),
  netmums: pack({
    surfaces: [surface('post', 'Post in a thread', '⋯ beside the post, then “Report”')],
    blocking: 'Open the profile, then “Ignore user”.',
    helpCentre: 'https://www.netmums.com/',
  }),
  whatsapp: pack({
    surfaces: [
      surface('message', 'Message in a private chat', 'Press and hold the message, then “Report”'),
      surface(
        'group',
        'Message in a group',
        'Open the group, then “Report group”; speak to its admin first',
      ),
    ],
    warnings: [
      GROUP_WARNING,
      'Messages may disappear by themselves. Capture them now, and note how many are in the group and who is its admin.',
      'If a patient can be recognised, tell the data protection officer today.',
    ],
    blocking: 'Open the chat, then “Block”. A group can be muted or left; export the chat before.',
    helpCentre: 'https://faq.whatsapp.com/',
  }),
  newspaper_online: pack({
    surfaces: [
      surface(
        'article',
        'Article',
        'The editor, through the press office; then IPSO or the Press Ombudsman',
      ),
      surface('comment', 'Reader’s comment', 'The flag beside the comment'),
    ],
    addressee: 'the editor',
    formLimit: null,
    appeals: { most: 1, how: 'IPSO (United Kingdom) or the Press Ombudsman (Ireland).' },
    warnings: ['Everything to a newspaper goes through the press office.'],
    blocking: 'Comments cannot be muted. Ask the editor to close them.',
    helpCentre: 'https://www.ipso.co.uk/',
  }),
  blog: pack({
    surfaces: [
      surface(
        'page',
        'Page or post',
        'The author first, if that is safe; then the host’s abuse desk',
      ),
      surface(
        'comment',
        'Comment',
        'The author first, if that is safe; then the host’s abuse desk',
      ),
    ],
    addressee: 'the abuse desk',
    formLimit: null,
    warnings: ['Find the host by the address of the page. Never trace the author.'],
    blocking: 'A blog cannot be muted. Turn off alerts for it.',
  }),
  search_delisting: pack({
    surfaces: [
      surface('result', 'Search result', 'The form for removals under data protection law'),
    ],
    addressee: 'the team for removals',
    request:
      'We ask you to remove this address from the results for the name that the form gives, or to tell us why not.',
    appeals: {
      most: 1,
      how: 'The Information Commissioner (United Kingdom) or the Data Protection Commission (Ireland), then the court.',
    },
    warnings: [
      'The person concerned, or somebody whom they have authorised, signs the form. The page itself stays; only the result goes.',
    ],
    blocking: 'A result cannot be muted.',
    helpCentre: 'https://support.google.com/websearch/answer/4628134',
  }),
  other: pack({
    surfaces: [
      surface('forum', 'Community forum', 'Find who runs the site, then its contact for abuse'),
      surface(
        'professional',
        'Site for professionals',
        '“Report” beside the post, or the site’s own moderators',
      ),
      surface('app', 'App for sharing files', 'Find who runs the app, then its contact for abuse'),
      surface('page', 'Anything else', 'Find who runs the site, then its contact for abuse'),
    ],
    levels: [
      { key: 'community', who: 'the moderators of the community, if there are any' },
      { key: 'site', who: 'whoever runs the site' },
    ],
    warnings: [
      'Not everyone on a site for professionals is a doctor. What is written there can come out.',
      'Read the rules of the site before you report: there are no grounds in this pack.',
    ],
    blocking: 'Look for “Mute”, “Ignore” or “Block” beside the name.',
  }),
};
