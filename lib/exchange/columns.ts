/** What the columns of a table can hold, how we call them, and how others do. */
import type { EntryKind } from '../glossary/schema';
import { foldKey } from '../text/fold';

/** Every column of the full form, in its order. `latitude` and `longitude` are the coordinates. */
export const COLUMNS = [
  'id',
  'kind',
  'name',
  'ownScript',
  'ownScriptLanguage',
  'say',
  'familiarity',
  'summary',
  'aliases',
  'short',
  'background',
  'facts',
  'relations',
  'naming',
  'latitude',
  'longitude',
  'sources',
  'checked',
  'wikidata',
  'formerIds',
] as const;
export type Column = (typeof COLUMNS)[number];

/** Those of the form that is edited by hand. */
export const SIMPLE_COLUMNS: readonly Column[] = [
  'id',
  'name',
  'kind',
  'summary',
  'aliases',
  'sources',
  'checked',
];

/** What each column of a file is, by its place; null: left out. Several of one sort are put together. */
export type Mapping = readonly (Column | null)[];

/** Names of columns as people write them, in the languages of the interface and some more; compared folded. */
const HEADERS: Partial<Record<Column, readonly string[]>> = {
  id: ['id', 'entry id', 'slug', 'identifier'],
  kind: [
    ...['kind', 'type', 'category', 'class', 'art', 'typ', 'kategorie', 'catégorie', 'genre', 'tipo'],
    ...['clase', 'categoría', 'categoria', 'soort', 'rodzaj', 'tür', 'вид', 'тип', 'категорія', 'категория'],
    ...[
      'نوع',
      'النوع',
      'فئة',
      'نوعیت',
      'प्रकार',
      '种类',
      '類型',
      '类型',
      '类别',
      '種類',
      '種別',
      '종류',
      '유형',
    ],
  ],
  name: [
    ...['name', 'term', 'title', 'headword', 'entry', 'full name', 'entity', 'bezeichnung', 'begriff', 'nom'],
    ...['terme', 'nombre', 'término', 'nome', 'termo', 'termine', 'naam', 'nazwa', 'ad', 'isim', 'имя'],
    ...[
      'название',
      'назва',
      'ім’я',
      'термин',
      'термін',
      'الاسم',
      'اسم',
      'نام',
      'नाम',
      '名称',
      '名稱',
      '名字',
      '名前',
    ],
    ...['姓名', '이름', '명칭', 'leader'],
  ],
  ownScript: [
    ...['own script', 'ownscript', 'native name', 'original name', 'name original script', 'original script'],
    ...['eigene schrift', 'originalname', 'nom original', 'nombre original'],
  ],
  ownScriptLanguage: ['own script language', 'ownscriptlanguage', 'native language', 'original language'],
  say: ['say', 'pronunciation', 'aussprache', 'prononciation', 'pronunciación', 'pronúncia', 'pronuncia'],
  familiarity: ['familiarity', 'bekanntheit', 'notoriété', 'familiaridad'],
  summary: [
    ...['summary', 'description', 'definition', 'note', 'notes', 'comment', 'who', 'beschreibung'],
    ...['zusammenfassung', 'definition', 'résumé', 'définition', 'resumen', 'descripción', 'definición'],
    ...['resumo', 'descrição', 'definição', 'riassunto', 'descrizione', 'definizione', 'samenvatting'],
    ...['omschrijving', 'opis', 'özet', 'tanım', 'описание', 'опис', 'определение', 'الوصف', 'ملخص', 'تعریف'],
    ...['توضیح', 'विवरण', 'सारांश', '描述', '说明', '說明', '简介', '概要', '説明', '설명', '요약'],
  ],
  aliases: [
    ...[
      'aliases',
      'alias',
      'aka',
      'a.k.a.',
      'also known as',
      'other names',
      'synonyms',
      'synonym',
      'variants',
    ],
    ...[
      'auch',
      'andere namen',
      'aliasnamen',
      'synonyme',
      'alternative names',
      'autres noms',
      'otros nombres',
    ],
    ...['sinónimos', 'outros nomes', 'sinônimos', 'altri nomi', 'sinonimi', 'andere namen', 'inne nazwy'],
    ...['diğer adlar', 'другие названия', 'псевдонимы', 'синонимы', 'інші назви', 'أسماء أخرى', 'नाम अन्य'],
    ...['别名', '別名', '又名', '별칭', '별명'],
  ],
  short: ['short', 'short forms', 'short form', 'short name', 'kurzform', 'forme courte', 'forma corta'],
  background: [
    'background',
    'hintergrund',
    'contexte',
    'contexto',
    'contesto',
    'achtergrond',
    '背景',
    '배경',
  ],
  facts: ['facts', 'fakten', 'faits', 'hechos'],
  relations: ['relations', 'beziehungen', 'relaciones'],
  naming: ['naming', 'on the name'],
  latitude: [
    'latitude',
    'lat',
    'breite',
    'breitengrad',
    'latitud',
    'latitudine',
    'широта',
    '纬度',
    '緯度',
    '위도',
  ],
  longitude: [
    ...['longitude', 'lon', 'lng', 'long', 'länge', 'längengrad', 'longitud', 'longitudine', 'долгота'],
    ...['经度', '経度', '경도'],
  ],
  sources: [
    ...['sources', 'source', 'source address', 'source url', 'url', 'link', 'web', 'quelle', 'quellen'],
    ...['fuente', 'fuentes', 'fonte', 'fontes', 'fonti', 'bron', 'źródło', 'kaynak', 'источник', 'джерело'],
    ...['المصدر', 'منبع', 'स्रोत', '来源', '來源', '出典', '출처'],
  ],
  checked: [
    ...['checked', 'last checked', 'as of', 'geprüft', 'stand', 'vérifié', 'comprobado', 'verificado'],
    ...['controllato', 'gecontroleerd', 'sprawdzono', 'проверено', 'перевірено', '核对', '確認日', '확인'],
  ],
  wikidata: ['wikidata', 'wikidata item', 'qid'],
  formerIds: ['formerids', 'former ids'],
};

