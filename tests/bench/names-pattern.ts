/** The names as whole words, as far as one native pattern tells words, the longest first. */
export function namesPattern(names: readonly string[]): RegExp {
  const sources = [...names]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`\\b(?:${sources.join('|')})\\b`, 'gi');
}
