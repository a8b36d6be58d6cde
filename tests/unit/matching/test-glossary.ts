/** A small glossary with every kind of rule, for the tables of cases. Facts in it do not matter. */
import * as v from 'valibot';
import { type Entry, type EntryInput, entrySchema } from '../../../lib/glossary/schema';
import { buildIndex } from '../../../lib/matching/build-index';

type AliasInput = NonNullable<EntryInput['aliases']>[number];
type Rules = Omit<AliasInput, 'key' | 'text'>;
type Spelling = string | readonly [text: string, rules: Rules];

/** An entry from what matching looks at; aliases without rules are plain strings. */
export function entry(
  id: string,
  kind: EntryInput['kind'],
  name: string,
  aliases: readonly Spelling[] = [],
  more: Partial<EntryInput> = {},
): Entry {
  const listed = aliases.map((alias, i): AliasInput => {
    const [text, rules] = typeof alias === 'string' ? [alias, {}] : alias;
    return { key: `a${i}`, text, ...rules };
  });
  return v.parse(entrySchema, { id, kind, name, aliases: listed, ...more });
}

const exact: Rules = { case: 'exact' };
const inBlock = (...words: string[]) => [{ in: 'block' as const, words }];
const inStory = (...words: string[]) => [{ in: 'story' as const, words }];
const relatedTo = (...ids: string[]) =>
  ids.map((id, i) => ({ key: `r${i}`, kind: 'related-to' as const, with: id }));

