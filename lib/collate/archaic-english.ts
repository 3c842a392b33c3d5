/** Forms out of use, and what is said now: what stands first is tried first. */
const listed: Readonly<Record<string, readonly string[]>> = {
  bare: ['bore'],
  betwixt: ['between'],
  brake: ['broke'],
  doth: ['does'],
  hath: ['has'],
  hither: ['here'],
  nay: ['no'],
  saith: ['says', 'said'],
  spake: ['spoke'],
  sware: ['swore'],
  thee: ['you'],
  thine: ['yours', 'your'],
  thither: ['there'],
  thou: ['you'],
  thy: ['your'],
  unto: ['to'],
  whither: ['where'],
  ye: ['you'],
  yea: ['yes'],
};

/** Forms of the second person whose endings follow no rule. */
const ofThou: Readonly<Record<string, readonly string[]>> = {
  art: ['are'],
  canst: ['can'],
  hast: ['have'],
  mayst: ['may'],
  shalt: ['shall'],
  wast: ['were'],
  wert: ['were'],
  wilt: ['will'],
};

/**
 * What an archaic English word may be written as now, the likeliest first; none for other words. Verbs of
 * the second person (comest, wilt) are known by a “thou” beside them: “greatest” and “art” are words as well.
 *
 * @param word in small letters.
 * @param near words beside it.
 */
export function modernForms(word: string, near: readonly string[]): string[] {
  if (Object.hasOwn(listed, word)) return [...listed[word]];
  const third = /^(\p{L}{2,})eth$/u.exec(word);
  if (third) return withEnding(third[1], 's');
  if (!near.includes('thou')) return [];
  if (Object.hasOwn(ofThou, word)) return [...ofThou[word]];
  const second = /^(\p{L}{2,}?)(e?)st$/u.exec(word);
  if (!second) return [];
  return second[2] ? withEnding(second[1], '') : [second[1]];
}

/** A verb's stem with an ending: comes, speaks, sits, passes, cries. */
function withEnding(stem: string, ending: string): string[] {
  const undoubled = /^(.*?(\p{L}))\2$/u.exec(stem);
  return [
    `${stem}${ending}`,
    `${stem}e${ending}`,
    ...(undoubled ? [`${undoubled[1]}${ending}`] : []),
    ...(stem.endsWith('i') ? [ending ? `${stem}es` : `${stem.slice(0, -1)}y`] : []),
  ];
}
