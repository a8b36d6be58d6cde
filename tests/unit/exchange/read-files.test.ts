/** Files as programs write them, as people send them, and as somebody would who means harm. */
import { describe, expect, it } from 'vitest';
import { LONGEST_CELL, MOST_BYTES, MOST_MEMBERS } from '../../../lib/exchange/limits';
import { openFile, type Source, type Wishes } from '../../../lib/exchange/open-file';
import { columnName } from '../../../lib/exchange/read-table';
import { bytesOf, candidatesIn } from './round-trip';

const utf16 = (text: string, mark = true): Uint8Array => {
  const units = Uint16Array.from(
    [...(mark ? ['\ufeff'] : []), ...text].flatMap((one) =>
      [...one].flatMap((c) => (c.length === 2 ? [c.charCodeAt(0), c.charCodeAt(1)] : [c.charCodeAt(0)])),
    ),
  );
  return new Uint8Array(units.buffer);
};
/** The characters in which windows-1252 is more than this are for the browsers' tests: Node 20 does not know them. */
const windows1252 = (text: string) => Uint8Array.from([...text], (one) => one.charCodeAt(0));

const seen = (source: Source, wishes?: Wishes) =>
  candidatesIn(source, wishes).map(({ line, name, given, faults }) => ({
    ...{ line, name, kind: given.kind, summary: given.summary },
    aliases: given.aliases?.map(({ text }) => text),
    faults: faults.map((one) => `${one.code} ${one.line} ${one.column}`),
  }));
const about = (source: Source, wishes?: Wishes) => {
  const reading = openFile(source, wishes);
  return 'fault' in reading ? reading.fault : reading.about;
};
const names = (source: Source) => candidatesIn(source).map(({ name }) => name);

