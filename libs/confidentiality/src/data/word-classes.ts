import { verbForms, pluralOf } from '../inflection.js';
import { wordList } from './grammar-words.js';

/**
 * Classes of words that the statement model reads besides the words themselves, so that a word seen in no
 * training text still counts as what it is. A word belongs to the first class that lists it.
 */
export const NOUN_CLASSES: Readonly<Record<string, string>> = {
  staff: `doctor gp nurse surgeon consultant midwife dentist hygienist registrar physio physiotherapist pharmacist receptionist
    paramedic clinician anaesthetist radiographer optician optometrist practitioner therapist matron trainee crew locum hca psychologist
    psychiatrist dietitian podiatrist technician secretary manager porter healthcare-assistant counsellor chaplain cleaner clerk
    volunteer colleague team sister cnm specialist oncologist cardiologist dermatologist paediatrician gynaecologist urologist
    neurologist radiologist audiologist chiropodist orthodontist dispenser phlebotomist aesthetician injector beautician prescriber`,
  person: `patient lady gentleman woman man guy chap bloke fella lad lass girl boy child kid baby infant toddler teenager pensioner
    youngster individual person client customer resident reviewer author poster writer complainant claimant caller visitor user
    commenter member newborn adult parent carer mother-of-two patient account chappie gent lassie wean bairn`,
  relative: `mother mum mummy mam mammy ma father dad daddy da son daughter husband hubby wife partner spouse brother sister
    grandmother gran granny nan nana grandfather grandad grandson granddaughter grandchild aunt auntie uncle niece nephew cousin
    boyfriend girlfriend fiance fiancee stepmother stepfather stepson stepdaughter twin family neighbour flatmate missus other-half
    sibling friend nain taid mamgu tadcu relative fella pal mate`,
  record: `note record chart file log database diary register cctv footage recording entry timeline system paperwork
    correspondence letter form transcript printout history documentation audit-trail book list caseload`,
  carenoun: `appointment consultation operation procedure treatment admission discharge referral prescription script diagnosis prognosis
    visit stay attendance scan result biopsy check checkup assessment examination medication medicine tablet dose dosage
    injection infusion jab vaccination cubicle bay theatre registration booking slot session course follow-up followup recovery
    rehabilitation labour delivery birth pregnancy wound scar stitch suture implant crown filling denture brace veneer aligner
    extraction anaesthetic sedation transfusion dressing plaster smear swab sample specimen test screening caesarean
    complication drip cannula catheter infection allergy med drop inhaler pill therapy counselling clinic round cycle
    consent triage contact call chemo radiotherapy dialysis hysterectomy replacement repair removal top-up review histology x-ray xray film
    report plan option advice care episode encounter journey outcome complaint concern claim investigation symptom condition
    experience procedure surgery op epidural induction section graft peel laser filler botox lens glasses cast splint bandage
    tube grommet stent pacemaker hearing-aid`,
  body: `tooth gum jaw mouth tongue lip cheek face nose ear eye eyelid forehead chin neck throat tonsil sinus chest breast
    heart lung rib back spine shoulder arm elbow wrist hand finger thumb knuckle hip thigh knee leg shin calf ankle foot heel toe skin
    scalp hair nail stomach tummy belly bowel bladder kidney liver gallbladder pancreas womb uterus cervix ovary prostate testicle
    groin bottom pelvis muscle tendon ligament bone joint cartilage nerve vein artery blood brain skull thyroid gland molar incisor
    canine wisdom septum cornea retina lens bump lump spot mole rash bruise`,
  money: `bill invoice refund deposit payment fee charge cost price account balance debt insurer insurance policy cover premium excess
    instalment finance receipt estimate quote shortfall discount voucher credit pound euro card voucher tariff`,
  time: `day week fortnight month year minute hour morning afternoon evening night weekend midnight noon lunchtime moment time second
    date today yesterday tomorrow tonight`,
  place: `ward unit department reception desk room corridor waiting-room hospital surgery practice centre theatre building
    trolley chair bed car-park home premises site pharmacy chemist dispensary lab laboratory branch foyer a&e ed casualty hub`,
  office: `trust board organisation group company service council office nhs hse ombudsman regulator spokesperson spokeswoman
    spokesman statement partner director chief executive press media pals cqc gmc gdc ico`,
  policy: `policy guideline guidance standard rule protocol procedure regulation law duty scheme code criterion principle term framework
    leaflet website page link form poster notice standard recommendation programme campaign training audit target`,
  feedback: `review comment post feedback word rating star message thread remark opinion view reply response tweet video article story
    praise compliment thank-you point allegation account page suggestion survey`,
  secret: `confidentiality privacy secrecy discretion anonymity`,
  talk: `conversation chat talk meeting line telephone phone email address number helpline switchboard voicemail inbox message voice mail
    enquiry query question answer explanation apology condolence sympathy wish thought kindness courtesy warmth listening-ear touch`,
  running: `queue pressure staffing rota vacancy shift recruitment demand winter summer average rate figure capacity shortage funding
    workload backlog waiting-list arrival ambulance appointment-system heating lift machine kettle parking park car-park sign signage
    roof window blanket curtain fan boiler bulb printer computer courier van screen app software website kiosk cup tea coffee cake tin
    refurbishment paint cleaning opening hour closure holiday fair raffle stall opening investment project pilot`,
  affair: `case matter issue problem incident event thing decision reason delay wait circumstance situation difficulty detail fact
    cause mistake error fault failing lapse omission misunderstanding mix-up confusion disagreement change request choice outcome
    explanation discussion handover cancellation postponement delay adjustment increase reduction stage step stop start gap`,
  general: `community public everyone town village county region nation country population service profession sector`,
  conduct: `behaviour conduct manner attitude temper language outburst tone swearing shouting aggression abuse lifestyle drinking smoking
    habit`,
};

