import { CARE_SETS } from './care-words.js';
import { wordList } from './grammar-words.js';
import { BILLING_WORDS, CONDUCT_WORDS, MENTAL_STATE_WORDS } from './lexicon-care.js';
import { RULE_TEXTS } from './rule-texts.js';

/**
 * When a phrase counts: `always`; `actual` – not in a hypothetical clause or under a condition about
 * care; `asserted` – and not where the sentence declines to say; `past` – actual, and the sentence
 * tells of something past; `specific` – asserted, and not about people in general.
 */
export type Gate = 'always' | 'actual' | 'asserted' | 'past' | 'specific';

/** One line of the grammar: phrases (see `compilePhrase`) that mean the same. */
export interface PhraseRule {
  readonly text: keyof typeof RULE_TEXTS;
  readonly gate: Gate;
  readonly phrases: readonly string[];
}

const set = (words: string): ReadonlySet<string> => new Set(wordList(words));

/** Word sets that the phrases of all layers may name. */
export const PHRASE_SETS = {
  ...CARE_SETS,
  you: set('you yourself'),
  we: set('we i they us'),
  us: set('us me here our ours'),
  he: set('he she'),
  him: set('him her'),
  det: set('the this that said our one'),
  was: set("was were 'd been got being"),
  has: set("have has had 'd 's"),
  neg: set('not never'),
  about: set(
    'about regarding concerning during following after at since for from in on of to with before',
  ),
  sorry: set(
    'sorry apologise apologies regret regrets pleased glad delighted thank thanks grateful hope happy disappointed sad sorry',
  ),
  talk: set(
    'discuss discussing talk explain review reviewing investigate investigating revisit discussed explaining',
  ),
  month: set(
    'january february march april june july august september october november december jan feb aug sept sep oct nov dec',
  ),
  number: set(
    'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety',
  ),
  mental: new Set(MENTAL_STATE_WORDS),
  conduct: new Set(CONDUCT_WORDS),
  billing: new Set(BILLING_WORDS),
  place: set(
    'clinic surgery practice hospital department unit ward centre reception theatre a&e service team care list books emergency rooms premises room building site pharmacy',
  ),
  idNoun: set(
    'number dob nhs chi pps surname address postcode eircode birthday name details reference',
  ),
  give: set(
    'confirm send reply quote provide give tell dm message post share supply state include',
  ),
} satisfies Record<string, ReadonlySet<string>>;

