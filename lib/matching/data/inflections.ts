/**
 * Case endings and particles, by language: pairs of a nominative ending and what it becomes. Written
 * as the language spells them; the code folds them (й = и, ё = е).
 *
 * A rule only ever leads back to a listed name: the scan takes a word of the story, undoes one
 * ending and looks the result up. So a rule may be generous; the name, its capital and its
 * neighbours still have to fit.
 */

export interface Inflections {
  /** The shortest nominative that is looked for, in folded letters. */
  readonly shortest: number;
  /** True where the ending is a particle that stays outside the name (Korean), not part of the word. */
  readonly outside?: boolean;
  /** Nominative ending → the endings that it takes. */
  readonly endings: Readonly<Record<string, string>>;
}

/** Languages of the Cyrillic press; both sets are tried on any Cyrillic word. */
export const CYRILLIC: readonly Inflections[] = [
  {
    // Russian: Талибан, Талибана, Талибану, Талибаном, Талибане; Путиным; Россия, России; Москвой
    shortest: 3,
    endings: {
      '': 'а у ом ем е ы и ов ев ам ами ах ым',
      а: 'ы и у ой ою е ам ами ах',
      я: 'и ю ей е',
      ия: 'ии ию ией',
      й: 'я ю ем е и ев ям ями ях',
      ь: 'я ю ем е и ью ей ям ями ях',
      ий: 'ого его ому ему им ом ем ими их ие',
      ый: 'ого ому ым ом ые ых ыми',
      ой: 'ого ому ым ом ые ых ыми',
      ая: 'ой ую ые ых ым ыми',
      яя: 'ей юю',
      ое: 'ого ому ым ом',
      о: 'а у ом е',
      е: 'я ю ем и',
      ы: 'ов ам ами ах',
      и: 'ов ев ей ам ами ах',
    },
  },
  {
    // Ukrainian: Зеленського, Зеленським; Києва, Харкові; Україною; Празі
    shortest: 3,
    endings: {
      '': 'а у ом ем ові еві і и ів ам ами ах им',
      а: 'и і у ю ою о ам ами ах ої ій',
      я: 'і ї ю єю ею',
      ія: 'ії ію ією',
      ий: 'ого ому им ім их ими і',
      ка: 'ці',
      га: 'зі',
      о: 'а у ом і',
      ь: 'я ю ем і',
      й: 'я ю єм ї',
      їв: 'єва єву євом єві',
      ів: 'ова ову овом ові єва єву євом єві',
      и: 'ів ам ами ах',
      і: 'ів ам ами ах',
    },
  },
];

/** Latin-script languages, tried only where the story is in that language. */
export const LATIN: Readonly<Record<string, Inflections>> = {
  de: { shortest: 3, endings: { '': 's' } },
  sv: { shortest: 3, endings: { '': 's' } },
  da: { shortest: 3, endings: { '': 's' } },
  nb: { shortest: 3, endings: { '': 's' } },
  no: { shortest: 3, endings: { '': 's' } },
  nl: { shortest: 3, endings: { '': 's' } },
  pl: {
    shortest: 3,
    endings: {
      '': 'a u owi em iem ie ów om ami ach ie',
      a: 'y i ę ą ie ze ce',
      ia: 'ii ię ią',
      i: 'ego emu im',
      y: 'ego emu ym',
      o: 'a u em ie',
    },
  },
  cs: {
    shortest: 3,
    endings: {
      '': 'a u em ovi e ě y ů ům ech',
      a: 'y u ou ě e o ovi',
      e: 'i í',
      ie: 'ii ií',
      o: 'a u em ě',
    },
  },
};

/** Korean particles, attached to the name before them. */
export const KOREAN: Inflections = {
  shortest: 2,
  outside: true,
  endings: {
    '': '은 는 이 가 을 를 의 에 에서 에게 에는 에도 로 으로 로부터 부터 까지 와 과 도 만 측 측은 측이 께서 이나 나 란 이란 라는 이라는 라고 이라고 에선 의회 군 군이 군은 군의 인 인들 계 산 발',
  },
};