export const TEST_ENTRIES: readonly Entry[] = [
  entry('taliban', 'group', 'Taliban', [
    'Islamic Emirate of Afghanistan',
    ['Talibans', { lang: 'fr' }],
    ['Талибан', { lang: 'ru' }],
    ['طالبان', { lang: 'ps' }],
    ['塔利班', { lang: 'zh' }],
    ['タリバン', { lang: 'ja' }],
    ['탈레반', { lang: 'ko' }],
    ['तालिबान', { lang: 'hi' }],
    ['ตาลีบัน', { lang: 'th' }],
    ['טליבאן', { lang: 'he' }],
  ]),
  entry(
    'ttp',
    'group',
    'Tehrik-i-Taliban Pakistan',
    [
      'Pakistani Taliban',
      [
        'TTP',
        {
          case: 'exact',
          alone: 'no',
          for: inBlock('Pakistan', 'Peshawar'),
          against: inBlock('platelet', 'hackers'),
        },
      ],
    ],
    { relations: relatedTo('taliban') },
  ),
  entry('is', 'group', 'Islamic State', [
    ['ISIS', { case: 'exact', against: inBlock('Osiris', 'goddess') }],
    ['ISIL', exact],
    ['IS', { case: 'exact', alone: 'no', for: inStory('jihadist', 'caliphate') }],
    'Islamic State of Iraq and the Levant',
    ['Исламское государство', { lang: 'ru' }],
    ['イスラム国', { lang: 'ja' }],
    ['伊斯兰国', { lang: 'zh' }],
  ]),
  entry(
    'isk',
    'group',
    'Islamic State – Khorasan Province',
    [['ISIS-K', exact], ['ISKP', exact], ['IS-K', exact], 'Islamic State in the Khorasan Province'],
    { relations: [{ key: 'p', kind: 'branch-of', with: 'is' }] },
  ),
  entry(
    'hts',
    'group',
    'Hayat Tahrir al-Sham',
    [
      'Hayʼat Tahrir al-Sham',
      ['هيئة تحرير الشام', { lang: 'ar' }],
      [
        'HTS',
        {
          case: 'exact',
          alone: 'no',
          for: inStory('Idlib', 'Syria', 'Syrian'),
          against: inStory('tariff', 'screening'),
        },
      ],
    ],
    { relations: relatedTo('syria') },
  ),
  entry('al-qaeda', 'group', 'al-Qaeda', [
    'al-Qaida',
    ['القاعدة', { lang: 'ar' }],
    ['Аль-Каида', { lang: 'ru' }],
  ]),
  entry('hamas', 'group', 'Hamas', [
    ['حماس', { lang: 'ar' }],
    ['ハマス', { lang: 'ja' }],
    ['חמאס', { lang: 'he' }],
    ['하마스', { lang: 'ko' }],
  ]),
  entry('fatah', 'group', 'Fatah', [['Fatah', exact]]),
  entry('god-town', 'place', 'Gőd'),
  entry('both', 'organisation', 'BOTH'),
  entry('rsf-sudan', 'group', 'Rapid Support Forces', [
    ['RSF', { case: 'exact', alone: 'no', for: inStory('Sudan', 'Darfur') }],
  ]),
  entry('reporters', 'organisation', 'Reporters Without Borders', [
    ['RSF', { case: 'exact', alone: 'no', for: inStory('press freedom') }],
  ]),
  entry('asia', 'place', 'Asia'),
  entry('mali', 'place', 'Mali'),
  entry('state-security', 'organisation', 'State Security'),
  entry('bar-town', 'place', 'Bår'),
  entry('ash-town', 'place', 'Ash'),
  entry('pkk', 'group', "Kurdistan Workers' Party", [['PKK', exact]]),
  entry('lra', 'group', "Lord's Resistance Army", [['LRA', exact]]),
  entry('wagner', 'group', 'Wagner Group', [
    ['Wagner', { alone: 'no', for: inBlock('mercenaries', 'Prigozhin') }],
  ]),
  entry('haqqani-network', 'group', 'Haqqani network'),
  entry('m23', 'group', 'March 23 Movement', [['M23', exact]]),
  entry('who', 'organisation', 'World Health Organization', [['WHO', exact]]),
  entry('un', 'organisation', 'United Nations', [
    ['UN', exact],
    ['Vereinte Nationen', { lang: 'de' }],
  ]),
  entry('nato', 'organisation', 'NATO', ['North Atlantic Treaty Organization', ['НАТО', { lang: 'ru' }]]),
  entry('itct', 'organisation', 'Islamic Theology of Counter Terrorism'),
  entry('wilson', 'organisation', 'Wilson Center', ['Wilson Centre']),
  entry('kremlin', 'organisation', 'Kremlin', [['Кремль', { lang: 'ru' }]]),
  entry('us', 'place', 'United States', [
    ['US', exact],
    ['USA', exact],
  ]),
  entry('uk', 'place', 'United Kingdom', [['UK', exact], 'Britain']),
  entry('afghanistan', 'place', 'Afghanistan', [
    ['Афганистан', { lang: 'ru' }],
    ['افغانستان', { lang: 'fa' }],
    ['아프가니스탄', { lang: 'ko' }],
    ['अफ़ग़ानिस्तान', { lang: 'hi' }],
  ]),
  entry('kabul', 'place', 'Kabul', [
    ['Кабул', { lang: 'ru' }],
    ['كابل', { lang: 'ar' }],
  ]),
  entry('kandahar', 'place', 'Kandahar'),
  entry('syria', 'place', 'Syria', [
    ['Syrien', { lang: 'de' }],
    ['Syrie', { lang: 'fr' }],
    ['سوريا', { lang: 'ar' }],
  ]),
  entry('lebanon', 'place', 'Lebanon'),
  entry('iran', 'place', 'Iran', [
    ['Irán', { lang: 'es' }],
    ['ایران', { lang: 'fa' }],
  ]),
  entry('sudan', 'place', 'Sudan'),
  entry('qatar', 'place', 'Qatar', [['قطر', { lang: 'ar' }]]),
  entry('jordan', 'place', 'Jordan', [['Jordan', { against: inBlock('NBA', 'Nike') }]], {
    relations: relatedTo('syria'),
  }),
  entry(
    'georgia',
    'place',
    'Georgia',
    [['Georgia', { alone: 'no', for: inStory('Tbilisi'), against: inStory('Atlanta') }]],
    { relations: relatedTo('russia') },
  ),
  entry('turkey', 'place', 'Turkey', [
    ['Turkey', { against: inBlock('roast', 'stuffing', 'Thanksgiving') }],
    'Türkiye',
  ]),
  entry('russia', 'place', 'Russia', [
    ['Россия', { lang: 'ru' }],
    ['Росія', { lang: 'uk' }],
    ['Russland', { lang: 'de' }],
    ['Russie', { lang: 'fr' }],
  ]),
  entry('moscow', 'place', 'Moscow', [['Москва', { lang: 'ru' }]]),
  entry('kyiv', 'place', 'Kyiv', [['Київ', { lang: 'uk' }]]),
  entry('washington', 'place', 'Washington', ['Washington, D.C.'], {
    relations: [{ key: 'c', kind: 'capital-of', with: 'us' }],
  }),
  entry('burkina', 'place', 'Burkina Faso'),
  entry('kugelman', 'person', 'Michael Kugelman'),
  entry('johnson', 'person', 'Mike Johnson', [
    ['Mike Johnson', { alone: 'no', for: inStory('Congress', 'Speaker') }],
  ]),
  entry('fallon', 'person', 'Michael Fallon', [['Michael Fallon', { against: inBlock('baker') }]]),
  // The short form of the name needs a cue, the long one none.
  entry('hassan', 'person', 'Bakr Kamal Hassan', [
    ['Kamal Hassan', { alone: 'no', for: inBlock('minister') }],
  ]),
  entry('zaw-min-tun', 'person', 'Zaw Min Tun'),
  entry('mujahid', 'person', 'Zabihullah Mujahid', [['ذبیح الله مجاهد', { lang: 'ps' }]], {
    short: [{ text: 'Mujahid' }],
  }),
  entry(
    'putin',
    'person',
    'Vladimir Putin',
    [
      ['Путин', { lang: 'ru' }],
      ['Владимир Путин', { lang: 'ru' }],
    ],
    { short: [{ text: 'Putin', alone: 'yes' }] },
  ),
  entry(
    'zelensky',
    'person',
    'Volodymyr Zelensky',
    ['Volodymyr Zelenskyy', ['Зеленський', { lang: 'uk' }], ['Wolodymyr Selenskyj', { lang: 'de' }]],
    {
      short: [
        { text: 'Zelensky', alone: 'yes' },
        { text: 'Zelenskyy', alone: 'yes' },
      ],
    },
  ),
  entry('erdogan', 'person', 'Recep Tayyip Erdoğan'),
  entry('assad', 'person', 'Bashar al-Assad'),
  entry('khan', 'person', 'Imran Khan'),
  entry('omar', 'person', 'Mullah Omar', [], { short: [{ text: 'Omar' }] }),
  entry('sirajuddin', 'person', 'Sirajuddin Haqqani'),
  entry('anas', 'person', 'Anas Haqqani'),
  entry('baghdadi', 'person', 'Abu Bakr al-Baghdadi'),
  entry('golani', 'person', 'Ahmed al-Sharaa', ['Abu Mohammad al-Golani']),
  entry('bin-laden', 'person', 'Osama bin Laden'),
  entry('mbs', 'person', 'Mohammed bin Salman'),
  entry('von-der-leyen', 'person', 'Ursula von der Leyen'),
  entry('xi', 'person', 'Xi Jinping', [], { ownScript: { text: '习近平', lang: 'zh' } }),
  entry('kim', 'person', 'Kim Jong-un', [], { ownScript: { text: '김정은', lang: 'ko' } }),
  entry('suu-kyi', 'person', 'Aung San Suu Kyi', [], {
    ownScript: { text: 'အောင်ဆန်းစုကြည်', lang: 'my' },
    short: [{ text: 'Suu Kyi' }],
  }),
  entry('min-aung-hlaing', 'person', 'Min Aung Hlaing', [], { ownScript: { text: 'မင်းအောင်လှိုင်', lang: 'my' } }),
  entry('lopez-obrador', 'person', 'Andrés Manuel López Obrador', [], { short: [{ text: 'López Obrador' }] }),
  entry('jakobsdottir', 'person', 'Katrín Jakobsdóttir'),
  entry('anwar', 'person', 'Anwar Ibrahim'),
  entry('rahim', 'person', 'Rahim Osmani', [], { short: [{ text: 'Rahim' }] }),
  entry('leila', 'person', 'Leila Rahim'),
  entry('faiz', 'person', 'Mohd Faiz Abdullah'),
  entry('brown', 'person', 'Gordon Brown'),
  entry('bush', 'person', 'George W. Bush'),
  entry('trump', 'person', 'Donald Trump', [], { short: [{ text: 'Trump', alone: 'yes' }] }),
  entry('caliphate', 'term', 'caliphate'),
];

export const TEST_INDEX = buildIndex(TEST_ENTRIES);
