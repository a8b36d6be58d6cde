/** Adjectives of nations and faiths: capitalised in English, and no part of a name that follows. Folded. */
import { wordList } from './word-list';

/** Most of them: Syrian, Japanese, Turkish, Chilean. */
export const NATIONALITY_ENDING = /(?:[a-z]{2}ian|[a-z]{2}ean|[a-z]{2}ese|[a-z]{2}nish|[a-z]{2}kish|dish)$/;

export const NATIONALITIES = wordList(`
  afghan african american angolan arab arabic balkan bangladeshi basque british buddhist catalan
  catholic christian congolese croat cuban cypriot czech danish dutch emirati english european finn flemish french
  german greek gulf hindu hutu icelandic iraqi irish islamic islamist israeli jewish kazakh kenyan kosovar kurd kurdish kuwaiti
  kyrgyz lao latin mexican moroccan muslim nazi nordic omani orthodox pakistani palestinian pashtun
  polish portuguese qatari rohingya salvadoran saudi scottish serb shia shiite sikh slavic slovak slovene
  somali soviet spanish sunni swiss tajik tamil thai tibetan tutsi turk turkish turkmen uighur uyghur uzbek
  welsh yazidi yemeni zionist communist democratic republican conservative labour liberal
`);
