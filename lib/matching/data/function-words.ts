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
