import { wordList } from './grammar-words.js';

const set = (words: string): ReadonlySet<string> => new Set(wordList(words));

/** Work by which few people are known where they live. */
export const JOBS = set(
  `teacher headteacher headmaster headmistress lecturer professor priest vicar minister rabbi imam councillor mayor mp politician
   actor actress singer musician footballer rugby cricketer jockey athlete swimmer boxer dancer author novelist journalist
   presenter broadcaster policeman policewoman detective constable firefighter paramedic soldier sailor pilot captain stewardess
   farmer shepherd fisherman gamekeeper butcher baker publican landlord postman postmistress postwoman plumber electrician
   carpenter welder miner steelworker builder roofer lorry bus taxi train driver barrister solicitor judge magistrate accountant
   banker architect engineer vet dentist pharmacist midwife nurse hairdresser chef waiter waitress librarian caretaker
   lollipop lifeguard coach referee umpire trainer zookeeper beekeeper blacksmith organist choirmaster sexton undertaker`,
);

/** Words of a family that set one person apart. */
export const FAMILY = set(
  `mother mum mummy mam father dad daddy son daughter husband wife partner widow widower twin twins triplet triplets quadruplets
   brother sister sibling grandmother granny gran nan grandfather grandad grandson granddaughter aunt uncle niece nephew fiance
   fiancee stepson stepdaughter fostered adopted pregnant newlywed bride groom divorcee`,
);

/** Conditions and events that few people have, by a telling word of each. */
export const RARE = set(
  `rare rarest unusual unique unheard porphyria huntington huntingtons ehlers danlos marfan marfans takayasu behcets behcet
   kawasaki creutzfeldt jakob prion rabies leprosy plague tetanus diphtheria anthrax cholera malaria botulism ebola legionnaires
   phaeochromocytoma pheochromocytoma insulinoma acromegaly addisons addisonian cushings conns wilsons gauchers fabry pompe
   haemophilia hemophilia thalassaemia neurofibromatosis tuberous sclerosis achondroplasia progeria albinism narcolepsy cataplexy
   myasthenia gravis guillain barre lambert eaton motor neurone mesothelioma sarcoma retinoblastoma neuroblastoma chordoma
   transplant conjoined dextrocardia amputated amputation hypothermia electrocuted lightning impaled drowned poisoning`,
);

/** Words that are rare only beside others: `motor neurone`, not `motor`. */
export const RARE_PAIRS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['motor', set('neurone neuron')],
  ['tuberous', set('sclerosis')],
  ['gravis', set('')],
  ['eaton', set('')],
  ['barre', set('')],
  ['danlos', set('')],
  ['sclerosis', set('')],
  ['neurone', set('')],
]);

/** A job only beside another word: `bus driver`, not `by bus`. */
export const JOB_PAIRS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['bus', set('driver')],
  ['taxi', set('driver')],
  ['train', set('driver')],
  ['lorry', set('driver')],
  ['lollipop', set('lady man')],
  ['rugby', set('player')],
  ['driver', set('')],
]);

/** Ages in words. */
export const AGES = set(
  `newborn toddler teenager teenage teenaged octogenarian nonagenarian centenarian septuagenarian sexagenarian twenties thirties
   forties fifties sixties seventies eighties nineties preschooler schoolboy schoolgirl`,
);

/** Days by name, months and feasts. */
export const DAYS = set(
  `monday tuesday wednesday thursday friday saturday sunday yesterday today tonight january february april june july august
   september october november december christmas easter hogmanay halloween ramadan diwali`,
);

/** What stands before a place: `in Leeds`. */
export const BEFORE_PLACE = set('in at near from outside to around of');

/** Kinds of places, where a name or number goes with them. */
export const PLACES = set(
  `hospital infirmary ward clinic surgery practice street road lane village town island valley glen estate school college
   university prison barracks airport harbour station church farm beach bay`,
);
