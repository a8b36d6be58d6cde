/** The bundled glossary's files, `public/glossary/BEAT.json`, in the order in which ties between entries are decided. */
export const BEATS = [
  'afghanistan-pakistan',
  'syria-iraq-kurds',
  'israel-palestine-lebanon',
  'listed-groups',
  'un-courts-aid',
  'media-think-tanks',
  'iran-yemen-gulf',
  'russia-ukraine-caucasus',
  'libya-sudan-horn',
  'sahel-nigeria-central-africa',
  'india-east-asia',
  'europe-nato',
  'americas',
  'countries-leaders',
] as const;

export type Beat = (typeof BEATS)[number];