const COLUMN_BY_HEADER = new Map<string, Column>(
  COLUMNS.flatMap((column) =>
    [column, ...(HEADERS[column] ?? [])].map((header) => [foldKey(header), column] as const),
  ),
);

/** A number at the end: "Alias 2". */
const NUMBERED = / ?\d+$/;

/** The column that a header names, or null. */
export function columnOf(header: string): Column | null {
  const key = foldKey(header);
  return COLUMN_BY_HEADER.get(key) ?? COLUMN_BY_HEADER.get(key.replace(NUMBERED, '')) ?? null;
}

/** Whether a first row names columns: one of its cells does. "Term" alone might be what an entry is. */
export const looksLikeHeader = (cells: readonly string[]): boolean =>
  cells.some((cell) => columnOf(cell) !== null && kindOf(cell) === null) ||
  (cells.length === 1 && columnOf(cells[0] ?? '') === 'name');

/** Numbers of another program's rows: no ids of entries. */
const FOREIGN_ID = /^\d*$/;

/**
 * What the columns are, by their names. A column of which only one can be is taken once; an id column
 * full of bare numbers is left out, since entries of two files would share them by chance.
 *
 * @param rows the first ones after the header.
 */
export function guessMapping(header: readonly string[], rows: readonly (readonly string[])[]): Mapping {
  const taken = new Set<Column>();
  const isOurs = SIMPLE_COLUMNS.every((column) => header.includes(column));
  return header.map((cell, i) => {
    const column = columnOf(cell);
    if (!column) return null;
    if (column === 'id' && !isOurs && rows.every((row) => FOREIGN_ID.test(row[i] ?? ''))) return null;
    // Two columns called alike are the same thing told twice, but for numbered ones ("Alias 1").
    if (taken.has(column) && column !== 'aliases' && column !== 'sources') return null;
    taken.add(column);
    return column;
  });
}

const KIND_WORDS: Readonly<Record<EntryKind, readonly string[]>> = {
  group: [
    ...['group', 'armed group', 'militant group', 'gruppe', 'groupe', 'grupo', 'gruppo', 'groep', 'grupa'],
    ...['grup', 'группа', 'група', 'جماعة', 'گروه', 'समूह', '团体', '団体', '组织团体', '단체'],
  ],
  person: [
    ...['person', 'individual', 'people person', 'personne', 'persona', 'pessoa', 'persoon', 'osoba', 'kişi'],
    ...['человек', 'лицо', 'особа', 'شخص', 'व्यक्ति', '人物', '人', '인물', '사람'],
  ],
  organisation: [
    ...['organisation', 'organization', 'organisations', 'org', 'entity', 'company', 'institution'],
    ...['organización', 'organização', 'organizzazione', 'organisatie', 'organizacja', 'kuruluş', 'örgüt'],
    ...['организация', 'організація', 'منظمة', 'سازمان', 'संगठन', '组织', '組織', '机构', '조직', '기관'],
  ],
  place: [
    ...['place', 'location', 'country', 'city', 'town', 'region', 'ort', 'land', 'stadt', 'lieu', 'pays'],
    ...['lugar', 'país', 'luogo', 'paese', 'plaats', 'miejsce', 'yer', 'место', 'місце', 'مكان', 'مکان'],
    ...['स्थान', '地点', '地名', '場所', '장소', '지명'],
  ],
  people: [
    'people',
    'ethnic group',
    'volk',
    'peuple',
    'pueblo',
    'povo',
    'popolo',
    'naród',
    'halk',
    '民族',
    '민족',
  ],
  event: [
    ...['event', 'ereignis', 'événement', 'evento', 'gebeurtenis', 'wydarzenie', 'olay', 'событие', 'подія'],
    ...['حدث', 'رویداد', 'घटना', '事件', '出来事', '사건'],
  ],
  term: [
    ...['term', 'begriff', 'terme', 'término', 'termo', 'termine', 'begrip', 'pojęcie', 'terim', 'термин'],
    ...['термін', 'مصطلح', 'اصطلاح', 'शब्द', '术语', '術語', '用語', '용어'],
  ],
};

const KIND_BY_WORD = new Map(
  (Object.entries(KIND_WORDS) as [EntryKind, readonly string[]][]).flatMap(([kind, words]) =>
    words.map((word) => [foldKey(word), kind] as const),
  ),
);

/** The kind that a word names in any of the languages, or null. */
export const kindOf = (word: string): EntryKind | null =>
  KIND_BY_WORD.get(word) ?? KIND_BY_WORD.get(foldKey(word)) ?? null;

/** What an entry is whose row does not say. */
export const OTHER_KIND: EntryKind = 'term';
