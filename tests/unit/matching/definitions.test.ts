import { describeCases } from './case-table';

describeCases('definitions in the story', [
  ['long name (short name) binds', '[Hayat Tahrir al-Sham=hts] ([HTS=hts]) left. [HTS=hts] is gone.'],
  ['short name (long name) binds', '[HTS=hts] ([Hayat Tahrir al-Sham=hts]) left.'],
  ['it binds in blocks before', '# [HTS=hts] leaves ¶ [Hayat Tahrir al-Sham=hts] ([HTS=hts]) left.'],
  ['another long name silences', 'the Harmonized Tariff Schedule (HTS) applies. HTS codes count.'],
  ['it silences in blocks before', '# HTS codes count ¶ the Harmonized Tariff Schedule (HTS) applies.'],
  [
    'it silences whatever else the story names',
    'In [Syria=syria] the Harmonized Tariff Schedule (HTS) applies. HTS codes count.',
  ],
  ['lower-case words', 'TTP (tactics, techniques and procedures) are shared. TTP matter.'],
  ['lower-case words in front', 'thrombotic thrombocytopenic purpura (TTP) in Pakistan'],
  ['a plural short form', 'tactics, techniques, and procedures (TTPs) in Pakistan; TTP again'],
  ['or, between commas', 'high-throughput screening, or HTS, in [Syria=syria]. HTS is fast.'],
  [
    'known as',
    'the [Islamic State in the Khorasan Province=isk], known as [ISKP=isk], and also known as [IS=is?]',
  ],
  ['a dash and the long name', 'HTS – the Harmonized Tariff Schedule – is known in [Syria=syria]'],
  ['the long name and a dash', 'the Harmonized Tariff Schedule — HTS — is known in [Syria=syria]'],
  ['short for', 'HTS, short for Harmonized Tariff Schedule, and [Syria=syria]'],
  ['stands for', 'HTS stands for high-throughput screening, in [Syria=syria] too'],
  ['square brackets', 'the Harmonized Tariff Schedule [HTS] in [Syria=syria]'],
  ['quotation marks in brackets', 'the Harmonized Tariff Schedule (“HTS”) in [Syria=syria]'],
  [
    'a short name that the glossary lacks',
    'the [Islamic Theology of Counter Terrorism=itct] ([ITCT=itct]) said. [ITCT=itct] is in London.',
  ],
  [
    'and its possessive',
    'the [Islamic Theology of Counter Terrorism=itct] ([ITCT=itct]). [ITCT=itct]’s head spoke.',
  ],
  [
    'and in a headline before',
    '# [ITCT=itct] warns ¶ the [Islamic Theology of Counter Terrorism=itct] ([ITCT=itct]) said.',
  ],
  ['a foreign acronym beside its name', 'the [Kurdistan Workers’ Party=pkk] ([PKK=pkk]) said'],
  ['small words have no letter', 'the [Islamic State of Iraq and the Levant=is] ([ISIL=is]) said'],
  [
    'a misspelt long name with the right acronym',
    'the group Hayat Tahir al-Sham ([HTS=hts]) left. [HTS=hts] is gone.',
  ],
  ['another name with the same acronym is no misspelling', 'the firm Hayal Tahir Shipping (HTS) left.'],
  ['an agency in brackets defines nothing', '# [KABUL=kabul] (AFP) ¶ [Kabul=kabul] (AFP) said'],
  ['a party in brackets defines nothing', '[Donald Trump=trump] (R) and [Putin=putin] (UR)'],
  [
    'the institute that shares an acronym',
    'the Institute for Science and International Security (ISIS) said. ISIS has experts.',
  ],
  [
    'an acronym whose long form the glossary lacks is not contradicted',
    'members of National Association of Tall Owls (NATO)',
  ],
  [
    'a definition of the entry’s own, with other words',
    'the [Islamic State=is] in Iraq and [Syria=syria] ([ISIS=is]) said',
  ],
  [
    'a name of the glossary between commas, whatever its initials',
    '[RSF=reporters], or [Reporters Without Borders=reporters], condemned it. [RSF=reporters] spoke.',
  ],
  [
    'and the other way round',
    '[Reporters Without Borders=reporters], or [RSF=reporters], condemned it in [Sudan=sudan].',
  ],
  [
    'by its acronym in another language',
    '[Reporters Without Borders=reporters], known by its French initials [RSF=reporters], spoke.',
  ],
  ['or between two names is a choice', 'the [UN=un], or [Reporters Without Borders=reporters], may help'],
  ['or without commas is a choice', 'OWL or [Reporters Without Borders=reporters] may help; OWL did'],
  [
    'the definition before holds',
    'the Harmonized Tariff Schedule (HTS) ended. ¶ Then [Hayat Tahrir al-Sham=hts] ([HTS=hts]) rose. ¶ [HTS=hts] won.',
  ],
]);
