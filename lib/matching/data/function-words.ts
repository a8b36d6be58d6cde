/**
 * Words that begin sentences and headlines with a capital that means nothing. Folded. English, with
 * the commonest of German, French, Spanish, Italian, Portuguese, Dutch and Turkish.
 */
import { wordList } from './word-list';

export const FUNCTION_WORDS = wordList(`
  a an the this that these those its his her their our my your some any all both each every either neither no not nor
  in on at by for from of to with without within into onto over under about above across after against along among
  around as before behind below beneath beside besides between beyond despite down during except inside like near off
  out outside past per since than through throughout till toward towards until up upon via amid
  and or but so yet if when while where why how what who whom whose which because although though unless
  whether once also even only just still then now later earlier soon again already perhaps maybe meanwhile however moreover
  instead indeed today tomorrow yesterday tonight once twice here there yes he she it they we i you
  is are was were be been being has have had do does did will would can could may might must shall should
  said says say told asked added one two three four five six seven eight nine ten many most much more less few several
  other another such same own first second third last next new old
  breaking exclusive update updated watch video photo photos live opinion analysis explainer read see
  what's it's who's here's there's
  der die das den dem des ein eine einen einem einer im am vom zum zur beim und oder aber auch nach vor
  bei mit von aus fur gegen uber unter zwischen seit wegen als wenn wie wo was wer warum
  le la les un une des du de au aux en dans sur sous chez pour par avec sans entre vers selon depuis et
  ou mais si quand comme que qui
  el los las una del al con sin sobre entre hacia desde hasta para por segun y o pero cuando como que
  il lo gli i uno di da nel nella su per tra fra e ma
  os os um uma do da dos das no na nos nas em com
  het een van op te aan bij naar uit voor door over
  ve ile bir bu
`);

/** Capitalised in English wherever they stand, and no part of a name beside them. */
export const CALENDAR = wordList(`
  monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
  january february march april may june july august september october november december
  jan feb mar apr jun jul aug sep sept oct nov dec
`);

/** Prepositions that stand before places far more than before people. */
export const PLACE_PREPOSITIONS = wordList(`
  in to from into inside within across throughout near outside around neighbouring neighboring
  en dans nach aus innerhalb auf hacia desde em na no nella in
  в во из под
`);

/** English words that acronyms in capitals are mistaken for: "WHO IS TO BLAME", "BETWEEN US". */
export const WORDS_IN_CAPITALS = wordList(`
  a an am and any are as at be but by can did do eat for from get go had has he her him his how i if in is it its
  job let may me men mix my new no nor not now of off ok on one or our out own pay put ran say see set she so some
  ten the them they this to too top two up us use was way we who why will with won yes yet you aid aim arm art
  ease era even ever had hits jam last mad must our pan plan rip sad sat seal star stem sweet tip when
`);

/** Short English words that foreign names fold to, or acronyms spell: Gőd, Bār, BOTH. */
export const COMMON_WORDS = wordList(`
  god bar come both home man men sun son day war law end age air arm art bad bag ban bay bed big bit box boy bus car cat
  cup cut dad dog dry ear eat egg eye fan far fat few fit fly fun gas gun hat hit hot ice ill inn ink jet job joy key kid lab
  lay led leg lie lip lot low mad map mid mix mum net nor nut oil old pay pen per pet pie pig pin pop pot raw red rid
  row run sad sea set sex she shy sir sit six ski sky tax tea tie tin tip toe ton top toy try van via vow wet win zoo
  also area army away baby back ball band bank base bath bear beat bell best bill bird blow blue boat body bomb bond
  bone book boot born boss busy call calm came camp card care case cash cast cell chip city club coal coat code cold cook
  cool cope copy core cost crew crop dare dark data date dead deal dear deep deny desk diet door down draw drop drug
  dual each earn ease east easy edge even ever face fact fail fair fall farm fast fate fear feed feel fell file fill film
  find fine fire firm fish five flat flow food foot form fort four free from fuel full fund gain game gate gave gear
  gene gift girl give goal gold gone good grew grow hair half hall hand hang hard harm hate have head hear heat held hell
  help here hero high hill hire hold hole holy hope host hour huge hunt hurt idea inch into iron item jail join joke jump
  just keen keep kept kick kill kind king knee knew know lack lady laid lake land lane last late lead left less life lift
  like line link list live load loan lock long look lord lose loss lost love luck made mail main make male many mark mass
  mate meal mean meat meet menu mere mile milk mind mine miss mode mood moon more most move much must name near neck
  need news next nice nine none nose note okay once only onto open oral over pace pack page paid pain pair palm park
  part pass past path peak pick pile pink pipe plan play plot plus poll pool poor port post pull pure push race rail
  rain rank rare rate read real rear rely rent rest rice rich ride ring rise risk road rock role roll roof room root rose
  rule rush safe sail sake sale salt same sand save seat seed seek seem seen self sell send sent ship shop shot show shut
  sick side sign site size skin slip slow snow soft soil sold sole some song soon sort soul spot star stay step stop such
  suit sure take tale talk tall tank tape task team tech tell tend tent term test text than that them then they thin this
  thus till time tiny told toll tone tool tour town tree trip true tune turn twin type unit upon used user vary vast very
  vice view vote wage wait wake walk wall want ward warm wash wave weak wear week well went were west what when whom wide
  wife wild will wind wine wing wire wise wish with wood word wore work yard yeah year your zero zone
`);
