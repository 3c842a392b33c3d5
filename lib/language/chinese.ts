import { Converter } from 'opencc-js/t2cn';

let convert: ((text: string) => string) | null = null;

/** Traditional characters to simplified ones (OpenCC), so that both scripts compare as one. */
export function simplify(text: string): string {
  convert ??= Converter({ from: 'tw', to: 'cn' });
  return convert(text);
}
