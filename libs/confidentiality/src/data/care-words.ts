import { verbForms, pluralOf } from '../inflection.js';
import { wordList } from './grammar-words.js';

/** What those who give care do to a person. Notation: see `verbForms`. */
const CARE_VERBS = wordList(`
see:saw:seen treat examine assess review admit+ discharge refer+ prescribe diagnose operate scan+ monitor
triage inject anaesthetise vaccinate immunise medicate register deregister consult counsel nurse deliver
transfer+ swab+ stitch suture sedate intubate resuscitate catheterise cannulate screen weigh measure
investigate book rebook schedule invite advise warn remind inform counsel recall section detain restrain
ventilate rehydrate bandage dress splint sample bleed:bled test x-ray xray ultrasound accommodate look
care rush bring:brought take:took:taken wheel move seat escort greet isolate observe attend
help support accompany chaperone call ring:rang:rung phone telephone visit offer charge bill invoice refund
consent fit+ implant remove refuse turn keep:kept leave:left tell:told ask listen see:saw:seen meet:met
recommend assist reassure refer+ exclude bar+ ban+ suspend`);

/** What a person does who receives care. */
const ATTENDING_VERBS = wordList(`
attend visit arrive cancel rebook reschedule miss decline refuse consent sign present
undergo:underwent:undergone receive come:came:come return walk storm turn book check register collect
pay:paid owe smoke discharge opt arrive travel bring:brought phone ring:rang:rung call telephone sit:sat
queue wait shout swear:swore:sworn demand insist ignore skip+ forget:forgot:forgotten agree accept stop
decide choose:chose:chosen refrain disengage abscond shove threaten spit:spat abuse disclose admit+ deny
request ask tell:told sleep:slept bleed:bled collapse faint vomit fall:fell:fallen drink:drank:drunk eat:ate:eaten
start finish complete discontinue drive:drove:driven leave:left stay transfer+ join see:saw:seen speak:spoke:spoken
consult meet:met undress lie:lay:lain hold:held smell stink drop+ lose:lost need require want seem appear
suffer+ recover rate+ go:went:gone`);

/** Acts that the post itself shows, or feelings about it: they confirm nothing. */
const SAID_OR_FELT = new Set(
  wordList(
    'want wanted lost lose seem seemed appear appeared suffered go went gone rated speak spoke spoken met meet told',
  ),
);

/** Sent messages confirm nothing by themselves when the object is the writer of a post. */
const NOT_WITH_YOU_AS_OBJECT = new Set(wordList('left asked meet met took taken called kept'));

const care = CARE_VERBS.map(verbForms);
const attending = ATTENDING_VERBS.map(verbForms);

const unique = (words: readonly string[]): ReadonlySet<string> => new Set(words);
const without = (words: readonly string[], refused: ReadonlySet<string>): ReadonlySet<string> =>
  new Set(words.filter((word) => !refused.has(word)));

const carePast = care.flatMap((verb) => verb.past.concat(verb.participle));

/** Nouns that only somebody under care can own ("your …"). */
const CARE_NOUNS = wordList(`
appointment consultation operation procedure treatment admission discharge surgery referral prescription
diagnosis prognosis visit stay attendance scan result biopsy xray ultrasound mri check checkup assessment
examination medication medicine tablet tablet dose dosage injection infusion jab vaccination care ward bed
bay cubicle theatre consultant surgeon anaesthetist midwife dentist hygienist therapist physiotherapist keyworker
counsellor registration booking slot session course follow-up followup recovery rehabilitation labour delivery birth
pregnancy symptom condition illness disease injury wound scar stitches sutures implant crown filling denture brace veneer
aligner extraction anaesthetic sedation transfusion dressing plaster chart case notes records file history x-ray
smear swab sample specimen bloods test screening programme caesarean hysterectomy complication complications
treatments drip cannula catheter discharge infection allergy medications meds drops eyedrops inhaler pills pain
chemo chemotherapy radiotherapy dialysis detox therapy counselling bloods bill invoice deposit refund policy insurer
insurance`);

const NOT_CARE_WHEN_YOURS = new Set(wordList('case policy history check file course bay bed pain'));