describe('exports of spreadsheet programs', () => {
  it('a German Excel’s CSV: semicolons, windows-1252, its own names of columns', () => {
    const file = windows1252(
      'Name;Art;Beschreibung;Alias\r\nJürgen Müller;Person;"Sagt: »ja«; oft";J. Müller|Müller\r\nÖsterreich;Land;;\r\n',
    );
    expect(about(file)).toMatchObject({
      encoding: 'windows-1252',
      delimiter: ';',
      mapping: ['name', 'kind', 'summary', 'aliases'],
    });
    expect(seen(file)).toEqual([
      {
        line: 2,
        name: 'Jürgen Müller',
        kind: 'person',
        summary: 'Sagt: »ja«; oft',
        aliases: ['J. Müller', 'Müller'],
        faults: [],
      },
      { line: 3, name: 'Österreich', kind: 'place', summary: null, aliases: undefined, faults: [] },
    ]);
  });

  it('Excel’s “Unicode text”: UTF-16 with a mark, tabs', () => {
    const file = utf16('Nom\tType\tDescription\r\nطالبان\tGroupe\t"Mouvement ""islamiste"", afghan"\r\n');
    expect(about(file)).toMatchObject({ encoding: 'utf-16le', delimiter: '\t' });
    expect(seen(file)).toMatchObject([
      { name: 'طالبان', kind: 'group', summary: 'Mouvement "islamiste", afghan' },
    ]);
  });

  it('UTF-16 without a mark, of either order', () => {
    const little = utf16('name,kind\nKabul,place\n', false);
    const big = little.map((_, i) => little[i ^ 1] ?? 0);
    expect([about(little), about(big)]).toMatchObject([{ encoding: 'utf-16le' }, { encoding: 'utf-16be' }]);
    expect([names(little), names(big)]).toEqual([['Kabul'], ['Kabul']]);
  });

  it('LibreOffice with every cell in quotes and breaks in them', () => {
    const file = bytesOf(
      '"Summary","Name","Also known as"\n"Two\nlines, one ""cell""","TTP","Tehrik-e Taliban|Pakistani Taliban"\n"","Next",""\n',
    );
    expect(seen(file)).toMatchObject([
      {
        line: 2,
        name: 'TTP',
        summary: 'Two lines, one "cell"',
        aliases: ['Tehrik-e Taliban', 'Pakistani Taliban'],
      },
      { line: 4, name: 'Next' },
    ]);
  });

  it('cells pasted from Google Sheets: tabs, quotes only where a cell breaks, a bare quote elsewhere', () => {
    const pasted = 'Name\tNotes\n"Haqqani" network\tsays "no"\nTTP\t"a\nb"';
    expect(seen(pasted)).toMatchObject([
      { line: 2, name: '"Haqqani" network', summary: 'says "no"' },
      { line: 3, name: 'TTP', summary: 'a b' },
    ]);
  });

  it('a line that names the delimiter, as Excel reads it', () => {
    expect(about('sep=;\r\nname;kind\r\nA, B;term\r\n')).toMatchObject({ delimiter: ';', count: 1 });
    expect(candidatesIn('sep=;\r\nname;kind\r\nA, B;term\r\n')[0]).toMatchObject({ line: 3, name: 'A, B' });
  });

  it('a UTF-8 mark, dates with full stops, decimals with a comma, a time of day behind a date', () => {
    const file = bytesOf(
      '\ufeffName;Breite;Länge;Stand\nKabul;34,53;-69,17;15.08.2021\nHerat;;;2024-01-02T00:00:00\n',
    );
    expect(candidatesIn(file)).toMatchObject([
      { given: { coordinates: { latitude: 34.53, longitude: -69.17 }, checked: '2021-08-15' } },
      { given: { coordinates: null, checked: '2024-01-02' } },
    ]);
  });

  it('names alone, one in a line', () => {
    expect(about('Taliban\nTTP\n')).toMatchObject({ hasHeader: false, mapping: ['name'] });
    expect(names('Taliban\nTTP\n')).toEqual(['Taliban', 'TTP']);
  });

  it.each([
    ['Country\tLeader\tsince\nX\tA B\t2020\n', [null, 'name', null]],
    ['Zorvik,term\nQuelnar,group\n', ['name', null]],
    ['term\nZorvik\n', ['name']],
    ['term;definition\nZorvik;x\n', ['name', 'summary']],
  ])('a first row that names a column, or does not: %j', (file, mapping) => {
    expect(about(file)).toMatchObject({ mapping });
  });

  it('columns in any order, several of one kind put together', () => {
    const file = 'alias 2,last,kind,first,alias1\nB,Name,person,Some,A\n';
    const mapping = ['aliases', 'name', 'kind', 'name', 'aliases'] as const;
    expect(about(file)).toMatchObject({ mapping: ['aliases', null, 'kind', null, 'aliases'] });
    expect(seen(file, { mapping })).toMatchObject([
      { name: 'Name Some', aliases: ['B', 'A'], kind: 'person' },
    ]);
  });

  it('ids of other programs’ rows are no ids of entries; ours are, whatever they are', () => {
    expect(about('id,name,type\n17,A,person\n18,B,person\n')).toMatchObject({
      mapping: [null, 'name', 'kind'],
    });
    expect(about('id,name,type\na,A,person\n')).toMatchObject({ mapping: ['id', 'name', 'kind'] });
  });

  it('what was escaped against formulas comes as it was', () => {
    expect(names("name\n'=cmd()\n''=x\n'Abd al-Rahman\n-5\n'+49\n")).toEqual([
      '=cmd()',
      "'=x",
      "'Abd al-Rahman",
      '-5',
      '+49',
    ]);
  });

  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ])('column %i without a name is %s', (at, letter) => {
    expect(columnName([], at)).toBe(letter);
  });
});

