import { wordList } from './grammar-words.js';

const set = (text: string): ReadonlySet<string> => new Set(wordList(text));

/**
 * The words of the known-safe grammar, and no others: what a sentence of process, policy, contact, thanks, general
 * condolence or of all patients is made of. Words that tell of a visit, a body, a day, a deed or one person are left
 * out on purpose, as are past tenses: leaving a word out costs a question, letting one in could cost a disclosure.
 */
export const KNOWN_SAFE_WORDS = set(`
  a an the and or nor but so that because if whether although though while than as to of in on at for with from by about
  into through under without between including like it its itself this these those there here where when who whom
  whose whoever wherever whenever which what whatever whichever how why not no never always often only also too very
  much more most many some such other others another any all both either neither every each same own one rather well
  otherwise please regardless ll am is are be can could will would shall should may might must do does have has having
  we us our ours ourselves i me you your they them their theirs themselves

  acknowledge add address aim aims answer answers apologise apologises apply applies appreciate appreciates ask asks assist
  assure avoid begin believe belong belongs bind binds bring bringing call care cares choose comment commenting comments
  complain confirm consider considers contact cover covers deny deserve deserves discuss discussing email encourage
  ensure ensures enter entering exist exists expect explain explains feel feels find follow follows get getting give
  gives go goes happen happens hear hearing help helps hold holds hope identifies identify improve improves include
  includes intend invite involve keep keeps know learn leave leaving let listen listening look make makes matters mean
  means need needs note offer offers owe owes permit permits phone post posting prefer prefers prevent prevents promise
  protect protects provide provides publish put raise raising reach read reading reads reassure recognise recognises
  regret regrets remain remains reply replying request resolve respect respects respond responding restrict ring say
  saying sends share sharing show speak speaking stay strive strives suits support take takes taking talk talking
  telephone tell text thank thanks think treat treats try trying understand understands use uses value values want wants
  welcome welcomes wish wishes work works worry write writes writing

  allowed answered asked based bound committed contacted dedicated displayed entitled explained followed given handled
  invited kept listed made noted passed permitted published raised reached required reviewed shared taken trained treated
  anonymous anxious appropriate available best better busy candid clear concerned confidential constructive convenient
  critical daily deeply delighted detailed different difficult direct directly disappointed disappointing discreet
  dissatisfied distressing equally ethical fair first formal free frustrating full fully further general genuine glad
  good grateful happy hard helpful highest honest important independent individual informal kind kindest kindly legal
  legally monthly negative new online open openly particular personal plain pleased positive possible private privately
  professional professionally properly public publicly ready real really regular regularly respectful right sad saddened
  safe satisfied sensitive seriously short sincere sincerely sorry specific thankful truly unable unclear unhappy
  unhelpful upset upsetting warm warmly welcoming whole wider world worried able carefully

  advice advisory advocacy apologies apology attention authority candour cases centre chance circumstances clinic
  clinician clinicians clinics colleague colleagues commission commissioner communities community complaint complaints
  compliment compliments concern concerns condolences confidence confidentiality conversation chat council courtesy
  data deadline department departments desk detail details dignity director discretion doctors duties duty e email
  emails emergencies emergency enquiries everyone everybody everything experience experiences facebook feedback feelings
  form forum forums gdpr google governance guarantee guidance health healthcare hello hi dear heart honesty hospital
  hospitals hours hse identity improvement improvements inbox individuals information inspectorate internet issue issues
  journalists kindness law laws lead leads leaflet leaflets learning lessons letter liaison line mail manager managers
  matter media medical meeting member members message messages nature nhs nothing nobody number nurses obligation office
  offices ombudsman online opening opinion opinions opportunity option options organisation organisations page pages
  pals parliamentary part partners patience patient patients people person persons place platform platforms point points
  policies policy practice practices press privacy procedure procedures process processes professionals protection
  quality queries query question questions readers reason reasons reception regards regulator relations review
  reviewer reviewers reviews rule rules safety service services setting site sites social somebody someone something
  sort space spokesperson staff standard standards step steps subject suggestion suggestions surgeries surgery
  sympathies sympathy team teams thing things thought thoughts time tone touch trouble trust twitter type types users
  view views visitors voice way ways web website websites word words callers carers families anybody anyone anything
  client clients said 111 112 999`);

