import type { Omission, Warning } from './model';

/** What a message quotes of the words left out. */
const quoted = { stretches: 3, letters: 40 };

/** The warning for content that is not kept: what, how often, and the first words of it. */
export function omissionWarning(
  omitted: Omission,
  line?: number,
  fate: 'not kept' | 'kept apart' = 'not kept',
): Warning {
  return {
    ...(line === undefined ? {} : { line }),
    message: `${fate}: ${omitted.what} (${omitted.count})${quote(omitted)}`,
    omitted,
  };
}

function quote({ words }: Omission): string {
  if (words.length === 0) return '';
  const shown = words.slice(0, quoted.stretches).map(({ text }) => {
    const letters = [...text];
    return `“${letters.length > quoted.letters ? `${letters.slice(0, quoted.letters).join('')}…` : text}”`;
  });
  return `: ${shown.join(', ')}${words.length > quoted.stretches ? ', …' : ''}`;
}
