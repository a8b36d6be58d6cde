/** What the pages say, in every framework alike. */
const from =
  ' the ministers of the Taliban met twice in one week, and the minutes of both meetings were kept. Then ';
const to =
  ' read out what they had agreed, and the reporters in the room wrote down what they had not, for the list of that was longer and had been known before the doors were opened.';

export const FIRST = { from, to, whole: `In Kabul${from}Zabihullah Mujahid${to}` };
export const SECOND =
  'Nobody in the hall spoke of ISIS-K until the lamps were lit. Then one did, and the others looked at the door, and the man who keeps the minutes asked whether that was to be written down as well.';
export const MORE =
  'In Kandahar the talk was of al-Qaeda, which had said nothing for a month, and of who had heard it say nothing. The minutes of that meeting have one line more than those of the first one.';
export const EARLIER = 'What is known of Herat was known some time ago, says the page before it lives.';
export const LATER = 'What is known of Nangarhar is known as of now, says the page once it lives.';

/** A key for a paragraph: its first words. */
export const words = (text) => text.split(' ').slice(0, 4).join('-');
