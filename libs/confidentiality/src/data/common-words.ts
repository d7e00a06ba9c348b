import { wordList } from './grammar-words.js';

/** Words too ordinary, in posts about care and replies to them, to show that one repeats the other. */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  wordList(`
a about above abuse abused accept access account act action actually add address advice after afternoon again against age ago all allow almost alone along already also although
always am an and angry another answer any anyone anything appointment appointments are area around arrive as ask asked asking at attend avoid away awful back bad be became because
become been before began behind being believe best better between big bit block blocked body book booked booking both bring but by call called calls came can cannot care cared careful
case cause change check checked child children clean clear clearly clinic come comes coming comment comments complaint complaints complete completely concern concerned concerns
consultant contact continue correct could couple course date day days deal dear decide decided decision dental dentist department describe did different difficult disappointed
disappointing discharged discuss disgrace disgraceful disgusting do doctor doctors does doing done door down due during each early easy either else email emergency end enough even
evening ever every everyone everything exactly experience experiences explain explained eye eyes face fact family far fault feel feeling feels felt few final find fine first five follow
following for former found four friday friend friends from full further gave general get gets getting give given go goes going gone good got great group had half hand hands happen
happened happy hard has have having he head health healthy hear heard help helped helpful her here herself high him himself his home hope horrible hospital hour hours house how
however husband i if ill important in information inside instead into is issue issues it its itself job just keep kept kind know known lack lady last late later learn least leave
left less let letter level life like line list listen listened listening little live local long look looked looking lost lot made make makes making man manager many matter may me mean means
medical meet member mention mentioned message might mind mine minute minutes mistake moment monday money month months more morning most mother move much mum must my myself name near nearly need needed
needs never new news next nhs nice night no nobody not note notes nothing now number nurse nurses of off offer offered office often oh ok old on once one online only open or order other others our
out outside over own page pain paid part patient patients pay people perfect perfectly person personal phone phoned place plan please point poor possible post posted posting practice prepare private probably
problem problems process proper properly provide public put question questions quick quickly quite rang rather rating read reading ready real really reason received reception receptionist recommend
record records refer refund refused regard reply report respond response rest result results review reviews right ring room round rude said same saturday saw say saying says second see seeing seem seemed seen
send sent serious seriously service services set several she should show side since sit site six small so some somebody someone something somewhere soon sorry sort sound speak spent spoke
staff stand standard standards star stars start started state stay step still stop story straight sunday support sure surgeon surgery take taken takes taking talk team tell telling ten terrible than thank thanks that the their
them themselves then there therefore these they thing things think third this those though thought three through thursday time times to today together told tomorrow too took top totally towards treat treated treatment
tried trouble true trust truth try trying tuesday turn turned two under understand unhappy unit until up upon us use used usual utterly very view visit wait waited waiting walk walked want wanted ward was waste way we wednesday week
weekend weeks welcome well went were what when where which while who whole why wife will wish with within without woman word words work worked working works worry worse worst worth would write writing wrong wrote
year years yes yesterday yet you young your yourself son daughter baby boy girl minutes hours lovely worried upset unacceptable useless dismissed ignored hurt hurts sick fine honest honestly
dont didnt wasnt cant wont couldnt isnt ive im ill thats theyre whats hes shes absolutely absolute zero one-star negative positive feedback care professional unprofessional attitude manner manners
nightmare shocking shocked appalling lists queue busy short shortage website facebook google social media tweet reviewer author poster gp a&e mental physical health men women students student student`),
);
