import * as z from 'zod';

/** A JSON Schema (draft 2020-12), as OpenAPI 3.1 has them. */
export type JsonSchema = Record<string, unknown>;

export const text: JsonSchema = { type: 'string' };
export const number: JsonSchema = { type: 'number' };
export const whole: JsonSchema = { type: 'integer' };
export const yesOrNo: JsonSchema = { type: 'boolean' };
export const listOf = (items: JsonSchema): JsonSchema => ({ type: 'array', items });
export const orNull = (schema: JsonSchema): JsonSchema => ({ oneOf: [schema, { type: 'null' }] });

/** @param required by default all of the properties. */
export const object = (
  properties: Record<string, JsonSchema>,
  required = Object.keys(properties),
): JsonSchema => ({ type: 'object', properties, required });

/** One of the named schemas of the document. */
export const named = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` });

/** What a check of requests accepts. */
export function schemaOf(check: z.ZodType): JsonSchema {
  const { $schema: _, ...schema } = z.toJSONSchema(check, { io: 'input', unrepresentable: 'any' });
  return schema;
}
