import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import { get, set } from 'idb-keyval';
import type { GivenText } from '../../../lib/compare/compare-texts';

const key = 'variorum:comparison';

/** Called on the window when texts come from elsewhere: dropped outside the panes. */
export const textsEvent = 'variorum:texts';

/** The unsaved comparison of this browser (IndexedDB); null where there is none. */
export async function keptTexts(): Promise<GivenText[] | null> {
  try {
    return (await get<GivenText[]>(key)) ?? null;
  } catch {
    // A private window may have no storage: the comparison lasts as long as the page.
    return null;
  }
}

export async function keepTexts(texts: readonly GivenText[]): Promise<void> {
  try {
    await set(key, texts);
  } catch {
    // As above.
  }
}

/** The longest address that browsers and messages carry safely, in characters. */
const longestAddress = 30_000;

/**
 * An address of a comparison that holds its texts, deflated, in the part after `#`, which browsers
 * do not send to the server; null where they are too long for one.
 */
export function sharedAddress(texts: readonly GivenText[], origin: string): string | null {
  const bytes = deflateSync(strToU8(JSON.stringify(texts)), { level: 9 });
  const packed = btoa(String.fromCharCode(...bytes.subarray(0, longestAddress)));
  const address = `${origin}/compare#t=${packed.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')}`;
  return address.length > longestAddress ? null : address;
}

/** The texts that an address holds; null where it holds none. */
export function textsOfAddress(hash: string): GivenText[] | null {
  const packed = /^#t=([\w-]+)$/.exec(hash)?.[1];
  if (!packed) return null;
  try {
    const binary = atob(packed.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
    const texts: unknown = JSON.parse(strFromU8(inflateSync(bytes)));
    return Array.isArray(texts) && texts.every(isGivenText) ? texts : null;
  } catch {
    return null;
  }
}

function isGivenText(value: unknown): value is GivenText {
  const { name, source, language } = (value ?? {}) as Partial<GivenText>;
  return (
    typeof name === 'string' &&
    typeof source === 'string' &&
    (language === undefined || typeof language === 'string')
  );
}
