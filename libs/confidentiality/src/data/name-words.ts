import { wordList } from './grammar-words.js';

export const HONORIFICS: ReadonlySet<string> = new Set(
  wordList(
    'mr mrs ms miss mx master dr prof professor sir lady dame rev reverend father sister madam',
  ),
);

const SAME_TITLES = [wordList('dr doctor'), wordList('prof professor')];

/** The ways in which one title is written. */
export const titleForms = (title: string): readonly string[] =>
  SAME_TITLES.find((forms) => forms.includes(title)) ?? [title];

/** A word of address in front of a name. */
export const isTitle = (word: string): boolean => HONORIFICS.has(word) || word === 'doctor';

/** Titles that anybody may bear, the patient as well as a surgeon. */
export const CIVIL_TITLES: ReadonlySet<string> = new Set(
  wordList('mr mrs ms miss mx master madam'),
);

/** Names that are also everyday words: a match needs a capital and no everyday use around it. */
export const COMMON_WORD_NAMES: ReadonlySet<string> = new Set(
  wordList(`
may june april august mark young bell winter hope grace faith joy will bill rose lily daisy ivy holly heather violet iris olive
hazel basil sage rob sue pat jack art dean earl duke king prince rich frank ernest guy dale glen cliff brook rivers lake
wood woods hill hall field banks stone ford marsh moor park green brown white black grey gray gold silver day summer spring snow frost
rain storm long short small little large strong sharp swift wise good best love bliss noble just moody savage wild stern
bond bright page read reed baker butcher cook cooper carter mason miller potter smith taylor turner walker weaver cross
church bishop pope abbot monk knight squire major sergeant law judge case price penny pound cash money bull fox wolf lamb hart
swan crane finch martin robin jay drake peacock bird fish pike ray may bean rice pepper ginger pearl ruby amber jade
crystal opal star sky dawn eve victor carol christian angel ash drew miles chase hunter archer cash destiny harmony melody
unity charity patience constance prudence mercy kerry kent lane close way chance clay cole dean max ash tom sunny bunny
doctor nurse patient ward bone blood heart head hand foot leg back tooth speed power may fry gale gill`),
);

/** Short forms of given names, both ways. */
export const DIMINUTIVES: readonly (readonly string[])[] = `
alexander alex sandy xander sasha|alexandra alex sandra lexi sasha|andrew andy drew|anthony tony ant|antonia toni|barbara barb babs|benjamin ben benny benji|bernadette bernie|bridget bridie biddy|caitlin kate cait|caroline caz carrie|catherine cath cathy kate katie kitty|katherine kath kathy kate katie kitty kat|charles charlie chuck chas|charlotte charlie lottie|christine chris chrissie tina|christopher chris kit|daniel dan danny|danielle dani|david dave davy davey dai|deborah deb debbie debs|dennis den denny|dominic dom|dorothy dot dottie dolly|edward ed eddie ted teddy ned|eleanor ellie nell nora|elizabeth liz lizzie beth betty betsy eliza libby lisa|emily em emmy millie|emma em|ernest ernie|fiona fi|florence flo florrie flossie|francis frank frankie|frances fran frankie|frederick fred freddie|gabriel gabe|geoffrey geoff|george georgie|gerald gerry|gerard ger gerry|gillian gill jill|gregory greg|harold harry hal|harriet hattie|henry harry hal|isabel izzy bella|isabella izzy bella|jacob jake|jacqueline jackie jacqui|james jim jimmy jamie jem|janet jan|jennifer jen jenny|jeremy jez jerry|jessica jess jessie|joanna jo|joanne jo|john jack johnny jon|jonathan jon jonny|joseph joe joey|josephine jo josie|joshua josh|judith judy jude|julia jules|kenneth ken kenny|kimberley kim|laurence larry laurie|lawrence larry laurie|leonard len lenny|louise lou|lucille lucy|madeleine maddie|magdalena magda lena|margaret maggie meg peg peggy marge daisy greta|martha mattie|martin marty|mary molly polly may mamie|matthew matt matty|maureen mo|maxwell max|melissa mel|melanie mel|michael mick mike mikey micky|michelle shell chelle|miriam mim|mohammed mo|muhammad mo|natalie nat|natasha tasha nat|nathaniel nate nat|nicholas nick nicky|nicola nicky nic|oliver ollie|olivia liv livvy|pamela pam|patricia pat patsy tricia trish|patrick pat paddy|pauline paula|penelope penny|peter pete|philip phil pip|philippa pip pippa|phyllis phyl|rachel rach|raymond ray|rebecca becky becca bex|reginald reg reggie|richard rich dick rick ricky|robert rob bob bobby robbie bert|roderick rod roddy|roger rodge|ronald ron ronnie|rosalind ros roz rosie|rosemary rose rosie|rupert rupe|ruth ruthie|samantha sam sammy|samuel sam sammy|sarah sally sal|sean shaun|sebastian seb|simon si|sophia sophie|stanley stan|stephanie steph|stephen steve stevie|steven steve stevie|stuart stu|susan sue susie suzie|susannah sue susie|sylvia syl|terence terry tel|theresa terry tess tessa|thomas tom tommy|timothy tim|tomasz tomek|jakub kuba|victoria vicky tori|vincent vince vinny|virginia ginny|walter walt wally|wilfred wilf|william will bill billy liam willie|winifred win winnie|zachary zach zac|agnieszka aga|aleksandra ola|katarzyna kasia|malgorzata gosia|joanna asia|krzysztof krzys|piotr piotrek|pawel pawelek|padraig paddy podge|maire molly|sinead shin|grainne grannie|eoghan eoin|oluwafemi femi|olufunke funke|adebayo bayo|chukwuemeka emeka|muhammad moh|abdul abs|mohinder mo|gurpreet preet gurp|harpreet preet harp|jaswinder jas`
  .trim()
  .split('|')
  .map((group) => group.split(' '));
