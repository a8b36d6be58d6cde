/**
 * What may follow a name and make a longer name that is still about it: "Kabul airport", "Kunduz
 * province", "Wagner Group". Folded, singular and plural.
 */
import { wordList } from './word-list';

/** Places, bodies and doings that take their name from where, or by whom, they are. */
export const TAILS_ABOUT = wordList(`
  province provinces city district districts region regions governorate county oblast prefecture state states territory
  valley border borders airport port harbour harbor base airbase camp camps prison jail square
  strip peninsula coast front frontline line zone area corridor bank crossing
  government administration regime authorities authority ministry ministries cabinet parliament assembly senate court
  office offices supreme council central bank police army navy force forces military troops air guard guards security intelligence
  embassy consulate university hospital museum stadium bureau
  group network movement party militia militias fighters insurgents branch wing faction leadership command
  war wars conflict crisis uprising revolution invasion offensive siege battle attack attacks bombing
  talks deal agreement accord accords treaty summit peace process ceasefire truce declaration protocol
  economy markets exchange sanctions policy affairs relations time
`);

/** Tails that turn a *person's* name into the name of something else: "Imran Khan Stadium". */
export const TAILS_NAMED_AFTER = wordList(`
  hospital airport university college school academy institute library museum stadium arena park street
  road avenue boulevard square bridge tower towers hotel foundation center centre prize award trophy cup
  mosque madrasa church cathedral shrine mausoleum tomb highway station terminal house hall theatre theater
  plaza building barracks base camp dam mountains mount river lake island islands peninsula valley county city
  cancer scholarship fellowship fund memorial monument
`);