describe('a row is refused, and says where and why', () => {
  it.each([
    ['no name', 'name,kind\n,person\n', 'missing 2 name'],
    ['a kind that there is not', 'name,kind\nA,person\nB,dragon\n', 'choice 3 kind'],
    ['a name of 10,000 characters', `name\n${'x'.repeat(10_000)}\n`, 'tooLong 2 name'],
    ['a name of 121 characters', `name\n${'x'.repeat(121)}\n`, 'tooLong 2 name'],
    ['an alias of 10,000 characters', `name,aliases\nA,${'x'.repeat(10_000)}\n`, 'tooLong 2 aliases'],
    ['a million aliases', `name,aliases\nA,${'x|'.repeat(400_000)}\n`, 'tooMany 2 aliases'],
    ['a cell beyond all measure', `name,aliases\nA,${'x|'.repeat(LONGEST_CELL)}\n`, 'tooLong 2 aliases'],
    ['a date that does not exist', 'name,checked\nA,2021-02-30\n', 'date 2 checked'],
    ['an address without https', 'name,source\nA,javascript:alert(1)\n', 'address 2 source: url'],
    ['JSON that is none', 'name,facts\nA,"[{"\n', 'json 2 facts'],
    [
      'a fact without its text',
      'name,facts\nA,"[{""key"":""f"",""type"":""event"",""sources"":[]}]"\n',
      'missing 2 facts: [0].text',
    ],
    [
      'keys of the language',
      'name,facts\nA,"[{""__proto__"":{""x"":1}}]"\n',
      'unknown 2 facts: [0].__proto__',
    ],
    [
      'half a character',
      'name,facts\nA,"[{""key"":""f"",""type"":""event"",""text"":""\\ud800"",""sources"":[]}]"\n',
      'surrogate 2 facts: [0].text',
    ],
    ['half a character in a pasted name', 'name\nA\ud800\n', 'surrogate 2 name'],
    ['deep nesting', `name,facts\nA,"${'['.repeat(5_000)}${']'.repeat(5_000)}"\n`, 'nested 2 facts: '],
    [
      'two aliases under one key',
      'name,aliases\nA,"[{""key"":""a"",""text"":""B""},{""key"":""a"",""text"":""C""}]"\n',
      'sameKey 2 aliases',
    ],
    ['latitude without longitude', 'name,lat,lon\nA,95,12\n', 'number 2 lat: latitude'],
    ['cells without a column', 'name,kind\nA,person,more\n', 'tooMany 2 C'],
    [
      'a thousand and one sources',
      `name,source\nA,${'https://example.org/|'.repeat(MOST_MEMBERS + 1)}\n`,
      'tooMany 2 source',
    ],
  ])('%s', (_, file, fault) => {
    const faults = seen(file).flatMap((one) => one.faults);
    expect(faults[0]).toContain(fault);
    expect(faults.length).toBeLessThan(6);
  });

  it('in the line in which the cell begins', () => {
    expect(seen('name,summary,checked\n"A","one\ntwo",\n"B","x\ny\nz",never\n')[1]?.faults).toEqual([
      'date 6 checked',
    ]);
  });

  it.each([
    ['bidi controls', 'A\u202eB\u2066', 'AB', 'cleaned'],
    ['a zero-width space', 'Tali\u200bban', 'Taliban', 'cleaned'],
    ['a byte-order mark inside', 'Tali\ufeffban', 'Taliban', 'cleaned'],
    ['a soft hyphen', 'Tali\u00adban', 'Taliban', 'cleaned'],
    ['a joiner in Latin letters', 'Tali\u200dban', 'Tali\u200dban', 'joiner'],
    ['bytes of another encoding', 'M\ufffdller', 'M\ufffdller', 'replaced'],
  ])('but is taken and flagged with %s', (_, raw, name, flag) => {
    expect(candidatesIn(`name,kind\n${raw},term\n`)).toMatchObject([
      { name, faults: [], flags: [{ code: flag }] },
    ]);
  });

  it('but spelling is left alone: the joiners of Persian, Devanagari and emoji', () => {
    const text = 'name\nمی‌خواهم\nक्‍ष\n👩‍🚀\n';
    expect(candidatesIn(text).map(({ name, flags }) => [name, flags])).toEqual([
      ['می‌خواهم', []],
      ['क्‍ष', []],
      ['👩‍🚀', []],
    ]);
  });

  it('a quotation mark that nothing closes is flagged, and takes nothing along', () => {
    const rows = candidatesIn('name,summary\nA,"open\nB,"fine"\n');
    expect(rows.map(({ name, flags }) => [name, flags.map(({ code }) => code)])).toEqual([
      ['A', ['quote']],
      ['B', []],
    ]);
  });
});

