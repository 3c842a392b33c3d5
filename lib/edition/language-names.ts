import { once } from '../core/memo';

const tags = (
  'en fr de es it pt nl fi sv da no is pl cs sk ru uk be el grc la hu ro ca eo zh zh-Hans zh-Hant lzh ja ko ar he fa tr hi ur sa pi bn ta te mr ' +
  'tl cy ga gd br eu gl sr hr bs bg mk sl et lv lt yi af id ms vi th km my bo mn ka hy sq sw am syc arc cop akk oc fy fur nah mi ia enm ang ilo ceb'
).split(' ');

/** Languages in whose words languages are named, the first where two say the same of different ones. */
const namedIn = ['en', 'de', 'fr', 'es', 'it', 'pt', 'ru', 'zh', 'zh-Hant', 'ja'];
/** What people write besides. */
const otherNames: Record<string, string> = {
  'chinese simplified': 'zh-Hans',
  'chinese (simplified)': 'zh-Hans',
  'chinese traditional': 'zh-Hant',
  'chinese (traditional)': 'zh-Hant',
  文言: 'lzh',
};

/** Tags by the names of languages, in small letters. */
const tagsByName = once(() => {
  const known = new Map(Object.entries(otherNames));
  const large = namedIn.map((each) => new Intl.DisplayNames([each], { type: 'language' }));
  const add = (key: string | undefined, tag: string) => {
    const small = key?.toLowerCase();
    if (small && !known.has(small)) known.set(small, tag);
  };
  for (const tag of tags) {
    add(large[0].of(tag), tag);
    add(new Intl.DisplayNames([tag], { type: 'language', fallback: 'none' }).of(tag), tag);
  }
  for (const names of large) for (const tag of tags) add(names.of(tag), tag);
  return known;
});

/** The tag of a language by its name, in a large language or in itself: “German”, “Deutsch”, “allemand”. */
export const languageNamed = (name: string): string | undefined =>
  tagsByName().get(name.trim().toLowerCase());