export const VERB_CLASSES: Readonly<Record<string, string>> = {
  care: `see:saw:seen treat examine assess admit+ discharge refer+ prescribe diagnose operate scan+ monitor triage inject
    anaesthetise vaccinate immunise nurse deliver transfer+ swab+ stitch suture sedate intubate resuscitate catheterise screen weigh
    measure investigate rebook section detain restrain ventilate bandage dress splint sample ultrasound accommodate care move escort isolate
    observe attend support accompany chaperone fit+ implant remove whiten extract drain cannulate clean polish repair replace
    numb freeze:froze:frozen biopsy irrigate rinse hydrate medicate register deregister fast-track book squeeze schedule reschedule
    issue dispense administer perform fix mend prep+ wheel settle calm comfort reassure test clip+ strip+ swab+ sew:sewed:sewn cut:cut:cut
    top+ x-ray xray bleed:bled look help hold:held keep:kept`,
  attend: `attend visit arrive come:came:come return present undergo:underwent:undergone receive collect sign wait queue sit:sat leave:left
    walk storm turn choose:chose:chosen decline refuse accept consent agree opt miss cancel skip+ forget:forgot:forgotten bring:brought
    need require request stop+ start take:took:taken sleep:slept collapse faint vomit fall:fell:fallen drink:drank:drunk smoke vape eat:ate:eaten
    recover heal improve suffer+ develop lose:lost discontinue complete finish join transfer+ stay pay:paid owe rebook`,
  say: `tell:told explain say:said mention describe advise discuss warn outline confirm inform speak:spoke:spoken talk ask answer agree
    promise assure remind state reply write:wrote:written record document note point suggest recommend describe reveal show:showed:shown
    indicate demonstrate acknowledge express deny disclose share`,
  contact: `ring:rang:rung phone call email message text contact write:wrote:written dm chase post send:sent forward
    invite reach pop+ drop+ get:got`,
  look: `check review look search investigate examine read:read:read audit listen watch study trawl trace find:found locate retrieve
    pull go:went:gone consult revisit`,
  feel: `feel:felt hope enjoy love like appreciate regret apologise thank welcome worry want wish trust understand:understood know:knew:known
    believe think:thought remember recall miss value`,
  conduct: `shout swear:swore:sworn threaten abuse demand insist ignore shove spit:spat scream assault argue harass throw:threw:thrown kick
    disrupt+ bang slam+ refuse abscond disengage`,
  offer: `offer give:gave:given provide arrange make:made put:put get:got do:did:done send:sent supply allow let:let:let
    fund refund charge bill waive reimburse invoice`,
};