/** Words for somebody particular. */
const PERSON_NOUNS = wordList(`
patient lady gentleman woman man child boy girl baby infant toddler teenager pensioner youngster lad lass chap guy
bloke fella reviewer author poster user writer complainant individual person client mother mum father dad son
daughter husband wife partner grandmother grandfather grandson granddaughter brother sister aunt uncle newborn
teen student customer commenter account-holder`);

const RELATIVES = wordList(`
mother mum mummy mam father dad daddy son daughter husband wife partner spouse brother sister grandmother gran nan
grandfather grandad granddad grandson granddaughter grandchild aunt uncle niece nephew cousin child children
boyfriend girlfriend fiance fiancee stepmother stepfather stepson stepdaughter baby toddler twins newborn carer
ex parents mam da mother-in-law father-in-law neighbour flatmate boy girl little lad`);

const STAFF = wordList(`
doctor doctors consultant surgeon nurse nurses midwife midwives gp dentist team colleague colleagues registrar
locum physiotherapist pharmacist receptionist paramedic staff clinician clinicians anaesthetist radiographer
optometrist partner practitioner therapist hygienist matron sister houseman junior crew professor reception`);

/** Word sets that phrases may name. */
export const CARE_SETS = {
  anyPast: unique([...care, ...attending].flatMap((verb) => [...verb.past])),
  carePast: unique(carePast),
  careToYou: without(carePast, NOT_WITH_YOU_AS_OBJECT),
  careDone: unique(care.flatMap((verb) => verb.participle)),
  careBase: unique(care.map((verb) => verb.base)),
  caring: unique(care.map((verb) => verb.gerund)),
  actPast: without(
    attending.flatMap((verb) => [...verb.past]),
    new Set([...SAID_OR_FELT, 'left']),
  ),
  actDone: without(
    attending.flatMap((verb) => [...verb.participle]),
    new Set([...SAID_OR_FELT, 'left']),
  ),
  actBase: without(
    attending.map((verb) => verb.base),
    SAID_OR_FELT,
  ),
  acting: unique(attending.map((verb) => verb.gerund)),
  careNoun: unique([...CARE_NOUNS, ...CARE_NOUNS.map(pluralOf)]),
  yourCareNoun: without([...CARE_NOUNS, ...CARE_NOUNS.map(pluralOf)], NOT_CARE_WHEN_YOURS),
  person: unique(PERSON_NOUNS),
  relative: unique(RELATIVES),
  staff: unique(STAFF),
  adverb: unique(
    wordList(
      'then also later again never already first only simply repeatedly subsequently previously actually indeed just still both clearly yourself instead once twice initially eventually finally originally recently always certainly definitely promptly fully properly thoroughly appropriately correctly carefully personally last immediately duly all safely not well very quickly swiftly ultimately freely willingly happily deliberately even quite',
    ),
  ),
  record: unique(
    wordList(
      'notes note records record chart charts file files system systems log logs bookings booking database diary letters register registers list books correspondence documentation paperwork consultation appointment entries timeline cctv footage recording recordings switchboard case',
    ),
  ),
  looked: unique(
    wordList(
      'reviewed checked examined searched pulled read audited consulted studied looked gone went been investigated examined retrieved inspected opened scrutinised trawled revisited accessed',
    ),
  ),
  yourKind: unique(wordList('your his her their the this these our that')),
  clientele: unique(wordList('patient patients client clients customer customers resident')),
} satisfies Record<string, ReadonlySet<string>>;

/** Words that turn a clinical or care noun into the name of a service or a thing in general. */
export const COMPOUND_HEADS: ReadonlySet<string> = new Set(
  wordList(`
clinic clinics service services unit units department departments team teams ward wards guideline guidelines
policy policies awareness week day month helpline charity society association trial study research list lists
nurse nurses group groups participation experience liaison information safety advice confidentiality access leaflet
leaflets page pages website programme programmes campaign training specialist specialists consultant consultants
surgeon surgeons centre centres uk ireland network forum course courses lead support manager managers transport
records voice voices representative advocate advocacy panel survey surveys questionnaire feedback line desk hub
appointments slots session sessions times availability opinion college journal evidence products
kit kits testing education room rooms officer officers relations journey pathway pathways plan plans system systems`),
);