/** Participles that tell a deed of the past unless a form of "be" stands before them. */
export const PARTICIPLES = set(
  'allowed answered asked contacted displayed explained followed given handled invited kept listed made noted passed permitted published raised reached required reviewed shared taken trained treated',
);
export const FORMS_OF_BE = set("is are be am 're");
export const BETWEEN_BE = set(
  'not always all never only also fully properly carefully seriously monthly regularly',
);

/** What may follow "your": things that everybody can see, or that the reader is still to bring. */
export const YOUR_OWN = set(
  `feedback comment comments review message post words view views thoughts opinion suggestion suggestions compliment
  kindness patience honesty question questions details number deadline`,
);
export const YOUR_ADJECTIVES = set(
  'kind honest candid genuine detailed constructive positive own contact telephone phone email warm',
);

/** "you can", and what: acts that are still to come. */
export const YOU_CAN = set('can could may might will would');
export const YOU_CAN_DO = set(
  `add also always ask call choose complain contact discuss email expect find follow get let like look make message phone
  prefer raise reach read ring say share speak take talk telephone tell text use wish write bring leave`,
);

/** What the reader may wish, have or be after one of the words of a condition. */
export const CONDITIONS = set(
  'if should whatever whenever when where whether anything any what time',
);
export const YOU_IF = set('are do feel have need prefer remain think want wish choose like');
export const YOU_HAVE = set(
  'a any further concerns questions feedback comments something suggestions',
);
export const YOU_ARE = set(
  'unhappy worried concerned able unable not upset anxious happy dissatisfied ready',
);

/** Words before "you" where the reader is only spoken to. */
export const TO_YOU = set('thank with to from help assist offer encourage invite ask contact');

/** Not in a sentence that says anything of "you". */
export const OF_CARE = set(
  'patient patients client clients care cares treat treats treated person persons people health',
);

/** Nouns of one person, and the words behind which such a noun means anybody. */
export const ONE_PERSON = set('patient person individual reviewer member client');
export const ANYBODY = set('any every each individual');

/** What makes "patient" and "individual" part of a name or of many: "Patient Experience Team". */
export const OF_MANY = set(
  `experience relations liaison advice services safety feedback care patients people members matters cases
  circumstances comments reviews concerns complaints posts`,
);

/** What happened to somebody, when "the" or "this" points at it. */
export const EVENTS = set(
  `complaint complaints concern concerns issue issues matter matters experience experiences case cases circumstances
  question questions request point points trouble person persons people patients individuals users callers visitors
  families carers communities care`,
);
export const POINTERS = set('the this that these those its such our');
/** Names of offices and papers in which these words point at nothing. */
export const OFFICES = set(
  `procedure procedures process policy policies team teams manager managers department office service services leaflet
  form relations liaison advice experience council inspectorate users`,
);

/** What "have" and "has" may go on with: a perfect tense would tell what was done. */
export const HAVE_NOT_DONE = set(
  'a an any to the no duty concerns questions further something feedback comments strict',
);

/** Those of whom "they" and "their" may be said. */
export const MANY = set(
  `patients people families carers visitors callers users everyone everybody anyone anybody nobody someone somebody whoever
  individuals staff team teams doctors nurses clinicians professionals comments reviews members`,
);

/** After these "is" may be shortened. */
export const SHORT_IS = set('it that there here what how who');

/** Names of letter boxes that are nobody's own. */
export const ROLES = set(
  `pals feedback care complaints concerns info information enquiries hello contact reception rooms clinic practice surgery
  office quality help patient patients experience patientexperience relations service services press media team manager
  admin mail post customer client support governance listening adborth pryderon profiad`,
);
