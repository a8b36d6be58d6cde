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
  office offices supreme council central bank police army navy force forces military troops guard guards security intelligence
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

/** Tails of papers, airlines and teams that bear a place's name without being about it: "China Daily". */
export const TAILS_OF_FIRMS = wordList(`
  post times daily herald tribune today journal gazette examiner observer telegraph mail weekly
  air airlines airways airline railways motors tech tigers bulldogs nationals commanders capitals wizards united fc
  brand almonds delight
`);

/** Heads that make a place's name another one's: "Lake Chad", "Port Sudan", "Air China". */
export const HEADS_OF_OTHERS = wordList('air lake port fort mount cape little lady');

/** Those of them that small letters make a common noun of: "State Security" is a body, "state security" none. */
export const ABSTRACT_TAILS = wordList(
  'state security intelligence peace time policy affairs relations economy',
);
