import type { z } from 'zod';
import type { JsonSchema } from './json-schema';
import type { Parameters } from './parameters';

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** What a request carries. */
type Body = { json: z.ZodType } | { file: true } | { form: JsonSchema };

/** One thing that programs can ask: a method of a route. */
export interface Operation<P extends Parameters = Parameters> {
  /** The name that generated clients give it. */
  id: string;
  /** One line. */
  summary: string;
  /** Parameters of the query. */
  parameters: P;
  body?: Body;
  /** What an answer holds, by media type; none for an answer that leads on to a page. */
  answers: Readonly<Record<string, JsonSchema>>;
  status: 200 | 201 | 303;
  /** Whether it changes the library: such are for those who may. */
  changes: boolean;
  /** Whether answers carry an ETag. */
  tagged: boolean;
}

interface Described<P extends Parameters> {
  summary: string;
  parameters?: P;
  body?: Body;
  answers?: Readonly<Record<string, JsonSchema>>;
}

// biome-ignore lint/complexity/noBannedTypes: a route without parameters has an empty record of them
type None = {};

/** An operation that answers and changes nothing. */
export const reads = <P extends Parameters = None>(
  id: string,
  { parameters, answers = {}, ...rest }: Described<P>,
  { tagged = false } = {},
): Operation<P> => ({
  id,
  status: 200,
  changes: false,
  tagged,
  parameters: parameters ?? ({} as P),
  answers,
  ...rest,
});

/** An operation that changes the library. */
export const changes = <P extends Parameters = None>(
  id: string,
  { parameters, answers = {}, ...rest }: Described<P>,
  status: Operation['status'] = 200,
): Operation<P> => ({
  id,
  status,
  changes: true,
  tagged: false,
  parameters: parameters ?? ({} as P),
  answers,
  ...rest,
});

export const json = (schema: JsonSchema) => ({ 'application/json': schema });