describe('a file is refused whole', () => {
  const json = (text: string) => about(text);
  it.each([
    ['with nothing in it', '', { code: 'empty' }],
    ['with white space alone', ' \r\n\r\n\t', { code: 'empty' }],
    ['JSON that breaks off', '{\n "format": "newsgloss-glossary",\n "entries": [', { code: 'jsonSyntax' }],
    ['JSON of something else', '{"format":"other"}', { code: 'jsonForm', detail: 'other' }],
    [
      'JSON of a later version',
      '{"format":"newsgloss-glossary","version":2,"entries":[]}',
      { code: 'jsonForm', detail: 'newsgloss-glossary 2' },
    ],
    [
      'JSON without a list',
      '{"format":"newsgloss-glossary","version":1,"entries":{}}',
      { code: 'jsonForm', detail: 'entries' },
    ],
    ['JSON a hundred thousand levels deep', `{"a":${'['.repeat(100_000)}`, { code: 'nested' }],
    ['a page of the web', '<!DOCTYPE html>\n<html><body><p>x</p></body></html>', null],
    ['XML of something else', '<?xml version="1.0"?><rss><channel/></rss>', { code: 'xmlForm' }],
    ['XML that breaks off', '<?xml version="1.0"?><tbx><text><body>\n<conceptEntry>', { code: 'xmlSyntax' }],
  ])('%s', (_, text, fault) => {
    if (fault) expect(json(text)).toMatchObject(fault);
    else expect(json(text)).toMatchObject({ form: 'tbx', count: 0 });
  });

  it('too large, before it is read', () => {
    const file = { length: MOST_BYTES + 1 } as Uint8Array;
    expect(about(file)).toMatchObject({ code: 'tooLarge' });
  });

  it('says the line and column where JSON goes wrong', () => {
    expect(json('{\n  "format": x\n}')).toMatchObject({ code: 'jsonSyntax', line: 2, column: 13 });
  });

  it.each([
    [
      'billion laughs',
      '<!DOCTYPE tbx [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><tbx><text><body>&b;</body></text></tbx>',
      'xmlDeclares',
    ],
    ['an entity of a file', '<!DOCTYPE tbx [<!ENTITY f SYSTEM "file:///etc/passwd">]><tbx/>', 'xmlDeclares'],
    [
      'an entity that nothing declares',
      '<tbx><text><body><conceptEntry id="a"><langSec xml:lang="en"><termSec><term>&x;</term></termSec></langSec></conceptEntry></body></text></tbx>',
      'xmlSyntax',
    ],
    ['elements without end', `<tbx>${'<p>'.repeat(100_000)}`, 'nested'],
    ['elements that cross', '<tbx><a></tbx></a>', 'xmlSyntax'],
  ])('hostile XML: %s', (_, text, code) => {
    expect(about(`<?xml version="1.0"?>${text}`)).toMatchObject({ code });
  });
});

describe('JSON glossaries', () => {
  const fileOf = (...entries: string[]) =>
    `{"format":"newsgloss-glossary","version":1,"entries":[\n${entries.join(',\n')}\n]}`;
  const faults = (entry: string) =>
    candidatesIn(fileOf('{"id":"good","kind":"term","name":"Good"}', entry))[1]?.faults.map(
      (one) => `${one.code} ${one.line} ${one.column}`,
    );
  it.each([
    ['another field', '{"id":"a","kind":"term","name":"A","color":"red"}', ['unknown 3 color']],
    [
      'the prototype',
      '{"id":"a","kind":"term","name":"A","__proto__":{"name":"B"}}',
      ['unknown 3 __proto__'],
    ],
    [
      'a constructor',
      '{"id":"a","kind":"term","name":"A","ownScript":{"constructor":1}}',
      ['unknown 3 ownScript.constructor'],
    ],
    ['no name', '{"id":"a","kind":"term"}', ['missing 3 name']],
    ['an id that is none', '{"id":"A b","kind":"term","name":"A"}', ['id 3 id']],
    ['a bidi override in the name', '{"id":"a","kind":"term","name":"A\\u202eB"}', ['invisible 3 name']],
    ['a lone surrogate', '{"id":"a","kind":"term","name":"A\\udfffB"}', ['surrogate 3 name']],
    [
      'an alias of 10,000 characters',
      `{"id":"a","kind":"term","name":"A","aliases":[{"key":"k","text":"${'x'.repeat(10_000)}"}]}`,
      ['tooLong 3 aliases[0].text'],
    ],
    [
      'a million aliases',
      `{"id":"a","kind":"term","name":"A","aliases":[${'0,'.repeat(999_999)}0]}`,
      ['tooMany 3 aliases'],
    ],
    ['no entry at all', 'null', ['json 3 ']],
    ['a list', '[]', ['missing 3 id']],
  ])('an entry with %s is refused alone', (_, entry, expected) => {
    expect(faults(entry)?.slice(0, 1)).toEqual(expected);
  });
});