/** Grammar of relationship, records, conduct, money and identity, as data. */
export const PHRASE_RULES: readonly PhraseRule[] = [
  {
    text: 'relationship',
    gate: 'actual',
    phrases: [
      'you were|was|been|got @adverb? @adverb? @careDone',
      "you have|had|'d not? been @adverb? @adverb? @careDone",
      'you were|are|have in|under|on *2 @place|care|theatre',
      "you have|had|'d been a|an|under|on|in|with|at|our|here",
      'you are|were @adverb? a|an|our|one|registered|known|under *3 @clientele|us|care|here',
      'you @adverb? @adverb? @actPast',
      "you have|had|'d @adverb? @adverb? @actDone",
      'you @adverb? left *1 the|our|before|without|with|early|in|happy|feeling|hospital|when|after|and|on|against|it',
      'you did @neg @adverb? @actBase',
      'you failed|refused|neglected|declined|omitted|chose|opted|agreed|elected|preferred|consented to',
      'you had|have|underwent|received|needed|required *3 @careNoun',
      'you had|underwent|received|needed|required *4 done|performed|carried|removed|fitted|repaired|replaced',
      '@careToYou you|her|him @adverb?',
      '@we|@staff did|do *1 @careBase|everything you|him|her|for',
      'you were my|his|her|our *2 case|patient|client|appointment|first|last',
      '@about|per|from|in our *1 consultation|appointment',
      'per|following|since|after|during our|the *1 conversation|discussion|call|meeting|session',
      '@we|@staff gave|provided|sent|made|found|booked|arranged|performed|did|fitted|put *1 you|your|him|her *2 @careNoun',
      'look|looked|looking|cared|caring after|for you|him|her|his',
      'treating|seeing|examining|helping|delivering|operating on? you|him|her',
      'performed|operated|worked|carried *3 on *1 you|him|her|your',
      'meeting|welcoming you *3 @place',
      'thank|thanks|thankyou *1 for *2 visiting|attending|choosing|coming|trusting|seeing',
      'when|while|whilst|after|before|until|since you @adverb? @actPast|were|left|had',
      'explained|discussed|described|outlined|offered|recommended|prescribed|given|shown|suggested|communicated *3 to|with you|him|her',
      '@was @adverb? explained|discussed|outlined|agreed|advised|offered *4 at|during|before|to|in your|the|that|you @careNoun|time|desk|@place|consent|day|@actDone?',
      'as @was? @adverb? discussed|explained|agreed|advised|outlined|recommended at|during|in|with|to|when|by|beforehand|before',
      'under|in|into our|my|his|her care',
      'in|into our|my *2 chair|surgery|theatre|clinic|ward that|last|on|you|when',
      'one of our|my *2 @clientele',
      '@clientele of ours|mine|this',
      'our|my former|previous|past|own|late|ex|existing|current|longstanding|regular *1 patient|client',
      'that|this|the|our @clientele @adverb? was|were|had|has|received|attended|underwent|concerned|involved|declined|refused|left|@carePast',
      '@he @was @adverb? @adverb? @careDone',
      "@he has|had|have|'s not? been @adverb? @careDone|@person",
      '@he @adverb? @actPast',
      '@he did @neg @adverb? @actBase',
      '@he had|underwent|received *3 @careNoun|@careDone',
      '@he @was|is @adverb? a|our *1 @clientele',
      '@person @adverb? was|has|had @adverb? been? @adverb? @careDone',
      'the|this|that|our|said *1 @person @adverb? attended|declined|refused|received|underwent|visited|presented|arrived|missed|agreed|consented|cancelled|smoked|drank|paid',
      'is|was|are|were|@person a *2 patient|client|resident at|of|with|in|here|under|since|for|on our|ours|here|us|this|the|@place|@staff',
      'registered|enrolled with|at|under us|our|this|here',
      'on|off our *2 list|books|caseload|register|system',
      '@relative|@person @was @adverb? @careDone',
      '@staff @carePast your|his|her',
      'our team|staff|doctors|nurses @carePast you|him|her|your',
      'brought|admitted|taken|rushed|transferred|conveyed to *1 our|the|this|hospital|a&e *3 @place|us?',
      '@was discharged|admitted|triaged|readmitted|sectioned',
      '@was indeed|certainly|definitely? in|at|on|under our *2 @place|care',
      'the|your|his|her|that @careNoun @adverb? went|passed|proceeded *1 as|well|smoothly|to|without|perfectly',
      'your @adverb? next|last|recent|previous|first|latest|earlier|upcoming|second|third|subsequent|initial|original|final|morning|afternoon|emergency *2 @careNoun|slot',
      'your @careNoun @adverb? @was|is|has|had|will|went|took|came|lasted|ran|overran|showed|started|began|ended',
      '@sorry *6 your|his|her *2 @yourCareNoun',
      '@talk|go|look|talking|going|looking *2 your|his|her *1 @yourCareNoun',
      'arrange|book|rebook|reschedule|rearrange|finish|complete|continue|resume|move|change *1 your|his|her *2 @yourCareNoun',
      'consent form|forms',
      'you *2 @acting *3 @careNoun',
      'your key|support|social|care worker|coordinator|co',
      'your @adverb? named|usual|own|regular|allocated *1 @staff|gp|worker|consultant|surgeon|midwife',
      'one|two|three|single|several|only|multiple|various|# attendance|attendances|consultations|admissions|visits|appointments',
      'the care|treatment|advice|attention|information|support that? you @adverb? received|had|got|were|refused',
      'care|treatment|advice|support you|he|she received|had|got|were',
      'offered|gave|offering *1 you|him|her',
      'you|he|she as a *1 @clientele',
      'treated|seen|examined|admitted|assessed|operated *3 by|at|in|with our|us|this|here|my|dr',
      'having|have looked|gone|thought back|over|through *2 @record|it|appointment|visit|that',
      'we *2 remember|recall|remembers|remembered you|your|him|her|this|that|the',
      'remember|recall *1 you|your|him|her|it *1 differently|well|very|clearly',
      'i was|am the *2 @staff|one who|that|on',
      'you|he|she walked|stormed|rushed|marched|stomped out|off|away',
      '@adverb? with|at|here this|our|us @place since #',
      'you *1 signed',
    ],
  },
  {
    text: 'relationship',
    gate: 'past',
    phrases: [
      '@about|the|of|that your|his|her *2 @yourCareNoun',
      'your|his|her *1 @yourCareNoun',
      'the *1 operation|procedure|surgery|consultation|appointment|examination|admission|treatment|delivery|discharge @was|went|had|took|lasted',
      'at the|that consultation|appointment|time|examination|visit',
      'the *4 @person concerned|involved @was|had|did|@actPast|has|received',
      'the *4 @person in question',
      'the *3 @person who|whom we|was|i|had|came|attended',
    ],
  },
  {
    text: 'softRelationship',
    gate: 'asserted',
    phrases: [
      'your *2 experience|visit|time|stay|contact|encounter|dealings *1 at|with|in|under|of|here our|us|the|this|here?',
      'your *1 experience of|with *3 care|service|treatment|staff|@place',
      'you *2 experienced|encountered *3 at|with|in|from our|us|this|here|the @place?',
      'you *1 experience|visit|time *2 with us|here',
      'you chose|choosing us|our',
    ],
  },
  {
    text: 'denial',
    gate: 'asserted',
    phrases: [
      'no record|records|trace|sign|entry|knowledge|memory|evidence|recollection|file|notes|note *5 you|your|patient|visit|attendance|appointment|booking|admission|name|treatment|treating|seeing|consultation|person|such|having|individual|him|her|incident|event|interaction|this|that',
      'you|he|she|writer|author|reviewer|person|individual|poster *2 @neg *3 @clientele|client|registered|attended|visited|treated|seen|known',
      '@neg *3 one of our|ours|my',
      'not on our|the|my *2 list|books|register|system|database',
      'never *3 been|set|had|seen|treated|met|come|attended|visited|heard *3 here|us|foot|our|this|you|patient|anyone|him|her|of',
      '@neg *1 treat|treated|see|seen|saw|met|know|recognise|examined|provided|employed|cared *3 you|person|name|patient|individual|him|her|author|reviewer|writer',
      'not|unable|failed *2 find|trace|locate|identify|match|see|place *6 record|records|patient|name|appointment|booking|visit|you|admission|notes|files|customer|person',
      'nobody|no|none|nothing *4 of|by|with|matching|under|called that|this|your name|description|details',
      'another|different|wrong|other practice|surgery|clinic|hospital|dentist|provider|doctor|business|trust',
      'never have|had been',
      'you are|were not *3 @clientele|ours',
      'you|writer|author|reviewer have|has never',
    ],
  },
  {
    text: 'records',
    gate: 'asserted',
    phrases: [
      '@looked *5 your|his|her|the|our|these|this|my @adverb? *2 @record',
      'look|looking|go|going|been|checked back *1 at|over|through *3 @record|appointment|visit',
      'checking|reviewing|examining|reading *2 your|his|her|the *2 @record',
      'our|the|my|your|his|her *2 notes|records|system|files|logs|cctv|chart|log|recordings|diary|register show|shows|indicate|indicates|confirm|confirms|say|says|suggest|suggests|state|states|reveal|record|demonstrate|tell|prove|proves|paint|document|are|make|have|has',
      'according to *2 @record',
      'it is|was *1 documented|recorded|noted|written|clear *3 notes|record|records|chart|file',
      '@was @adverb? documented|recorded|noted|entered in|on *3 notes|record|records|chart|file|time',
      'your|his|her medical? file|chart|notes @adverb? @was|is|has|had|show|shows',
      'we|i can|could see from|that your|our|the|you|he|she *2 @record|@was|@actPast|@has',
      'documented *2 discussion|consent|evidence|refusal',
    ],
  },
  {
    text: 'askForDetails',
    gate: 'actual',
    phrases: [
      '@give *2 your *3 number|dob|birth|surname|postcode|eircode|pps|chi|nhs|mrn',
      'what is|was your *2 name|number|dob|birth|postcode|address',
    ],
  },
  {
    text: 'conduct',
    gate: 'actual',
    phrases: [
      "you|@he|@person|behaviour|conduct|manner|attitude @was|is|are|became|'re @adverb? @adverb? @conduct",
      'you|@he|@person|who @adverb? shouted|swore|screamed|threatened|abused|assaulted|stormed|spat|shoved|refused|ignored|demanded|verbally|physically',
      'your|his|her *1 behaviour|conduct|manner|attitude|aggression|outburst|refusal|language|abuse|drinking|smoking|lifestyle|non|compliance|weight|habit|addiction *2 towards|to|in|at|on|was|were|that|is|has|led|caused|meant|when',
      'you|@he|@person @adverb? smokes|smoked|drinks|drank|vapes|misused|injects|eats|gambles|floss',
      'do|does|did not *1 floss|brush|smoke|exercise|comply|engage|eat|take',
      'you|@he @adverb? missed|skipped|forgot|cancelled *3 @careNoun|@number|these|them|it|doses',
      'you|@he @was|have|had|has been drinking|smoking|drunk|abusive|using|vaping',
      'had been drinking|smoking|using|vaping',
      'the|his|her|your drinking|smoking|weight|lifestyle|habit has|had|is|was|may|might|did|does',
      'refusal|failure|unwillingness|inability to @careBase|@actBase|follow|take|comply|engage|attend',
      'offered and|but refused|declined',
      '@he|you|who *1 @was|is|are *1 non compliant|adherent',
      'missed *2 follow|appointments|appointment|reviews|checks|tests|scans',
    ],
  },
  {
    text: 'mentalState',
    gate: 'actual',
    phrases: [
      'you|@he|@person @was|seemed|appeared|became|presented|looked @adverb? as|in|a? @mental',
      'you|@he|@person @was|seemed|appeared|became|looked @adverb? @adverb? @mental',
      'your|his|her *1 mental health|state|illness|breakdown|wellbeing|condition',
      'your|his|her anxiety|depression|paranoia|psychosis|delusions|mood|nerves|breakdown|imagination',
    ],
  },
  {
    text: 'billing',
    gate: 'actual',
    phrases: [
      'your|his|her *2 insurance|insurer|invoice|bill|account|payment|payments|refund|deposit|debt|balance|claim *3 @was|is|has|had|remains|declined|did|refused|still|by|unpaid|outstanding',
      'your|his|her *1 insurer|insurance|invoice|cheque',
      'you|@he @adverb? owe|owes|owed|paid|pay',
      'invoice|bill|balance|fee|account|deposit *6 unpaid|outstanding|overdue|remains|settled|unsettled',
      'have|has|did not *1 paid|pay|settled|settle *4',
      'we|i|@staff @adverb? refunded|reimbursed|charged|billed|invoiced|waived *2 you|him|her|your|the',
      'offered|given|gave|issued|received|accepted *2 a|full|partial|your *1 refund|discount|reimbursement',
      '£ # refund|discount',
    ],
  },
  {
    text: 'quasi',
    gate: 'specific',
    phrases: [
      '#|@number *1 year|years|yr|yo old *3 @person|@relative',
      '#|@number year|years old who|from|with|was|had|living|attended',
      'aged|age # @has|was|from|who|and|with',
      'of|at your|his|her age',
      'in your|his|her *1 teens|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties',
      'red|pink|blue|purple|green|ginger|blonde|dyed|shaved|long|grey|bald hair|beard|head|haired',
      'first|second|third|fourth|final year at|of|in|student',
      'moved|comes|came|hails|travelled|drove|flew from|to|over ^A',
      '@person from ^A',
      '@person who|that works|worked|lives|lived|runs|teaches|drives|plays|owns|coaches',
      'your|his|her job|work|occupation|trade|profession|shift|shifts|employer|boss as|at|in|with|on|is|was|means',
      'wearing|wore|tattoo|tattooed|tattoos|beard|kilt|hijab|wheelchair|moustache',
      'the *1 teacher|farmer|nurse|barrister|footballer|student|vicar|priest|policeman|policewoman|shopkeeper|driver|councillor|actor|singer|plumber|builder who|from|with|that',
      'works|worked|working as a|an',
      'works|worked|teaches|lives|lived at|in|for|near ^A',
    ],
  },
  {
    text: 'thirdParty',
    gate: 'specific',
    phrases: [
      "[ your|his|her @relative ^A? ] 's? *2 @was|has|had|is|did|said|told|rang|called|phoned|came|agreed|asked|accepted|confirmed|wanted|signed|attended|appointment|care|treatment|condition|notes|history|complained|insisted|spoke|took|brought|raised|made",
      '@sorry|with|to|about|for|that|and|by|glad [ your|his|her @relative ]',
      '^ [ your|his|her @relative ^A? ] *2 @was|has|had|is|did|@carePast',
      "[ your|his|her own? @relative ] 's own? *2",
      "the @relative 's own? psychiatric|medical|mental history",
    ],
  },
];
