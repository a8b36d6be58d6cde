/** Adjectives of nations and faiths: capitalised in English, and no part of a name that follows. Folded. */
import { wordList } from './word-list';

/** Most of them: Syrian, Japanese, Turkish, Chilean. */
export const NATIONALITY_ENDING = /(?:[a-z]{2}ian|[a-z]{2}ean|[a-z]{2}ese|[a-z]{2}nish|[a-z]{2}kish|dish)$/;

export const NATIONALITIES = wordList(`
  afghan african american armenian austrian australian belarusian belgian brazilian canadian chechen chilean colombian
  egyptian estonian ethiopian eritrean georgian hungarian indian indonesian iranian italian jordanian japanese chinese latvian
  lebanese libyan lithuanian malaysian malian mauritanian moldovan mongolian nigerian norwegian peruvian persian romanian
  russian rwandan serbian spanish sudanese swedish syrian tunisian turkish ugandan ukrainian venezuelan vietnamese asian
  european persian kurdish british finnish hispanic angolan arab arabic balkan bangladeshi basque british buddhist catalan
  catholic christian congolese cuban cypriot czech danish dutch emirati english european flemish french
  german greek gulf hindu hutu icelandic iraqi irish islamic islamist israeli jewish kazakh kenyan kosovar kurd kurdish kuwaiti
  kyrgyz lao latin mexican moroccan muslim nazi nordic omani orthodox pakistani palestinian pashtun
  polish portuguese qatari rohingya salvadoran saudi scottish serb shia shiite sikh slavic slovak slovene
  somali soviet spanish sunni swiss tajik tamil thai tibetan tutsi turkish turkmen uighur uyghur uzbek
  welsh yazidi yemeni zionist communist democratic republican conservative labour liberal
`);
