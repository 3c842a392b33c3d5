import type { z } from 'zod';

const types: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  null: 'null',
};

/** What a value is counted in. */
const units: Readonly<Record<string, string>> = {
  string: 'letters',
  array: 'values',
  set: 'values',
};

const shown = (values: readonly unknown[]): string =>
  values.map((value) => (typeof value === 'string' ? `“${value}”` : String(value))).join(', ');

/** “must have at most 5 letters”, “must be at most 5”. */
function bound(side: string, limit: number | bigint, origin: string): string {
  const unit = units[origin];
  return unit ? `must have ${side} ${limit} ${unit}` : `must be ${side} ${limit}`;
}

/**
 * What is wrong with a value, in words that follow its name: “base” must be a text. Undefined where a
 * schema has words of its own or there are none to say.
 */
export function plainMessage(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return 'is missing';
      return `must be ${types[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return issue.values.length === 1
        ? `must be ${shown(issue.values)}`
        : `must be one of ${shown(issue.values)}`;
    case 'too_big':
      return bound('at most', issue.maximum, issue.origin);
    case 'too_small':
      return bound('at least', issue.minimum, issue.origin);
    case 'invalid_format':
      return 'is not of the form that is needed here';
    case 'unrecognized_keys':
      return `has no field ${shown(issue.keys)}`;
    case 'invalid_union':
      return 'has none of the forms that are read here';
    default:
      return undefined;
  }
}
