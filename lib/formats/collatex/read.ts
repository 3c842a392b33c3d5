import { z } from 'zod';
import { InputError } from '../../core/errors';

const token = z.looseObject({ t: z.string(), n: z.string().optional() });

/** One witness of CollateX’s JSON input. */
export const witnessSchema = z
  .object({
    id: z.string().min(1),
    content: z.string().optional(),
    tokens: z.array(token).optional(),
  })
  .refine(({ content, tokens }) => content !== undefined || tokens !== undefined, {
    error: 'needs “content” or “tokens”',
  });

const schema = z.object({
  witnesses: z.array(witnessSchema).min(2, 'must be two or more'),
});

/** Whether a text is JSON that has witnesses, sound ones or not. */
export function isCollateX(text: string): boolean {
  try {
    return hasWitnesses(JSON.parse(text));
  } catch {
    return false;
  }
}

export const hasWitnesses = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'witnesses' in value;

export type GivenWitness = z.infer<typeof witnessSchema>;

/**
 * Reads CollateX's JSON input: witnesses with an `id` and their `content`, or `tokens` with `t` and,
 * where it is made already, `n`.
 */
export function parseWitnesses(text: string, file: string): GivenWitness[] {
  const remedy =
    'give two files or more, or one as {"witnesses":[{"id":"A","content":"…"},{"id":"B","content":"…"}]}';
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new InputError('one file alone must be CollateX JSON, and this is not JSON', {
      file,
      remedy,
    });
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new InputError(`“${issue.path.join('.') || 'the file'}” ${issue.message}`, {
      file,
      remedy,
    });
  }
  const twice = parsed.data.witnesses
    .map(({ id }) => id)
    .find((id, k, ids) => ids.indexOf(id) !== k);
  if (twice) {
    throw new InputError(`two witnesses have the id “${twice}”`, {
      file,
      remedy: 'give each an id of its own',
    });
  }
  return parsed.data.witnesses;
}
