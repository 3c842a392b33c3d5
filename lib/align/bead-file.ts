import * as z from 'zod';
import { InputError } from '../core/errors';
import type { Bead } from './bead';

const indices = z.array(z.int().nonnegative());
const foundSchema = z.object({
  beads: z.array(
    z.object({
      a: indices,
      b: indices,
      score: z.number().optional(),
      origin: z.string().optional(),
    }),
  ),
});

const line = /^\[([\d\s,]*)\]\s*:\s*\[([\d\s,]*)\](?:\s*:\s*([\d.eE+-]+))?\s*$/;

/**
 * Reads beads: one a line as `[0]:[0,1]`, with a score after a second colon if there is one (the
 * format of Vecalign and Bertalign), or the JSON that `variorum align --json` prints.
 *
 * @throws InputError naming file and line.
 */
export function readBeads(text: string, file: string): Bead[] {
  if (text.trimStart().startsWith('{')) return readJson(text, file);
  const beads: Bead[] = [];
  text.split(/\r?\n/).forEach((source, index) => {
    if (source.trim() === '') return;
    const match = line.exec(source.trim());
    if (!match) {
      throw new InputError(`“${source.slice(0, 40)}” is not a bead`, {
        file,
        line: index + 1,
        remedy: 'write a bead a line as [0]:[0,1], counting from 0',
      });
    }
    const numbers = (list: string) =>
      list
        .split(/[\s,]+/)
        .filter(Boolean)
        .map(Number);
    beads.push({ a: numbers(match[1]), b: numbers(match[2]), score: Number(match[3] ?? 1) });
  });
  if (beads.length === 0) {
    throw new InputError('the file has no beads', {
      file,
      remedy: 'write a bead a line as [0]:[0,1], counting from 0',
    });
  }
  return beads;
}

function readJson(text: string, file: string): Bead[] {
  const remedy = 'give what “variorum align --json” prints';
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new InputError('the file is not valid JSON', { file, remedy });
  }
  const parsed = foundSchema.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new InputError(`${issue.path.join('.') || 'the file'}: ${issue.message}`, {
      file,
      remedy,
    });
  }
  return parsed.data.beads.map(({ a, b, score }) => ({ a, b, score: score ?? 1 }));
}
