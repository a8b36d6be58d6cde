/** Invented entries, as long and as full as real ones, so that pictures do not change with the glossary. */
import * as v from 'valibot';
import { buildGlossary } from '../../lib/glossary/glossary';
import { type Entry, type EntryInput, entrySchema } from '../../lib/glossary/schema';

const SOURCES = [
  {
    ref: 'courier-2021',
    publisher: 'The Sample Courier',
    title: 'Movement takes Varan City as the cabinet leaves by air',
    url: 'https://courier.example/2021/08/16/varan-city',
    date: '2021-08-16',
  },
  {
    ref: 'wire-2024',
    publisher: 'Harbour Wire',
    title: 'Varania: one year of talks, and what has come of them',
    url: 'https://wire.example/varania-talks',
    date: '2024-03-02',
  },
  {
    ref: 'council-2019',
    publisher: 'Council of Nations',
    title: 'Consolidated list',
    url: 'https://council.example/list',
    date: '2019-05',
  },
  {
    ref: 'institute-2026',
    publisher: 'Institute for Border Studies',
    title: 'The hill provinces after the truce',
    url: 'https://institute.example/hills',
    date: '2026-05-11',
  },
];

const entry = (input: EntryInput): Entry => v.parse(entrySchema, { sources: SOURCES, ...input });

export const group = entry({
  id: 'varan-movement',
  kind: 'group',
  name: 'Varan Movement for the Hills',
  ownScript: { text: 'حركة فاران', lang: 'ar' },
  say: 'va-RAHN',
  summary: 'Armed movement founded in the hills of Varania in 1994, which took the capital in August 2021.',
  background: [
    {
      text: 'The movement grew out of village councils that refused a land tax in the early 1990s.',
      sources: ['courier-2021'],
    },
    {
      text: 'After the truce of February 2020 it kept its fighters in the hill provinces and its office abroad.',
      sources: ['wire-2024', 'courier-2021'],
    },
    {
      text: 'As of May 2026 four governments have taken up relations with its cabinet; none has lifted its listing.',
      sources: ['institute-2026'],
    },
  ],
  aliases: [
    { key: 'vmh', text: 'VMH', case: 'exact' },
    { key: 'vm', text: 'Varan Movement' },
    { key: 'hill-men', text: 'Hill Men', to: '1999' },
  ],
  facts: [
    {
      key: 'founded',
      type: 'event',
      text: 'Founded at a gathering of village councils',
      from: '1994',
      circa: true,
      sources: ['courier-2021'],
    },
    {
      key: 'fighting',
      type: 'status',
      text: 'Fighting the government and foreign troops',
      from: '2001-12',
      to: '2021-08-14',
      sources: ['courier-2021'],
    },
    {
      key: 'truce',
      type: 'event',
      text: 'Signed a truce with the foreign troops',
      from: '2020-02-29',
      sources: ['wire-2024'],
    },
    {
      key: 'power',
      type: 'status',
      text: 'In power in Varan City',
      from: '2021-08-15',
      sources: ['courier-2021'],
    },
    {
      key: 'listed',
      type: 'designation',
      by: 'Council of Nations',
      as: 'sanctioned group',
      from: '2019-05-14',
      sources: ['council-2019'],
    },
    {
      key: 'quake',
      type: 'event',
      text: 'Let foreign relief teams in after the earthquake',
      from: '2022-06-22',
      sources: ['wire-2024'],
    },
    {
      key: 'ban',
      type: 'event',
      text: 'Closed the universities, which reopened a year later',
      from: '2022-12',
      sources: ['wire-2024'],
      disputed: { text: 'the movement says that they were never closed.', sources: ['institute-2026'] },
    },
    {
      key: 'talks',
      type: 'event',
      text: 'Opened talks with the exiled cabinet',
      from: '2023-03',
      sources: ['wire-2024'],
    },
    {
      key: 'border',
      type: 'event',
      text: 'Fought border guards of its eastern neighbour for ten days',
      from: '2024-09-03',
      sources: ['institute-2026'],
    },
    {
      key: 'envoy',
      type: 'event',
      text: 'Sent its first ambassador',
      from: '2025',
      sources: ['institute-2026'],
    },
    {
      key: 'recognised',
      type: 'event',
      text: 'Recognised by a second government',
      from: '2026-03-09',
      sources: ['institute-2026'],
    },
  ],
  relations: [
    { key: 'ground', kind: 'operates-in', with: 'varania' },
    { key: 'rival', kind: 'rival-of', with: 'red-branch' },
    { key: 'ally', kind: 'ally-of', with: 'harbour-league' },
  ],
  naming: {
    text: 'Its members say “the Movement”; opponents say “Hill Men”, which members reject.',
    sources: ['institute-2026'],
  },
  checked: '2026-05',
});

