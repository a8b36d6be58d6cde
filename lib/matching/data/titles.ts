/**
 * Honorifics, ranks and offices: words that stand before a person's name, or between the name of a
 * body and that of its holder of office, without being part of either name. Folded; the languages
 * of the Latin and Cyrillic press.
 */
import { wordList } from './word-list';

export const TITLES = wordList(`
  mr mrs ms miss mx dr prof professor sir dame lord lady baron baroness count countess
  president vice prime minister premier chancellor secretary governor gov senator sen
  representative rep congressman congresswoman lawmaker mp speaker mayor ambassador envoy attorney judge justice
  chief chairman chairwoman chair director head leader commander cmdr general gen lieutenant lt colonel
  col major maj captain capt sergeant sgt corporal private pvt admiral adm marshal brigadier officer sheriff
  detective inspector constable commissioner deputy acting interim former ex late
  king queen prince princess emperor emir sultan shah sheikh shaikh shaykh sheik imam ayatollah mullah maulana maulvi
  mawlawi maulawi molvi hojatoleslam grand mufti pope father rev reverend bishop archbishop cardinal patriarch rabbi sister
  brother haji hajji hafiz qari datuk dato tun tan sri seri tuan puan pak bapak ibu ustaz syed sayyid u daw ko
  spokesman spokeswoman spokesperson analyst expert reporter correspondent journalist editor author
  historian economist lawyer activist researcher fellow chef actor actress singer striker coach
  candidate nominee rival incumbent dictator strongman warlord militant
  ceo cfo founder boss tycoon billionaire
  herr frau doktor kanzler kanzlerin prasident prasidentin bundeskanzler bundeskanzlerin bundesprasident
  aussenminister aussenministerin ministerprasident verteidigungsminister innenminister konig
  monsieur madame mme mlle ministre premier presidente senor senora don dona
  primer ministro ministra canciller signor signora dottor presidenta rey roi
  господин президент премьер министр генерал
`);

/** Those that are written short, with a full stop that ends no sentence. */
export const ABBREVIATED_TITLES = wordList(`
  mr mrs ms mx mme mlle dr prof gov sen rep gen lt col maj capt sgt cmdr pvt adm rev
`);

/** Offices, bodies and doings that a name of a state or group is put before: "Syria President Assad". */
export const OFFICES_AFTER = wordList(`
  president vice prime minister premier chancellor secretary governor senator speaker mayor ambassador
  envoy king queen prince princess emperor emir sultan supreme chief foreign defense defence interior
  finance spokesman spokeswoman spokesperson deputy acting general correspondent bureau editor pm fm
`);

/** Titles that are names as well where a given name stands before them. */
export const NAMES_BY_NATURE = wordList(
  'shah sultan mullah sheikh emir king prince pope judge dean duke baron earl major marshal bishop abbot',
);
