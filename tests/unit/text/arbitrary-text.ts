import fc from 'fast-check';

/** Text as the web has it at its worst: every script, marks without letters, halves of pairs. */
export const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc
    .array(
      fc.constantFrom(
        ..."aZé’'.-–\u00ad\u200b\u0301\u0306 ١ا\u064eहि塔ッ한\u1112\u1161\ud835\udc0a\ud800İßﬁʿ\u200c\u05b8เ".split(
          '',
        ),
      ),
    )
    .map((units) => units.join('')),
);

/** Whether an offset falls between the halves of a surrogate pair. */
export function splitsPair(text: string, offset: number): boolean {
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}
