import * as z from 'zod/mini';

/** A JSON schema, as far as it is asked what texts are in it. */
export type TextSchema = {
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  enum?: unknown[];
  const?: unknown;
  format?: string;
  type?: string | string[];
  properties?: Record<string, TextSchema>;
  items?: TextSchema;
  anyOf?: TextSchema[];
  additionalProperties?: TextSchema | boolean;
};

export const schemaOf = (schema: z.ZodMiniType, io: 'input' | 'output') => z.toJSONSchema(schema, { io }) as TextSchema;

/** Every text in a schema, by its path; those that may be null, too. */
export function textsIn(schema: TextSchema, path: string): [string, TextSchema][] {
  const { properties = {}, items, anyOf = [], additionalProperties: others } = schema;
  const fields = Object.entries(properties).flatMap(([name, one]) => textsIn(one, `${path}.${name}`));
  const parts = [...(items ? [items] : []), ...anyOf, ...(typeof others === 'object' ? [others] : [])];
  const isText = [schema.type].flat().includes('string') && !schema.enum && schema.const === undefined;
  return [
    ...(isText ? [[path, schema] satisfies [string, TextSchema]] : []),
    ...fields,
    ...parts.flatMap((one) => textsIn(one, path)),
  ];
}
