import type { GroundWords } from '../platform-reporting.js';

const CAUTION =
  'Judge by the page alone. Nobody looks into a record for this report, and it never says whether the writer is known to us.';

/**
 * The grounds of all platforms in people's words. `heading` is the usual name of the rule; a platform that
 * calls it otherwise has its own name in {@link GROUND_HEADINGS}. `explanation` goes into the report: it says
 * what can be seen on the page, of nobody in particular.
 */
export const GROUND_WORDS: Readonly<Record<string, GroundWords>> = {
  abuse_harassment: {
    heading: 'Abuse and harassment',
    words: 'It insults or pursues somebody',
    explanation: 'The content insults or pursues a person and goes beyond criticism.',
  },
  abusive: {
    heading: 'Abusive content',
    words: 'It is abusive',
    explanation: 'The content uses abusive words and goes beyond criticism.',
  },
  accuracy: {
    heading: 'Accuracy',
    words: 'It states something as a fact that is not so',
    explanation: 'The content states as a fact what public sources show to be wrong.',
  },
  accusation_of_crime: {
    heading: 'Accusation of a crime',
    words: 'It accuses somebody of a crime',
    explanation: 'The content accuses a person of a crime, which your rules keep out.',
  },
  anti_vaccination: {
    heading: 'Anti-vaccination content',
    words: 'It campaigns against vaccination',
    explanation: 'The content campaigns against vaccination, which your rules keep out.',
  },
  bullying: {
    heading: 'Bullying',
    words: 'It bullies somebody',
    explanation: 'The content bullies a person and goes beyond criticism.',
  },
  bullying_harassment: {
    heading: 'Bullying or harassment',
    words: 'It bullies or pursues somebody',
    explanation: 'The content bullies or pursues a person and goes beyond criticism.',
  },
  confidential: {
    heading: 'Confidential information',
    words: 'It gives away internal information of an organisation',
    explanation: 'The content gives away internal information that is not public.',
  },
  conflict_of_interest: {
    heading: 'Conflict of interest',
    words: 'The page itself shows that it comes from a rival or from staff',
    explanation: 'The page shows an interest of the writer that your rules keep out.',
    caution: CAUTION,
  },
  defamation: {
    heading: 'Defamation',
    words: 'It states something damaging as a fact',
    explanation: 'The content states something damaging about a person as a fact.',
  },
  defamatory: {
    heading: 'Defamatory content',
    words: 'It states something damaging as a fact',
    explanation: 'The content states something damaging about a person as a fact.',
  },
  defamatory_risk: {
    heading: 'Content that may be defamatory',
    words: 'It may be defamatory',
    explanation: 'The content states something damaging about a person as a fact.',
  },
  demonstrably_inaccurate_or_outdated: {
    heading: 'Inaccurate or out of date',
    words: 'A public source shows that it is wrong or out of date',
    explanation: 'A public source shows that the content is wrong or out of date.',
  },
  discrimination: {
    heading: 'Discrimination',
    words: 'It attacks people for what they are',
    explanation: 'The content attacks people for a protected characteristic.',
  },
  excessive: {
    heading: 'Excessive',
    words: 'The result shows more about somebody than its purpose needs',
    explanation: 'The result shows more about a person than its purpose needs.',
  },
  fake: {
    heading: 'Fake content',
    words: 'The page itself shows that it is not genuine',
    explanation: 'The page gives reason to doubt that the content is genuine.',
    caution: CAUTION,
  },
  false_profile: {
    heading: 'Fake profile',
    words: 'The account pretends to be somebody else',
    explanation: 'The account uses the name or picture of a person without agreement.',
  },
  formal_complaint_or_serious_accusation: {
    heading: 'Formal complaint or serious accusation',
    words: 'It is a formal complaint, or accuses somebody of something grave',
    explanation: 'The content makes an accusation that belongs in a formal process.',
  },
  harassing: {
    heading: 'Harassment',
    words: 'It pursues somebody',
    explanation: 'The content pursues a person and goes beyond criticism.',
  },
  harassment: {
    heading: 'Bullying or harassment',
    words: 'It insults or pursues somebody',
    explanation: 'The content insults or pursues a person and goes beyond criticism.',
  },
  harassment_by_journalist: {
    heading: 'Harassment',
    words: 'A journalist pursues somebody who has asked them to stop',
    explanation: 'The journalist went on after being asked to stop.',
  },
  harmful_illegal: {
    heading: 'Harmful or illegal',
    words: 'It holds hate, threats, obscenity or defamation',
    explanation: 'The content falls under harmful or illegal content in your rules.',
  },
  hate: {
    heading: 'Hate speech',
    words: 'It attacks people for what they are',
    explanation: 'The content attacks people for a protected characteristic.',
  },
  hateful_conduct: {
    heading: 'Hateful conduct',
    words: 'It attacks people for what they are',
    explanation: 'The content attacks people for a protected characteristic.',
  },
  host_terms: {
    heading: 'Breach of your terms',
    words: 'It breaks the terms of the company that hosts the page',
    explanation: 'The content breaks your own terms of service.',
  },
  identifiable_info: {
    heading: 'Identifying information',
    words: 'It gives details by which somebody can be recognised',
    explanation: 'The content gives details by which a person can be recognised.',
  },
  identifies_individual_in_criticism: {
    heading: 'Identifies an individual',
    words: 'It criticises a person by name',
    explanation: 'The content criticises a person who can be recognised from it.',
  },
  impersonation: {
    heading: 'Impersonation',
    words: 'The account pretends to be somebody else',
    explanation: 'The account uses the name or picture of a person without agreement.',
    caution:
      'Proof of identity goes into the platform’s own form, by the person concerned. It never goes into this text.',
  },
  inaccurate: {
    heading: 'Inaccurate',
    words: 'What the result shows is wrong',
    explanation: 'A public source shows that the content behind the result is wrong.',
  },
  intimate_images: {
    heading: 'Intimate images',
    words: 'It shows somebody’s body without agreement',
    explanation: 'The content shows an intimate image without agreement.',
  },
  irrelevant: {
    heading: 'No longer relevant',
    words: 'The result has nothing to do with the person’s present role',
    explanation: 'The content behind the result is of no interest to the public any more.',
  },
  libel: {
    heading: 'Libel',
    words: 'It states something damaging as a fact',
    explanation: 'The content states something damaging about a person as a fact.',
  },
  medical_advice: {
    heading: 'Medical advice',
    words: 'It gives medical advice to readers',
    explanation: 'The content gives advice to readers that your rules keep out.',
  },
  misinformation: {
    heading: 'Misinformation',
    words: 'It spreads something false',
    explanation: 'The content states as a fact what public sources show to be wrong.',
  },
  misleading: {
    heading: 'Misleading content',
    words: 'It misleads readers',
    explanation: 'The content misleads readers about what is publicly known.',
  },
  names_non_executive: {
    heading: 'Names an individual',
    words: 'It names somebody below the top of an organisation',
    explanation: 'The content names a person who is not at the head of the organisation.',
  },
  names_or_identifies_anyone: {
    heading: 'Names or identifies a person',
    words: 'It names somebody or makes them recognisable',
    explanation: 'The content names a person or makes them recognisable.',
  },
  non_consensual_nudity: {
    heading: 'Non-consensual nudity',
    words: 'It shows somebody’s body without agreement',
    explanation: 'The content shows an intimate image without agreement.',
  },
  not_a_patient: {
    heading: 'Not a genuine review',
    words: 'The page itself shows that it is not a genuine review',
    explanation: 'The page gives reason to doubt that this is a genuine review.',
    caution: CAUTION,
  },
  not_about_visit: {
    heading: 'Not about an experience',
    words: 'It is about something other than an experience there',
    explanation: 'The content is about something other than an experience.',
    caution: CAUTION,
  },
  not_an_episode_of_care: {
    heading: 'Not about an experience of care',
    words: 'It is about something other than an experience of care',
    explanation: 'The content is about something other than an experience.',
    caution: CAUTION,
  },
  not_genuine_experience: {
    heading: 'Not based on a genuine experience',
    words: 'The page itself shows that it is not about an own experience',
    explanation: 'The page gives reason to doubt that the content rests on an experience.',
    caution: CAUTION,
  },
  not_honest: {
    heading: 'Not honest',
    words: 'The page itself shows that it is not honest',
    explanation: 'The page gives reason to doubt that the content is honest.',
    caution: CAUTION,
  },
  not_own_experience: {
    heading: 'Not the writer’s own experience',
    words: 'The page itself shows that it tells what others experienced',
    explanation: 'The content tells what other people are said to have experienced.',
    caution: CAUTION,
  },
  not_staff: {
    heading: 'Not from staff',
    words: 'The page itself shows that it does not come from staff',
    explanation: 'The page gives reason to doubt that the content comes from staff.',
    caution: CAUTION,
  },
  obscene: {
    heading: 'Obscene content',
    words: 'It is obscene',
    explanation: 'The content is obscene.',
  },
  off_topic: {
    heading: 'Off topic',
    words: 'It is not about the place it stands under',
    explanation: 'The content is not about the place under which it stands.',
  },
  offensive: {
    heading: 'Offensive content',
    words: 'It is offensive',
    explanation: 'The content uses offensive words and goes beyond criticism.',
  },
  other_business: {
    heading: 'For another business',
    words: 'It is about somebody else',
    explanation: 'The content is about another organisation.',
  },
  outdated: {
    heading: 'Out of date',
    words: 'It is about something long past',
    explanation: 'The content behind the result is about something long past.',
  },
  over_2_years: {
    heading: 'Older than two years',
    words: 'It is about something more than two years ago',
    explanation: 'The content says of itself that it is about a time over two years ago.',
  },
  over_3_years: {
    heading: 'Older than three years',
    words: 'It is about something more than three years ago',
    explanation: 'The content says of itself that it is about a time over three years ago.',
  },
  personal_attack: {
    heading: 'Personal attack',
    words: 'It attacks a person and not what they say',
    explanation: 'The content attacks a person and not what was said or done.',
  },
  personal_information: {
    heading: 'Personal information',
    words: 'It shows private details of somebody',
    explanation: 'The content shows private details of a person.',
  },
  prejudices_open_process: {
    heading: 'Affects an open process',
    words: 'It may affect an inquiry or a court',
    explanation: 'The content may affect a process that is still open.',
  },
  privacy: {
    heading: 'Privacy',
    words: 'It shows private details of somebody',
    explanation: 'The content shows private details of a person.',
  },
  privacy_uniquely_identifiable: {
    heading: 'Privacy: uniquely identifiable person',
    words: 'Somebody can be recognised by face, voice, name or private details',
    explanation: 'The content makes a person uniquely identifiable.',
  },
  private_info: {
    heading: 'Private information',
    words: 'It shows private details of somebody',
    explanation: 'The content shows private details of a person.',
  },
  private_information: {
    heading: 'Private information',
    words: 'It shows private details of somebody',
    explanation: 'The content shows private details of a person.',
  },
  profanity: {
    heading: 'Profanity',
    words: 'It is full of swearing',
    explanation: 'The content uses obscene or offensive words.',
  },
  promotion: {
    heading: 'Promotion',
    words: 'It advertises something',
    explanation: 'The content advertises something.',
  },
  promotional: {
    heading: 'Advertising or promotional',
    words: 'It advertises something',
    explanation: 'The content advertises something.',
  },
  safeguarding: {
    heading: 'Safeguarding concern',
    words: 'Somebody may be at risk of harm',
    explanation: 'The content suggests that a person may be at risk of harm.',
    caution: 'Tell the safeguarding lead first. A report to the site does not replace that.',
  },
  spam: {
    heading: 'Spam',
    words: 'It is spam',
    explanation: 'The content is spam.',
  },
  spam_fake: {
    heading: 'Spam or fake content',
    words: 'It is spam, or the page itself shows that it is not genuine',
    explanation: 'The page gives reason to doubt that the content is genuine.',
    caution: CAUTION,
  },
  synthetic_likeness: {
    heading: 'Altered or synthetic content',
    words: 'It is made to look or sound like somebody',
    explanation: 'The content is made to look or sound like a real person.',
  },
  synthetic_media: {
    heading: 'Synthetic and manipulated media',
    words: 'A picture, voice or video is made up or changed to mislead',
    explanation: 'The content is made to look or sound like a real person.',
  },
  threats: {
    heading: 'Violent threats',
    words: 'It threatens somebody',
    explanation: 'The content threatens a person with harm.',
    caution: 'A threat goes to the police first. A report to the site does not replace that.',
  },
  trolling: {
    heading: 'Trolling',
    words: 'It is written only to provoke',
    explanation: 'The content is written only to provoke.',
  },
  unlawful: {
    heading: 'Unlawful content',
    words: 'It is against the law',
    explanation: 'The content appears to be unlawful.',
  },
  unlawful_or_hate: {
    heading: 'Unlawful or hateful content',
    words: 'It is against the law or attacks people for what they are',
    explanation: 'The content appears to be unlawful or hateful.',
  },
  unverifiable_clinical_claim: {
    heading: 'Claim that cannot be verified',
    words: 'It claims as a fact what nobody can verify',
    explanation: 'The content claims as a fact what no reader can verify.',
  },
  violent_threat: {
    heading: 'Violent speech',
    words: 'It threatens somebody',
    explanation: 'The content threatens a person with harm.',
    caution: 'A threat goes to the police first. A report to the site does not replace that.',
  },
};

