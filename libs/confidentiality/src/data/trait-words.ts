import { wordList } from './grammar-words.js';

const set = (text: string): ReadonlySet<string> => new Set(wordList(text));

/** Work that people are known by, in the singular; that of the organisation's own staff is left out. */
export const JOBS = set(`
  accountant actor actress architect artist baker bailiff barber barista barmaid barman barrister beekeeper bishop
  bookkeeper bricklayer builder butcher butler carpenter cashier caterer chauffeur choirmaster clergyman cobbler
  conductor courier crofter curate dancer detective diver docker drummer driver electrician engineer farmer farmhand
  firefighter fireman fisherman fishmonger florist footballer forester gamekeeper gardener glazier golfer greengrocer
  grocer hairdresser headmaster headmistress headteacher hotelier housekeeper imam jeweller jockey joiner juggler
  landlady landlord lawyer lecturer librarian lifeguard machinist magistrate mason mayor mechanic midfielder miller
  miner musician novelist organist painter pastor photographer pianist pilot playwright plumber policeman policewoman
  politician postman postmaster postmistress potter printer programmer publican rabbi referee roofer sailor saddler
  scientist sculptor seamstress sergeant shepherd sheriff shopkeeper singer skipper soldier stonemason student
  surveyor tailor teacher tiler trader translator trucker tutor undertaker upholsterer usher vet vicar waiter waitress
  warden weaver welder woodcutter zookeeper`);

/** Relatives, in the singular. */
export const RELATIVES = set(`
  mother mum mummy mam mammy father dad daddy son daughter husband hubby wife fiance fiancee brother stepmother stepfather
  stepson stepdaughter grandmother gran granny nan nana grandfather grandad grandpa grandson granddaughter aunt auntie uncle
  niece nephew cousin twin twins sister nain taid mamgu tadcu widow widower`);

/** Words before a relative or a job by which it is somebody's, or somebody. */
export const WHOSE = set(
  'a an the your his her their this that our one young old local retired former late elderly',
);

/** Ages that are a word. */
export const AGES = set(
  'toddler newborn infant teenager pensioner octogenarian nonagenarian centenarian',
);
export const DECADES = set(
  'teens twenties thirties forties fifties sixties seventies eighties nineties',
);

/** Places within a hospital, with a number or a name. */
export const WARDS = set('ward bay theatre cubicle unit');
export const NAMED_WARDS = set(`
  maternity labour stroke surgical medical postnatal antenatal paediatric neonatal orthopaedic gynaecology intensive coronary
  cardiac renal oncology burns day rehabilitation admissions assessment dialysis`);

/** Capitals that are no town: months, days, nations, languages, bodies, sites. */
export const NO_TOWN = set(`
  january february march april may june july august september october november december monday tuesday wednesday thursday
  friday saturday sunday christmas easter england scotland wales ireland northern britain uk eu europe ulster english welsh
  irish scottish british gaelic polish nhs hse pals facebook google twitter instagram whatsapp trustpilot reddit youtube gmc
  gdc nmc cqc hiqa gp covid internet parliament government ward bay theatre clinic hospital surgery practice unit court
  chapter section article i`);
export const IN_A_TOWN = set('in near outside from');

/** Somebody whom the other text may name. */
export const UNNAMED = set('complainant patient client resident');
export const THE_UNNAMED = set('the our this that former');

/** A deed that is told: where or when something was, matters in such a sentence alone. */
export const TOLD = set(`
  was were had did went came saw said told asked gave took left met spoke wrote rang brought found felt fell began happened
  kept sent put read heard knew lost made got`);

/** Words that make a sentence one of anybody. */
export const OF_ANYBODY = set(`
  if anyone anybody everyone everybody patients people all every any each whoever whenever usually always never most many
  families visitors callers parents`);
