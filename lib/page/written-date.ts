import { isPartialDate } from '../glossary/dates';

/** A dateline is short; dates in longer texts belong to what the text tells. */
const LONGEST_DATELINE = 120;

const monthNamesByLanguage = new Map<string, ReadonlyMap<string, number>>();

const plain = (word: string) => word.normalize('NFKC').toLowerCase().replace(/\.$/, '');

/** Month names and their short forms in `lang`, folded, each with its number from 1. */
function monthNames(lang: string): ReadonlyMap<string, number> {
  const known = monthNamesByLanguage.get(lang);
  if (known) return known;
  const names = new Map<string, number>();
  const supported = Intl.DateTimeFormat.supportedLocalesOf([lang]).length > 0 ? lang : 'en';
  for (const locale of new Set([supported, 'en'])) {
    for (const month of ['long', 'short'] as const) {
      // With a day beside it many languages inflect the month: Russian "ноября", not "ноябрь".
      for (const options of [{ month }, { month, day: 'numeric' }] as const) {
        const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC', calendar: 'gregory' });
        for (let index = 0; index < 12; index++) {
          const parts = format.formatToParts(Date.UTC(2021, index, 1));
          const name = parts.find((part) => part.type === 'month')?.value;
          if (name && !/^\d/.test(name)) names.set(plain(name), index + 1);
        }
      }
    }
  }
  names.set('sept', 9);
  monthNamesByLanguage.set(lang, names);
  return names;
}

const isoDay = (year: string, month: number, day: string): string | null => {
  const iso = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isPartialDate(iso) ? iso : null;
};

const DAY_MONTH_YEAR =
  /(?<![\d\p{L}])(\d{1,2})(?:st|nd|rd|th|\.|er)?\s+(?:de\s+)?(\p{L}+\.?)\s*,?\s+(?:de\s+)?((?:19|20)\d{2})(?!\d)/u;
const MONTH_DAY_YEAR = /(?<!\p{L})(\p{L}+\.?)\s+(\d{1,2})(?:st|nd|rd|th)?\s*,?\s+((?:19|20)\d{2})(?!\d)/u;
const YEAR_MONTH_DAY =
  /(?<!\d)((?:19|20)\d{2})(?:-|\/|\.|年\s*|년\s*)(\d{1,2})(?:-|\/|\.|月\s*|월\s*)(\d{1,2})(?!\d)/u;

/**
 * The day that a short text such as "Nov 2 2021, 6:00pm" or "Опубликовано 2 ноября 2021" gives, as
 * `YYYY-MM-DD`; null where there is none, or where only figures stand whose order differs by country
 * (2/11/2021), or where the text is too long to be a dateline. `lang` is a BCP 47 tag.
 */
export function dateInText(text: string, lang: string): string | null {
  if (text.length > LONGEST_DATELINE) return null;
  const figures = YEAR_MONTH_DAY.exec(text);
  if (figures?.[1] && figures[2] && figures[3]) return isoDay(figures[1], Number(figures[2]), figures[3]);
  // The names of months are many formats: they are made for texts that look like a date.
  const dayFirst = DAY_MONTH_YEAR.exec(text);
  if (dayFirst?.[1] && dayFirst[2] && dayFirst[3]) {
    const month = monthNames(lang).get(plain(dayFirst[2]));
    if (month) return isoDay(dayFirst[3], month, dayFirst[1]);
  }
  const monthFirst = MONTH_DAY_YEAR.exec(text);
  if (monthFirst?.[1] && monthFirst[2] && monthFirst[3]) {
    const month = monthNames(lang).get(plain(monthFirst[1]));
    if (month) return isoDay(monthFirst[3], month, monthFirst[2]);
  }
  return null;
}
