/**
 * Who held what when, for the bundled glossary: public record, written down here from it and not
 * from the glossary's files. A row is an entry with days, and who the card must name for each.
 */
import { describe, expect, it } from 'vitest';
import { cardView } from '../../../lib/glossary/card-view';
import { buildGlossary } from '../../../lib/glossary/glossary';
import { readBundledGlossary } from '../../../lib/packaging/bundled-glossary';

const glossary = buildGlossary(readBundledGlossary());
const TODAY = '2026-11-23';

function viewOf(id: string, day: string) {
  const entry = glossary.get(id);
  if (!entry) throw new Error(`no entry ${id}`);
  return cardView(entry, day, glossary, TODAY);
}

/** Leaders of a body on a day, by name, in no order. */
const LEADERS: readonly [id: string, ...[day: string, leaders: readonly string[]][]][] = [
  [
    'united-states',
    ['2005-06-01', ['George W. Bush']],
    ['2010-06-01', ['Barack Obama']],
    ['2018-06-01', ['Donald Trump']],
    ['2022-06-01', ['Joe Biden']],
    ['2025-06-01', ['Donald Trump']],
  ],
  [
    'russia',
    ['2005-06-01', ['Vladimir Putin']],
    ['2010-06-01', ['Dmitry Medvedev']],
    ['2022-03-01', ['Vladimir Putin']],
  ],
  ['china', ['2008-08-08', ['Hu Jintao']], ['2014-01-01', ['Xi Jinping']], ['2022-01-01', ['Xi Jinping']]],
  [
    'india',
    ['2008-11-26', ['Manmohan Singh']],
    ['2014-05-01', ['Manmohan Singh']],
    ['2019-08-05', ['Narendra Modi']],
  ],
  [
    'pakistan',
    ['2015-06-01', ['Nawaz Sharif']],
    ['2021-11-02', ['Imran Khan']],
    ['2025-05-10', ['Asif Ali Zardari', 'Shehbaz Sharif']],
  ],
  [
    'afghanistan',
    ['2012-01-01', ['Hamid Karzai']],
    ['2019-01-01', ['Ashraf Ghani']],
    ['2021-11-02', ['Hibatullah Akhundzada']],
  ],
  [
    'iran',
    ['2010-01-01', ['Ali Khamenei', 'Mahmoud Ahmadinejad']],
    ['2015-07-14', ['Ali Khamenei', 'Hassan Rouhani']],
    ['2022-09-16', ['Ali Khamenei', 'Ebrahim Raisi']],
    ['2024-10-01', ['Ali Khamenei', 'Masoud Pezeshkian']],
  ],
  [
    'turkey',
    ['2010-01-01', ['Recep Tayyip Erdoğan']],
    ['2016-07-15', ['Recep Tayyip Erdoğan']],
    ['2024-01-01', ['Recep Tayyip Erdoğan']],
  ],
  [
    'syria',
    ['2011-03-15', ['Bashar al-Assad']],
    ['2018-04-07', ['Bashar al-Assad']],
    ['2025-05-14', ['Ahmed al-Sharaa']],
  ],
  [
    'iraq',
    ['2007-01-01', ['Jalal Talabani', 'Nouri al-Maliki']],
    ['2017-07-10', ['Fuad Masum', 'Haider al-Abadi']],
    ['2019-10-01', ['Adel Abdul Mahdi']],
    ['2023-01-01', ['Abdul Latif Rashid', 'Mohammed Shia al-Sudani']],
  ],
  [
    'israel',
    ['2012-01-01', ['Benjamin Netanyahu', 'Shimon Peres']],
    ['2021-12-01', ['Isaac Herzog', 'Naftali Bennett']],
    ['2022-10-01', ['Isaac Herzog', 'Yair Lapid']],
    ['2023-10-07', ['Benjamin Netanyahu', 'Isaac Herzog']],
  ],
  [
    'ukraine',
    ['2015-02-12', ['Arseniy Yatsenyuk', 'Petro Poroshenko']],
    ['2019-04-01', ['Petro Poroshenko']],
    ['2022-02-24', ['Denys Shmyhal', 'Volodymyr Zelensky']],
  ],
  [
    'united-kingdom',
    ['2005-07-07', ['Tony Blair']],
    ['2009-01-01', ['Gordon Brown']],
    ['2011-01-01', ['David Cameron']],
    ['2018-01-01', ['Theresa May']],
    ['2021-08-15', ['Boris Johnson']],
    ['2022-10-01', ['Liz Truss']],
    ['2023-01-01', ['Rishi Sunak']],
    ['2025-01-01', ['Keir Starmer']],
  ],
  [
    'uzbekistan',
    ['2005-05-13', ['Islam Karimov']],
    ['2018-01-01', ['Shavkat Mirziyoyev']],
    ['2024-01-01', ['Shavkat Mirziyoyev']],
  ],
  [
    'tajikistan',
    ['2010-01-01', ['Emomali Rahmon']],
    ['2021-11-02', ['Emomali Rahmon']],
    ['2024-03-22', ['Emomali Rahmon']],
  ],
  [
    'taliban',
    ['2010-01-01', ['Mullah Omar']],
    ['2016-01-01', ['Akhtar Mansour']],
    ['2021-11-02', ['Hibatullah Akhundzada']],
  ],
  [
    'islamic-state',
    ['2014-07-01', ['Abu Bakr al-Baghdadi']],
    ['2021-01-01', ['Abu Ibrahim al-Hashimi al-Qurashi']],
    ['2022-06-01', ['Abu al-Hasan al-Hashimi al-Qurashi']],
    ['2023-01-01', ['Abu al-Hussein al-Husseini al-Qurashi']],
    ['2024-01-01', ['Abu Hafs al-Hashimi al-Qurashi']],
  ],
  [
    'islamic-state-khorasan',
    ['2021-11-02', ['Sanaullah Ghafari']],
    ['2022-09-05', ['Sanaullah Ghafari']],
    ['2024-03-22', ['Sanaullah Ghafari']],
  ],
  [
    'al-qaeda',
    ['2005-01-01', ['Osama bin Laden']],
    ['2015-01-01', ['Ayman al-Zawahiri']],
    ['2024-01-01', ['Saif al-Adel']],
  ],
  [
    'tehrik-i-taliban-pakistan',
    ['2012-01-01', ['Hakimullah Mehsud']],
    ['2016-01-01', ['Mullah Fazlullah']],
    ['2021-11-02', ['Noor Wali Mehsud']],
  ],
  [
    'hamas',
    ['2018-01-01', ['Ismail Haniyeh']],
    ['2023-10-07', ['Ismail Haniyeh']],
    ['2024-09-01', ['Yahya Sinwar']],
  ],
  [
    'hezbollah',
    ['2006-07-12', ['Hassan Nasrallah']],
    ['2020-08-04', ['Hassan Nasrallah']],
    ['2025-01-01', ['Naim Qassem']],
  ],
  [
    'hayat-tahrir-al-sham',
    ['2018-01-01', ['Ahmed al-Sharaa']],
    ['2021-11-02', ['Ahmed al-Sharaa']],
    ['2025-06-01', []],
  ],
  [
    'haqqani-network',
    ['2019-01-01', ['Sirajuddin Haqqani']],
    ['2021-11-02', ['Sirajuddin Haqqani']],
    ['2025-01-01', ['Sirajuddin Haqqani']],
  ],
  [
    'united-nations',
    ['2005-01-01', ['Kofi Annan']],
    ['2012-01-01', ['Ban Ki-moon']],
    ['2021-11-02', ['António Guterres']],
  ],
  [
    'palestinian-authority',
    ['2003-01-01', ['Yasser Arafat']],
    ['2012-01-01', ['Mahmoud Abbas']],
    ['2023-10-07', ['Mahmoud Abbas', 'Mohammad Shtayyeh']],
  ],
];

