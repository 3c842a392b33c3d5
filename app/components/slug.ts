import slugify from '@sindresorhus/slugify';
import { useEffect, useState } from 'react';

/** A short name from the letters that slugify knows, as long as a work's may be. */
const plainSlug = (title: string): string =>
  slugify(title, { decamelize: false }).slice(0, 60).replace(/-+$/, '');

/** Letters that slugify drops, or writes without their vowels. */
const otherLetters = /(?!\p{Script=Latin}|\p{Script=Greek}|\p{Script=Cyrillic})\p{L}/u;

/**
 * A short name of a work from its title in any script: Chinese in Pinyin (渡船 → du-chuan), the rest as
 * any-ascii writes it. Their tables are loaded for such titles alone.
 *
 * @returns the empty string where a title has neither letters nor figures.
 */
export async function slugOf(title: string): Promise<string> {
  if (!otherLetters.test(title)) return plainSlug(title);
  const [{ pinyin }, { simplify }, { default: anyAscii }] = await Promise.all([
    import('pinyin-pro'),
    import('../../lib/language/chinese'),
    import('any-ascii'),
  ]);
  // The library knows the words of simplified script: 重慶.
  const spelt = pinyin(simplify(title), {
    toneType: 'none',
    nonZh: 'consecutive',
    v: true,
    segmentit: 1,
  });
  return plainSlug(anyAscii(spelt));
}

/** The same, while a title is written. */
export function useSlug(title: string): string {
  const [spelt, setSpelt] = useState({ title: '', slug: '' });
  useEffect(() => {
    if (!otherLetters.test(title)) return;
    let isCurrent = true;
    slugOf(title).then((slug) => {
      if (isCurrent) setSpelt({ title, slug });
    });
    return () => {
      isCurrent = false;
    };
  }, [title]);
  return spelt.title === title ? spelt.slug : plainSlug(title);
}
