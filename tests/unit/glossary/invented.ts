import * as v from 'valibot';
import { type Entry, type EntryInput, entrySchema } from '../../../lib/glossary/schema';

/** A valid entry from what the test cares about; the rest is filled in by the schema. */
export function entry(input: Partial<EntryInput> & { id: string }): Entry {
  return v.parse(entrySchema, { kind: 'person', name: input.id, ...input });
}

const source = (ref: string, publisher: string, date: string) => ({
  ref,
  publisher,
  title: `${publisher} on ${date}`,
  url: `https://example.org/${ref}`,
  date,
});

/**
 * An invented country with the shapes that real ones have: a movement that took power, its leader
 * whose death was kept secret, a spokesman who left, a rival branch, a province.
 */
export const movement = entry({
  id: 'varan-movement',
  kind: 'group',
  name: 'Varan Movement',
  ownScript: { text: 'حركة فاران', lang: 'ar' },
  say: 'va-RAHN',
  summary: 'Armed movement founded in the hills of Varania in 1994.',
  aliases: [
    { key: 'vm', text: 'VM', case: 'exact', alone: 'no' },
    { key: 'hill-men', text: 'Hill Men', to: '1999' },
    { key: 'varan-movement', text: 'varan-movement' },
    { key: 'german', text: 'Varan-Bewegung', lang: 'de' },
    { key: 'cyrillic', text: 'Варан' },
  ],
  facts: [
    {
      key: 'insurgency',
      type: 'status',
      text: 'Fighting the government',
      from: '2001-12',
      to: '2021-08-14',
      sources: ['herald-2021'],
    },
    {
      key: 'in-power',
      type: 'status',
      text: 'In power in the capital',
      from: '2021-08-15',
      sources: ['herald-2021'],
    },
    {
      key: 'listed',
      type: 'designation',
      by: 'the United Nations',
      as: 'sanctioned group',
      from: '2001',
      to: '2025-06',
      sources: ['un-2025'],
    },
    {
      key: 'founded',
      type: 'event',
      text: 'Founded in the hills',
      from: '1994',
      circa: true,
      sources: ['herald-2021'],
    },
    {
      key: 'took-capital',
      type: 'event',
      text: 'Took the capital',
      from: '2021-08-15',
      sources: ['herald-2021'],
    },
    {
      key: 'talks',
      type: 'event',
      text: 'Signed a truce',
      from: '2020-02-29',
      sources: ['un-2025', 'herald-2021'],
    },
  ],
  relations: [
    { key: 'ground', kind: 'operates-in', with: 'varania' },
    { key: 'rival', kind: 'rival-of', with: 'red-branch', from: '2015' },
  ],
  sources: [source('un-2025', 'UN', '2025-06-30'), source('herald-2021', 'Varan Herald', '2021-08-16')],
  checked: '2025-06',
});

export const founder = entry({
  id: 'old-commander',
  name: 'Old Commander',
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
      sources: ['herald-2015'],
    },
    {
      key: 'died',
      type: 'event',
      text: 'Died of an illness',
      from: '2013-04-23',
      disclosed: '2015-07-29',
      sources: ['herald-2015'],
    },
  ],
  sources: [source('herald-2015', 'Varan Herald', '2015-07-30')],
});

export const successor = entry({
  id: 'new-commander',
  name: 'New Commander',
  facts: [
    {
      key: 'leader',
      type: 'post',
      office: 'Supreme leader',
      body: { entry: 'varan-movement' },
      leads: true,
      from: '2015-07',
      sources: ['herald'],
    },
  ],
  sources: [
    // The same page as the movement's "herald-2021", under a ref of its own.
    { ref: 'herald', publisher: 'Varan Herald', title: 'Profile', url: 'https://example.org/herald-2021' },
  ],
});

export const spokesman = entry({
  id: 'spokesman',
  name: 'Said the Spokesman',
  facts: [
    {
      key: 'spokesman',
      type: 'post',
      office: 'Spokesman',
      body: { entry: 'varan-movement' },
      from: '2021',
      to: '2023-03-01',
      sources: ['herald'],
    },
    {
      key: 'governor',
      type: 'post',
      office: 'Governor',
      body: { name: 'Southern Province' },
      from: '2023-03-02',
      sources: ['herald'],
    },
  ],
  sources: [source('herald', 'Varan Herald', '2023-03-03')],
});

export const redBranch = entry({
  id: 'red-branch',
  kind: 'group',
  name: 'Red Branch',
  formerIds: ['red-front'],
  relations: [
    { key: 'split', kind: 'split-from', with: 'varan-movement', from: '2015', sources: ['herald'] },
    { key: 'base', kind: 'based-in', with: 'hill-province' },
  ],
  sources: [source('herald', 'Varan Herald', '2015-02-01')],
});

export const country = entry({ id: 'varania', kind: 'place', name: 'Varania' });
export const province = entry({
  id: 'hill-province',
  kind: 'place',
  name: 'Hill Province',
  relations: [{ key: 'in', kind: 'located-in', with: 'varania' }],
});

export const everyone = [movement, founder, successor, spokesman, redBranch, country, province];