export const person = entry({
  id: 'sami-rahal',
  kind: 'person',
  name: 'Sami Rahal',
  ownScript: { text: 'سامي رحّال', lang: 'ar' },
  say: 'SAH-mee ra-HAHL',
  summary: 'Varanian politician known as the spokesman of the movement that took the capital.',
  background: [
    {
      text: 'He spoke to reporters by telephone for fourteen years and first showed his face in August 2021.',
      sources: ['courier-2021'],
    },
  ],
  facts: [
    {
      key: 'spokesman',
      type: 'post',
      office: 'Chief spokesman',
      body: { entry: 'varan-movement' },
      from: '2007',
      circa: true,
      to: '2023-02',
      sources: ['courier-2021'],
    },
    {
      key: 'deputy',
      type: 'post',
      office: 'Deputy minister of information',
      body: { name: 'Government of Varania' },
      acting: true,
      from: '2021-09-21',
      to: '2024-06-30',
      sources: ['wire-2024'],
    },
    {
      key: 'envoy',
      type: 'post',
      office: 'Ambassador to the Council of Nations',
      from: '2024-07',
      sources: ['institute-2026'],
    },
    {
      key: 'shown',
      type: 'event',
      text: 'Showed himself in public for the first time',
      from: '2021-08-17',
      sources: ['courier-2021'],
    },
  ],
  checked: '2026-05-11',
});

export const founder = entry({
  id: 'old-commander',
  kind: 'person',
  name: 'Idris Kamal',
  ownScript: { text: 'إدريس كمال', lang: 'ar' },
  summary: 'Founder and first leader of the Varan Movement.',
  facts: [
    {
      key: 'leader',
      type: 'post',
      office: 'Supreme leader',
      body: { entry: 'varan-movement' },
      leads: true,
      from: '1996-04',
      to: '2013-04-23',
      disclosed: '2015-07-29',
      sources: ['courier-2021'],
    },
    {
      key: 'died',
      type: 'event',
      text: 'Died in hiding',
      from: '2013-04-23',
      disclosed: '2015-07-29',
      sources: ['wire-2024', 'courier-2021'],
    },
  ],
  checked: '2025-12',
});

const successor = entry({
  id: 'new-commander',
  kind: 'person',
  name: 'Yusuf Darwan',
  facts: [
    {
      key: 'leader',
      type: 'post',
      office: 'Supreme leader',
      body: { entry: 'varan-movement' },
      leads: true,
      from: '2015-07-31',
      sources: ['wire-2024'],
    },
  ],
});

export const place = entry({
  id: 'hill-province',
  kind: 'place',
  name: 'Nangaval',
  ownScript: { text: 'ننګوال', lang: 'ps' },
  say: 'nan-ga-VAHL',
  summary: 'Eastern province on the border; its capital is Jalavar.',
  facts: [
    {
      key: 'held',
      type: 'status',
      text: 'Held by the Varan Movement',
      from: '2021-08',
      sources: ['courier-2021'],
    },
  ],
  relations: [{ key: 'in', kind: 'located-in', with: 'varania' }],
  checked: '2026-05',
});

export const longNames = entry({
  id: 'long-names',
  kind: 'organisation',
  name: 'Interparliamentary Commission for Roads and Bridges (Donaudampfschifffahrtsgesellschaftskapitänsmützenfabrikverein)',
  ownScript: {
    text: 'Постоянная межпарламентская комиссия по восстановлению дорог и мостов горных провинций',
    lang: 'ru',
  },
  say: 'po-sta-YAN-na-ya mezh-par-la-MENT-ska-ya ka-MEES-see-ya',
  summary:
    'Body of nine parliaments that has paid for roads and bridges in the hill provinces since the truce, and that publishes what each of them cost to build and keep.',
  facts: [
    {
      key: 'status',
      type: 'status',
      text: 'Preparing the reconstruction of the eastern trunk road and of all its bridges, culverts and tunnels between Jalavar and the border',
      from: '2020-03-01',
      sources: ['wire-2024', 'courier-2021', 'institute-2026'],
    },
  ],
  relations: [{ key: 'base', kind: 'based-in', with: 'varania' }],
  checked: '2026-05',
});

export const arabic = entry({
  id: 'arabic',
  kind: 'group',
  name: 'حركة تحرير المرتفعات',
  summary: 'حركة مسلحة تأسست في مرتفعات فاران عام 1994 ودخلت العاصمة في أغسطس 2021.',
  facts: [
    {
      key: 'power',
      type: 'status',
      text: 'في السلطة في العاصمة',
      from: '2021-08-15',
      sources: ['courier-2021'],
    },
    { key: 'truce', type: 'event', text: 'وقّعت هدنة', from: '2020-02-29', sources: ['wire-2024'] },
    { key: 'envoy', type: 'event', text: 'أرسلت أول سفير لها', from: '2025', sources: ['institute-2026'] },
  ],
  relations: [{ key: 'rival', kind: 'rival-of', with: 'red-branch' }],
  checked: '2026-05',
});

export const bare = entry({ id: 'bare', kind: 'term', name: 'Loya council', sources: [] });

/** One that the user added. */
export const ownTerm = entry({
  id: 'harbour-talks',
  kind: 'event',
  name: 'Harbour talks',
  summary: 'Talks between the movement and the exiled cabinet, held in the harbour city since 2023.',
});

const others = [
  entry({
    id: 'red-branch',
    kind: 'group',
    name: 'Red Branch',
    relations: [
      { key: 's', kind: 'split-from', with: 'varan-movement', from: '2015', sources: ['wire-2024'] },
    ],
  }),
  entry({ id: 'harbour-league', kind: 'organisation', name: 'Harbour League' }),
  entry({ id: 'varania', kind: 'place', name: 'Varania' }),
];

export const glossary = buildGlossary([
  group,
  person,
  founder,
  successor,
  place,
  longNames,
  arabic,
  bare,
  ...others,
]);
