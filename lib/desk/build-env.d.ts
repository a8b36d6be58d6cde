interface ImportMetaEnv {
  /** Of the bundled glossary and the code that indexes it: another build's index is not taken for this one's. */
  readonly NEWSGLOSS_FINGERPRINT: string;
}