/** Words of other kinds, as they are written. */
export const OTHER_CLASSES: Readonly<Record<string, string>> = {
  generic: `anyone anybody everyone everybody someone somebody nobody no-one people folk folks patients persons individuals public readers
    others many most those all any every each some whoever adults children women men parents families clients customers residents visitors
    callers users members kids babies carers relatives`,
  often: `usually always often sometimes normally generally typically commonly rarely seldom never ordinarily routinely mostly
    occasionally regularly frequently nationally typically`,
  past: `since already again ago then previously recently earlier yet eventually finally last still afterwards beforehand previously
    subsequently straightaway immediately`,
  here: `here`,
  sorry: `sorry apologies apology saddened sad regret regrets disappointed disappointing upset upsetting dismayed concerned`,
  glad: `glad pleased delighted happy lovely great good wonderful brilliant fantastic relieved proud grateful chuffed thrilled
    heartened reassured nice marvellous super`,
  better: `better well healed settled settling healing mended recovered recovering improving improved fine normal clear benign
    grand smoothly comfortable stable uneventful successful successfully reassuring negative positive painful sore swollen uncomfortable
    anxious nervous frightened tearful distressed agitated confused abusive rude aggressive drunk unwell poorly ill sick brave
    worse dry infected pregnant depressed`,
  modal: `may might can could should would must shall`,
  future: `will`,
  condition: `if unless whether whenever should`,
  day: `monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october
    november december jan feb aug sept oct nov dec christmas easter`,
  number: `one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
    twenty thirty forty fifty sixty seventy eighty ninety hundred thousand first second third fourth dozen couple twice once several both
    half`,
  private: `confidential private privately personal sensitive anonymous identifiable directly`,
  adjective: `kind free full open long new short big small old young early late hard easy busy quiet safe important different
    particular certain possible available independent national local general clinical medical legal honest warm cold hot strong fair
    usual recent real true serious urgent routine common minor major senior junior careful clear able unable happy unhappy right wrong
    further additional extra total average difficult helpful useful similar separate written formal final whole entire special proper`,
  quote: `reads quoted entitled words sentence phrase wording states alleges`,
  dialect: `wee nae cannae didnae wasnae tae ye yer youse aye och butt cariad mo chara hen pet love hun chick lovely mate`,
  greeting: `hi hello dear hiya hey morning evening afternoon thanks thank cheers ta diolch`,
};

/** Words that stand for themselves: what holds a sentence together. */
export const FUNCTION_WORDS: readonly string[] =
  wordList(`i me my mine we us our ours you your yours yourself he him his she her hers it its they them their theirs himself herself
    this that these those the a an no not never nothing none neither nor who whom whose which what when where why how while
    be is are am was were been being 's have has had having do does did done doing can cannot
    and or but so because although though as than of to in on at by for from with without about after before during until into
    over under up down out off back through between against around near per via there if only just even too very also both
    ever whoever like such own same other another more less much enough please let quite rather really actually however whatever
    got get gets getting go goes going went gone come comes make makes made take takes taken took see saw seen know knew
    say says said yes aye oh ah well ok okay sure ye`);

const nouns = (list: string): readonly string[] => wordList(list);

/** Class of every listed form: "staff", "staff+" (plural), "care.past", "care.done", "care.base", "care.ing". */
export function classEntries(): Map<string, string> {
  const classes = new Map<string, string>();
  const add = (word: string, name: string): void => {
    if (!classes.has(word)) classes.set(word, name);
  };
  for (const [name, list] of Object.entries(OTHER_CLASSES))
    for (const word of nouns(list)) add(word, name);
  for (const [name, list] of Object.entries(NOUN_CLASSES)) {
    for (const noun of nouns(list)) {
      add(noun, name);
      add(pluralOf(noun), `${name}+`);
    }
  }
  for (const [name, list] of Object.entries(VERB_CLASSES)) addVerbs(name, list, add);
  for (const [plural, name] of IRREGULAR) add(plural, name);
  return classes;
}

const IRREGULAR: readonly (readonly [string, string])[] = [
  ['teeth', 'body+'],
  ['feet', 'body+'],
  ['wives', 'relative+'],
  ['crises', 'carenoun+'],
  ['diagnoses', 'carenoun+'],
  ['biopsies', 'carenoun+'],
];

function addVerbs(name: string, list: string, add: (word: string, name: string) => void): void {
  for (const entry of wordList(list)) {
    const forms = verbForms(entry);
    for (const past of forms.past) add(past, `${name}.past`);
    for (const done of forms.participle) add(done, `${name}.done`);
    add(forms.gerund, `${name}.ing`);
    add(forms.present, `${name}.s`);
    add(forms.base, name);
  }
}