/** Offices of a person on a day; an empty list for one who held none. */
const POSTS: readonly [id: string, ...[day: string, offices: readonly string[]][]][] = [
  [
    'vladimir-putin',
    ['2005-01-01', ['President']],
    ['2010-01-01', ['Prime minister']],
    ['2021-11-02', ['President']],
  ],
  ['dmitry-medvedev', ['2010-01-01', ['President']], ['2013-01-01', ['Prime minister']], ['2007-01-01', []]],
  ['bashar-al-assad', ['2011-03-15', ['President']], ['2024-11-01', ['President']], ['2025-06-01', []]],
  ['edmund-fitton-brown', ['2010-01-01', []], ['2021-11-02', ['Coordinator']], ['2024-01-01', []]],
  ['joe-biden', ['2020-06-01', []], ['2022-01-01', ['President']], ['2025-06-01', []]],
  [
    'ismail-haniyeh',
    ['2018-01-01', ['Head of the political bureau']],
    ['2023-10-07', ['Head of the political bureau']],
    ['2025-01-01', []],
  ],
  [
    'yahya-sinwar',
    ['2015-01-01', []],
    ['2024-09-01', ['Head of the political bureau', 'Leader in the Gaza Strip']],
    ['2025-01-01', []],
  ],
];

describe('leaders then', () => {
  it.each(LEADERS.flatMap(([id, ...days]) => days.map(([day, leaders]) => ({ id, day, leaders }))))(
    'of $id on $day: $leaders',
    ({ id, day, leaders }) => {
      const named = viewOf(id, day).then.flatMap((statement) =>
        statement.type === 'leader' ? [statement.person.name] : [],
      );
      expect(named.sort()).toEqual([...leaders].sort());
    },
  );
});

describe('posts then', () => {
  it.each(POSTS.flatMap(([id, ...days]) => days.map(([day, offices]) => ({ id, day, offices }))))(
    'of $id on $day: $offices',
    ({ id, day, offices }) => {
      const held = viewOf(id, day).then.flatMap((statement) =>
        statement.type === 'post' ? [statement.office] : [],
      );
      expect(held).toEqual(offices);
    },
  );
});

describe('since then', () => {
  it.each([
    ['hayat-tahrir-al-sham', '2021-11-02', /dissol/i],
    ['al-qaeda', '2021-11-02', /Zawahiri/],
    ['bashar-al-assad', '2021-11-02', /fled|Moscow|overthrown|Fell|ousted/i],
    ['hamas', '2021-11-02', /7 October|Israel|Haniyeh|Sinwar/],
    ['ashraf-ghani', '2020-06-01', /fled|left|Kabul/i],
    ['twitter', '2021-11-02', /Musk|renamed|X/],
    ['wilson-center', '2021-11-02', /2025|staff|executive order|closed|grant/i],
  ])('%s, for a story of %s', (id, day, expected) => {
    const view = viewOf(id, day);
    expect(JSON.stringify([...view.since, ...view.sinceMore])).toMatch(expected);
    expect(view.since.length).toBeLessThanOrEqual(5);
  });

  it('tells nothing of what the story could know already', () => {
    for (const entry of glossary.entries) {
      const { since, sinceMore } = cardView(entry, '2021-11-02', glossary, TODAY);
      for (const { date, disclosed } of [...since, ...sinceMore]) {
        const news = [date, disclosed].flatMap((when) => (when ? [when] : []));
        expect(
          news.some((when) => when > '2021-11-02' || when === '2021' || when === '2021-11'),
          `${entry.id}: ${news}`,
        ).toBe(true);
      }
    }
  });
});
