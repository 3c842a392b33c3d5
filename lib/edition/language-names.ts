const tags = (
  'en fr de es it pt nl fi sv da no is pl cs sk ru uk be el grc la hu ro ca eo zh zh-Hans zh-Hant lzh ja ko ar he fa tr hi ur sa pi bn ta te mr ' +
  'tl cy ga gd br eu gl sr hr bs bg mk sl et lv lt yi af id ms vi th km my bo mn ka hy sq sw am syc arc cop akk oc fy fur nah mi ia enm ang ilo ceb'
).split(' ');

let known: Map<string, string> | undefined;

/** The tag of a language by its name, in English or in the language itself: “German”, “Deutsch”. */
export function languageNamed(name: string): string | undefined {
  if (!known) {
    known = new Map();
    const english = new Intl.DisplayNames(['en'], { type: 'language' });
    for (const tag of tags) {
      const own = new Intl.DisplayNames([tag], { type: 'language', fallback: 'none' }).of(tag);
      for (const each of [english.of(tag), own]) {
        const key = each?.toLowerCase();
        if (key && !known.has(key)) known.set(key, tag);
      }
    }
  }
  return known.get(name.trim().toLowerCase());
}
