import { describeCases } from './case-table';

describeCases('letter case', [
  ['an acronym as written', 'the [WHO=who] and the [US=us]'],
  ['an acronym in lower case is a word', 'who is it for us'],
  ['an acronym with a capital first is a word', 'Who are they? Us. Is it so?'],
  ['an acronym that papers write like a name', '[Nato=nato] chiefs met'],
  ['an exact form only as written', 'Isis rose, said the priest'],
  ['a name in lower case is a common noun', 'they ate turkey; a mujahid; the kremlin gin'],
  ['a name in capitals', '# [TALIBAN=taliban] ENTER [KABUL=kabul]'],
  ['an Arabic article may be large or small', '[Al-Qaeda=al-qaeda] and [al-Qaeda=al-qaeda]'],
  ['an Arabic name in capitals', '# [AL-QAEDA=al-qaeda] LEADER KILLED'],
  [
    'a generic last word may be small or large',
    'the [Haqqani Network=haqqani-network] and the [Haqqani network=haqqani-network]',
  ],
  ['another last word may not be small', 'an Islamic state of mind'],
  ['a common noun may be large', 'the [Caliphate=caliphate] and the [caliphate=caliphate]'],
  ['an exact form with a hyphen', 'not Isis-k, but [ISIS-K=isk] and [ISIS K=isk]'],
  ['an exact name of some length may be set in capitals', '# HEZB CHIEF OF [FATAH=fatah] DEAD'],
  ['a name that folds to an English word', 'a town, [Gőd=god-town]; God knows'],
  ['an acronym that spells an English word', 'the [BOTH=both] programme. Both won.'],
  ['an acronym in a block of capitals is a word', '# WHO IS TO BLAME FOR US'],
  [
    'an acronym in a run of capitals is a word',
    'He wrote: THE QUESTION IS WHO PAYS FOR THIS MESS, and left.',
  ],
  [
    'in capitals, with the long name in the block',
    '# [UNITED STATES=us] TROOPS KILLED, SAYS [US=us] GENERAL',
  ],
  [
    'in capitals, in the headline of a story that names it',
    '# [WHO=who] WARNS OF OUTBREAK ¶ The [World Health Organization=who] said so.',
  ],
  [
    'in capitals, lower down, where it spells a word',
    'The [World Health Organization=who] spoke. ¶ WHO IS TO BLAME',
  ],
  [
    'in capitals, lower down, where it spells none',
    '[NATO=nato] met. ¶ He said: “[NATO=nato] WASN’T THERE FOR THEM”.',
  ],
  ['in capitals, and the story never names it', '# UN ENVOY LEAVES [KABUL=kabul] ¶ The envoy left.'],
  ['a list of acronyms is no run of capitals', 'members of the [UN=un], EU, [NATO=nato] and AU'],
  ['a licence in capitals', 'THE SOFTWARE IS PROVIDED “AS IS”, WHO EVER USES IT, OR OF USE TO US.'],
  ['a headline in title case', '# [Taliban=taliban] Seize [Kabul=kabul] as Government Falls'],
  ['a common noun in capitals', '# THE [CALIPHATE=caliphate] IS GONE'],
  ['an alias in capitals throughout asks for a capital only', '[Hamas=hamas] and [HAMAS=hamas], not hamas'],
  ['a tiny name needs its marks', '[Bår=bar-town] and Bar, a bar'],
  ['a name that is a particle elsewhere keeps its capital', 'at [Ash=ash-town], not ash'],
]);
