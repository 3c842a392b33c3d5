import { InputError } from '../core/errors';
import type { JsonSchema } from './json-schema';

/** A parameter of an address: how OpenAPI describes it, and how what is given is read. */
export interface Parameter<Value> {
  description: string;
  schema: JsonSchema;
  required: boolean;
  /** @throws InputError for what it does not take. */
  read(given: readonly string[], name: string): Value;
}

// biome-ignore lint/suspicious/noExplicitAny: parameters of a route have values of several types
export type Parameters = Readonly<Record<string, Parameter<any>>>;

export type ValuesOf<P extends Parameters> = {
  [Name in keyof P]: P[Name] extends Parameter<infer Value> ? Value : never;
};

/** Letters of a value that a message repeats. */
const maxShown = 60;
const longest = 2000;

/**
 * Reads the query of an address.
 *
 * @throws InputError for a parameter that the route does not have and for a value that it cannot use:
 *   a name that is misspelt must not give the answer to another question.
 */
export function readQuery<P extends Parameters>(
  parameters: P,
  query: URLSearchParams,
): ValuesOf<P> {
  const names = Object.keys(parameters);
  const unknown = [...query.keys()].find((name) => !names.includes(name));
  if (unknown !== undefined) {
    throw new InputError(`“${unknown.slice(0, maxShown)}” is not a parameter of this address`, {
      remedy: names.length > 0 ? `it takes ${names.join(', ')}` : 'it takes no parameters',
    });
  }
  return Object.fromEntries(
    Object.entries(parameters).map(([name, parameter]) => [
      name,
      parameter.read(query.getAll(name), name),
    ]),
  ) as ValuesOf<P>;
}

/** The one value that is given. */
function single(given: readonly string[], name: string, most = longest): string | undefined {
  if (given.length > 1) {
    throw new InputError(`“${name}” is given ${given.length} times`, { remedy: 'give it once' });
  }
  if (given[0] !== undefined && given[0].length > most) {
    throw new InputError(`“${name}” is longer than ${most} letters`, {
      remedy: 'give a shorter value',
    });
  }
  return given[0];
}

const wrong = (name: string, value: string, remedy: string) =>
  new InputError(`“${name}” is “${value.slice(0, maxShown)}”`, { remedy });

export const textParameter = (
  description: string,
  { maxLength = longest } = {},
): Parameter<string | undefined> => ({
  description,
  schema: { type: 'string', maxLength },
  required: false,
  read: (given, name) => single(given, name, maxLength),
});

/** A whole number from `least` to `most`. */
export const wholeParameter = (
  description: string,
  least = 0,
  most = Number.MAX_SAFE_INTEGER,
): Parameter<number | undefined> => ({
  description,
  schema: {
    type: 'integer',
    minimum: least,
    ...(most < Number.MAX_SAFE_INTEGER ? { maximum: most } : {}),
  },
  required: false,
  read: (given, name) => {
    const value = single(given, name);
    if (value === undefined) return undefined;
    const number = Number(value);
    if (/^-?\d{1,15}$/.test(value) && number >= least && number <= most) return number;
    const limits = most < Number.MAX_SAFE_INTEGER ? ` to ${most}` : '';
    throw wrong(name, value, `give a whole number from ${least}${limits}`);
  },
});

export const choiceParameter = <Choice extends string>(
  description: string,
  choices: readonly Choice[],
): Parameter<Choice | undefined> => ({
  description,
  schema: { type: 'string', enum: choices },
  required: false,
  read: (given, name) => {
    const value = single(given, name);
    if (value === undefined) return undefined;
    return choiceOf(value, name, choices);
  },
});

function choiceOf<Choice extends string>(
  value: string,
  name: string,
  choices: readonly Choice[],
): Choice {
  const found = choices.find((each) => each === value);
  if (found !== undefined) return found;
  throw wrong(name, value, `give one of ${choices.join(', ')}`);
}

/** Values with commas between, or the parameter several times. */
export const listParameter = (description: string): Parameter<string[]> => ({
  description,
  schema: { type: 'array', items: { type: 'string' } },
  required: false,
  read: (given) => listed(given),
});

export const choicesParameter = <Choice extends string>(
  description: string,
  choices: readonly Choice[],
): Parameter<Choice[]> => ({
  description,
  schema: { type: 'array', items: { type: 'string', enum: choices } },
  required: false,
  read: (given, name) => listed(given).map((value) => choiceOf(value, name, choices)),
});

const listed = (given: readonly string[]): string[] =>
  given
    .flatMap((value) => value.split(','))
    .map((value) => value.trim())
    .filter(Boolean);

/** The same parameter, which must be given. */
export const required = <Value>({
  read,
  ...rest
}: Parameter<Value>): Parameter<NonNullable<Value>> => ({
  ...rest,
  required: true,
  read: (given, name) => {
    const value = read(given, name);
    if (value !== undefined && value !== null && value !== '') return value;
    throw new InputError(`“${name}” is missing`, { remedy: `give it in the address: ?${name}=…` });
  },
});