const META = {
  harassment: 'Bullying, harassment or abuse',
  hate: 'Hate speech or symbols',
  threats: 'Violence or threats of violence',
  private_info: 'Sharing private information',
  impersonation: 'Pretending to be someone else',
  intimate_images: 'Sharing nude or intimate images',
};

/** What a platform itself calls a ground, where that differs from the usual name. */
export const GROUND_HEADINGS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  google_business: { hate: 'Discrimination or hate speech', spam_fake: 'Spam or fake' },
  facebook: META,
  instagram: META,
  facebook_group: META,
  threads: META,
  bluesky: {
    harassment: 'Anti-social behaviour',
    threats: 'Illegal and urgent',
    impersonation: 'Misleading account',
    private_info: 'Privacy violation',
  },
  trustpilot: {
    personal_information: 'Contains personal information',
    promotional: 'Contains advertising or promotional content',
  },
  reddit: {
    harassment: 'Harassment',
    threats: 'Threatening violence',
    private_info: 'Sharing personal information',
  },
  tiktok: {
    harassment: 'Harassment and bullying',
    hate: 'Hate and hateful behaviour',
    threats: 'Violence, abuse and criminal exploitation',
    private_info: 'Sharing personal information',
    synthetic_media: 'Misleading AI-generated content',
  },
  youtube: {
    harassment: 'Harassment or bullying',
    hate: 'Hateful or abusive content',
    threats: 'Violent or dangerous content',
  },
  linkedin: { hate: 'Hateful speech', private_info: 'Sharing of private information' },
  search_delisting: {
    inaccurate: 'The information is inaccurate',
    irrelevant: 'The information is no longer relevant',
    excessive: 'The information is excessive',
    outdated: 'The information is out of date',
  },
};

/** What platforms do not judge, in people's words. */
export const NOT_GROUND_WORDS: Readonly<Record<string, string>> = {
  criticism: 'Criticism, however sharp',
  disagreement: 'That the organisation disagrees',
  duet_or_stitch_by_itself: 'A duet or stitch by itself',
  factual_dispute: 'Who is right about what happened',
  low_rating: 'A low rating',
  negative: 'That it is negative',
  negative_opinion: 'A negative opinion',
  opinion: 'An opinion',
  robust_criticism: 'Robust criticism',
};
