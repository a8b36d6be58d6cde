/**
 * Entries as TBX-Basic (ISO 30042:2019, style DCT): names, their languages, and the one-sentence
 * summary as definition. https://www.tbxinfo.net
 */
import type { Entry } from '../glossary/schema';

/** The language of the glossary's own names and sentences. */
export const GLOSSARY_LANGUAGE = 'en';
/** Marks ids that are ours; an id of XML may begin with no digit, and a slug may hold no full stop. */
export const OWN_ID = 'e.';

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dct" xml:lang="${GLOSSARY_LANGUAGE}" xmlns="urn:iso:std:iso:30042:ed-2" xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">
<tbxHeader><fileDesc><sourceDesc><p>Newsgloss</p></sourceDesc></fileDesc></tbxHeader>
<text><body>
`;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (one) => ENTITIES[one] ?? one);

type TermType = 'fullForm' | 'acronym' | 'variant' | 'shortForm';

function termSec(text: string, type: TermType, isPreferred: boolean): string {
  const status = isPreferred ? 'preferredTerm-admn-sts' : 'admittedTerm-admn-sts';
  return `<termSec><term>${escaped(text)}</term><basic:termType>${type}</basic:termType><min:partOfSpeech>properNoun</min:partOfSpeech><min:administrativeStatus>${status}</min:administrativeStatus></termSec>\n`;
}

function conceptEntry(entry: Entry): string {
  const byLanguage = new Map<string, string>();
  const add = (lang: string | undefined, term: string) => {
    const language = lang ?? GLOSSARY_LANGUAGE;
    byLanguage.set(language, (byLanguage.get(language) ?? '') + term);
  };
  add(undefined, termSec(entry.name, 'fullForm', true));
  if (entry.ownScript) add(entry.ownScript.lang, termSec(entry.ownScript.text, 'fullForm', true));
  for (const { text, lang, case: letters } of entry.aliases)
    add(lang, termSec(text, letters === 'exact' ? 'acronym' : 'variant', false));
  for (const { text, lang } of entry.short) add(lang, termSec(text, 'shortForm', false));
  const sections = [...byLanguage].map(([language, terms]) => {
    const says = language === GLOSSARY_LANGUAGE ? entry.summary : undefined;
    const definition = says === undefined ? '' : `<basic:definition>${escaped(says)}</basic:definition>\n`;
    return `<langSec xml:lang="${escaped(language)}">\n${definition}${terms}</langSec>\n`;
  });
  return `<conceptEntry id="${OWN_ID}${entry.id}"><min:subjectField>${entry.kind}</min:subjectField>\n${sections.join('')}</conceptEntry>\n`;
}

/** A TBX file in parts to be joined. */
export function* tbxParts(entries: Iterable<Entry>): Generator<string, void> {
  yield HEAD;
  for (const entry of entries) yield conceptEntry(entry);
  yield '</body></text>\n</tbx>\n';
}