describe('terminologies', () => {
  const taliban = {
    ...{ name: 'Taliban', id: null, faults: [] },
    given: {
      summary: 'An Islamist movement & government.',
      aliases: [
        { text: 'TB', case: 'exact' },
        { text: 'طالبان', lang: 'ps' },
      ],
      short: [{ text: 'Talibs' }],
    },
  };
  it('of 2019 in style DCT, with names of modules', () => {
    const file = bytesOf(`<?xml version="1.0" encoding="UTF-8"?>
<tbx style="dct" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2" xmlns:b="http://www.tbxinfo.net/ns/basic">
<text><body><conceptEntry id="c1"><langSec xml:lang="EN-us"><b:definition>An Islamist <hi>movement</hi>
   &amp; government.</b:definition><termSec><term>Talibs</term><b:termType>shortForm</b:termType></termSec>
<termSec><term>Taliban</term><b:administrativeStatus>preferredTerm-admn-sts</b:administrativeStatus></termSec>
<termSec><term>TB</term><b:termType>acronym</b:termType></termSec></langSec>
<langSec xml:lang="ps"><termSec><term>طالبان</term></termSec></langSec></conceptEntry></body></text></tbx>`);
    expect(candidatesIn(file)).toMatchObject([{ ...taliban, line: 3 }]);
  });

  it('of 2008 in style DCA, which name a document type that nobody fetches', () => {
    const file = bytesOf(`<?xml version='1.0'?>
<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">
<martif type="TBX-Basic" xml:lang="en"><text><body>
<termEntry id="7"><descrip type="subjectField">group</descrip><descripGrp><descrip type="definition">An Islamist movement &amp; government.</descrip></descripGrp>
<langSet xml:lang="en"><tig><term>Taliban</term></tig><ntig><termGrp><term>TB</term><termNote type="termType">acronym</termNote></termGrp></ntig><tig><term>Talibs</term><termNote type="termType">shortForm</termNote></tig></langSet>
<langSet xml:lang="ps"><tig><term>طالبان</term></tig></langSet></termEntry></body></text></martif>`);
    expect(candidatesIn(file)).toMatchObject([
      { ...taliban, given: { ...taliban.given, kind: 'group' }, line: 4 },
    ]);
  });

  it('take the names of the language that is asked for, and tell which there are', () => {
    const file =
      '<tbx><text><body><conceptEntry><langSec xml:lang="de"><termSec><term>Kiew</term></termSec></langSec><langSec xml:lang="uk"><termSec><term>Київ</term></termSec></langSec></conceptEntry></body></text></tbx>';
    expect(about(file)).toMatchObject({ languages: ['de', 'uk'], language: 'de' });
    expect(candidatesIn(file, { language: 'uk' })).toMatchObject([
      { name: 'Київ', given: { aliases: [{ text: 'Kiew', lang: 'de' }] } },
    ]);
  });

  it('a definition that is too long for one line becomes background', () => {
    const file = `<tbx><text><body><conceptEntry><langSec xml:lang="en"><termSec><term>A</term></termSec></langSec><descrip type="definition">${'It is long. '.repeat(30)}</descrip></conceptEntry></body></text></tbx>`;
    expect(candidatesIn(file)[0]?.given.background).toHaveLength(30);
  });

  it('in the encoding that they declare', () => {
    const file = windows1252(
      '<?xml version="1.0" encoding="ISO-8859-1"?><tbx><text><body><conceptEntry><langSec xml:lang="fr"><termSec><term>Élysée</term></termSec></langSec></conceptEntry></body></text></tbx>',
    );
    expect(names(file)).toEqual(['Élysée']);
  });

  it('refuse a concept without a term, and one with too many', () => {
    const terms = '<termSec><term>x</term></termSec>'.repeat(MOST_MEMBERS + 5);
    const file = `<tbx><text><body><conceptEntry/>\n<conceptEntry><langSec xml:lang="en">${terms}</langSec></conceptEntry></body></text></tbx>`;
    expect(seen(file).map(({ faults }) => faults[0])).toEqual(['missing 1 term', 'tooMany 2 ']);
  });
});
