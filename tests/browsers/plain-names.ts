/** Names for pages that are written on the spot: all in the bundled glossary, and none of them ambiguous. */
export const PLAIN_NAMES = [
  'Kabul',
  'Kandahar',
  'al-Qaeda',
  'ISIS-K',
  'Kunar',
  'Nangarhar',
  'Moscow',
  'Tehran',
  'Zabihullah Mujahid',
  'the Taliban',
];
