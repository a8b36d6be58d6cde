import { describeCases } from './case-table';

describeCases('follow-ups', [
  ['a surname after the full name', '[Michael Kugelman=kugelman] spoke. [Kugelman=kugelman] added:'],
  ['in a later block', '[Michael Kugelman=kugelman] spoke. ¶ [Kugelman=kugelman]’s view'],
  [
    'a headline’s surname, explained by the body',
    '# [Kugelman=kugelman] speaks ¶ [Michael Kugelman=kugelman] spoke.',
  ],
  ['a surname without the full name', 'Kugelman spoke.'],
  ['a surname that stands by itself', '[Putin=putin] spoke.'],
  ['a surname in capitals', '# [PUTIN=putin] SPEAKS'],
  ['a listed short form', '[Zabihullah Mujahid=mujahid] spoke. [Mujahid=mujahid] added.'],
  ['a listed short form as a common noun', '[Zabihullah Mujahid=mujahid] is a mujahid.'],
  [
    'behind an honorific',
    '[Michael Kugelman=kugelman] spoke. Mr [Kugelman=kugelman] and Mr. [Kugelman=kugelman] added.',
  ],
  ['behind a rank', '[Imran Khan=khan] spoke. Gen. [Khan=khan] and Prime Minister [Khan=khan] added.'],
  [
    'behind an honorific that opens the sentence',
    '[Michael Kugelman=kugelman] spoke. Analyst [Kugelman=kugelman] added.',
  ],
  ['another person of that surname', '[Michael Kugelman=kugelman] and Carly Kugelman spoke.'],
  [
    'after another person of that surname',
    '[Michael Kugelman=kugelman] and Carly Kugelman spoke. Kugelman added.',
  ],
  ['another person at the start of a sentence', '[Michael Kugelman=kugelman] spoke. Carly Kugelman added.'],
  ['an unknown given name at the start of a sentence', '[Imran Khan=khan] spoke. Zulfiqar Khan added.'],
  ['behind an initial', '[Imran Khan=khan] spoke. A. Khan added.'],
  [
    'two of the glossary share it',
    '[Sirajuddin Haqqani=sirajuddin] and [Anas Haqqani=anas] met. Haqqani left.',
  ],
  ['one of two of the glossary is named', '[Anas Haqqani=anas] came. [Haqqani=anas] left.'],
  ['a town that begins with it', '[Imran Khan=khan] spoke of Khan Younis.'],
  ['another person who begins with it', '[Mullah Omar=omar] hid. Omar Mateen did not.'],
  ['a tower', '[Donald Trump=trump] went to Trump Tower.'],
  ['an administration', 'the [Trump=trump] administration and the [Trump=trump] Administration'],
  [
    'an Arabic surname with its article',
    '[Bashar al-Assad=assad] fled. [al-Assad=assad] and [Assad=assad] fled; [Al-Assad=assad] too.',
  ],
  [
    'an Arabic surname of an alias',
    '[Abu Mohammad al-Golani=golani] spoke. [Golani=golani] and [al-Sharaa=golani] are one.',
  ],
  [
    'bin and the name behind it',
    '[Osama bin Laden=bin-laden] hid. [Bin Laden=bin-laden] was found, [bin Laden=bin-laden] shot.',
  ],
  ['bin and the name behind it, another', '[Mohammed bin Salman=mbs] flew. [Bin Salman=mbs] landed.'],
  [
    'a particle of nobility',
    '[Ursula von der Leyen=von-der-leyen] spoke. [Von der Leyen=von-der-leyen] left.',
  ],
  ['a Chinese family name', '[Xi Jinping=xi] spoke. [Xi=xi] left; Jinping is no name for him.'],
  ['a Korean family name', '[Kim Jong-un=kim] spoke. [Kim=kim] left.'],
  ['a Korean name without its hyphen', '[Kim Jong Un=kim] spoke.'],
  [
    'a Burmese short form from the data',
    '[Aung San Suu Kyi=suu-kyi] spoke. [Suu Kyi=suu-kyi] left. Kyi is no name for her.',
  ],
  ['a Burmese name without one', '[Min Aung Hlaing=min-aung-hlaing] spoke. Hlaing is no name for him.'],
  [
    'a Spanish double surname',
    '[Andrés Manuel López Obrador=lopez-obrador] spoke. [López Obrador=lopez-obrador] left.',
  ],
  ['an Icelandic patronymic', '[Katrín Jakobsdóttir=jakobsdottir] spoke. [Jakobsdóttir=jakobsdottir] left.'],
  ['an Icelandic first name', '[Katrín Jakobsdóttir=jakobsdottir] spoke. [Katrín=jakobsdottir?] left.'],
  ['a Malay first name', '[Anwar Ibrahim=anwar] spoke. [Anwar=anwar?] left.'],
  [
    'a Malay first name behind its title',
    '# PM [Anwar=anwar?] speaks ¶ Datuk Seri [Anwar Ibrahim=anwar] spoke.',
  ],
  ['a Malay name behind Mohd', 'Prof [Mohd Faiz Abdullah=faiz] spoke. Datuk [Faiz=faiz?] left.'],
  [
    'a first name where the surname is used',
    '[Anwar Ibrahim=anwar] spoke. [Ibrahim=anwar] left. Anwar is a name.',
  ],
  ['a first name of somebody else too', '[Anwar Ibrahim=anwar] met Anwar Sadat. Anwar left.'],
  ['a common first name', '[Michael Kugelman=kugelman] spoke. Michael left.'],
  ['some of his names', '[Tayyip Erdogan=erdogan] spoke. [Erdogan=erdogan] left.'],
  ['a middle initial', '[Donald J. Trump=trump] spoke.'],
  ['an unknown middle name', '[Michael Aaron Kugelman=kugelman] spoke. [Kugelman=kugelman] left.'],
  ['a misspelt forename', '[Zabihulah Mujahid=mujahid] spoke. [Mujahid=mujahid] left.'],
  ['a shortened article', '[Bashar Assad=assad] fled.'],
  ['another forename is another person', 'Hafez al-Assad ruled.'],
  ['a comma before the surname', 'As for him, [Putin=putin] left.'],
  [
    'inside a longer name of the glossary',
    '[Sirajuddin Haqqani=sirajuddin] leads the [Haqqani network=haqqani-network].',
  ],
  ['a forename that is another’s surname', '[Imran Khan=khan] and Khan Abdul Ghaffar spoke.'],
  [
    'in title case',
    '# What [Kugelman=kugelman] Told Lawmakers About [Kabul=kabul] ¶ [Michael Kugelman=kugelman] spoke.',
  ],
  [
    'a title-case given name before it',
    '# What Carly Kugelman Told Lawmakers ¶ [Michael Kugelman=kugelman] spoke.',
  ],
]);
