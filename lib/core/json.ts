import { parseDocument } from 'yaml';
import type { z } from 'zod';
import { InputError } from './errors';
import { plainMessage } from './schema-messages';

/** JSON text of a schema; faults are reported with their line. */
export function parseJson<T>(text: string, name: string, schema: z.ZodType<T>): T {
  return check(schema, readJson(text, name), () => ({ file: name }));
}

/** JSON text. @throws InputError with the line where it is none. */
export function readJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InputError('the file is not valid JSON', {
      file: name,
      line: faultyLine(text, (error as Error).message),
      remedy: 'look for a missing comma, quote or bracket there',
    });
  }
}

/** Characters of a text that Node may fault without naming the place; it does to some forty. */
const shortText = 1000;

/** Node names the place of a fault only in longer texts; a YAML reader names the rest. */
function faultyLine(text: string, message: string): number | undefined {
  const at = /position (\d+)/.exec(message)?.[1];
  if (at) return text.slice(0, Number(at)).split('\n').length;
  // Without a place, a longer text ends too soon. It is not given to the YAML reader, whose stack
  // it could exhaust.
  if (text.length > shortText) return text.trimEnd().split('\n').length;
  return parseDocument(text, { schema: 'json' }).errors[0]?.linePos?.[0].line;
}

/** Validates a value; the first fault becomes an InputError that names the field. */
export function check<T>(
  schema: z.ZodType<T>,
  value: unknown,
  where: (field: string) => { file?: string; line?: number } = () => ({}),
): T {
  const result = schema.safeParse(value, { error: plainMessage });
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const field = issue.path.join('.');
  throw new InputError(`“${field || 'the value'}” ${issue.message}`, {
    ...where(String(issue.path[0] ?? '')),
    remedy: 'correct that field',
  });
}
