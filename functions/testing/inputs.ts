import fc from 'fast-check';
import * as z from 'zod/mini';
import type { Procedure } from '../../shared/kernel/procedure';

/** The part of JSON Schema that the contract's inputs are written in. */
type JsonSchema = {
  type?: string;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: boolean;
  items?: JsonSchema;
  enum?: unknown[];
  anyOf?: JsonSchema[];
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
};

type Input = Record<string, unknown>;

/** Things that exist, by the name of their field: without them a generated id never leads anywhere. */
export type Known = Record<string, readonly unknown[]>;

/** Input of which the printed contract says that it is good. */
export function goodInput(procedure: Procedure, known: Known): fc.Arbitrary<Input> {
  return made(schemaOf(procedure), known) as fc.Arbitrary<Input>;
}

/** Good input in which something is missing, too much, of another type, or hostile. It may still be good by chance. */
export function brokenInput(procedure: Procedure, known: Known): fc.Arbitrary<Input> {
  const names = Object.keys(schemaOf(procedure).properties ?? {});
  const name = fc.oneof(fc.constantFrom(...names, 'more'), fc.constantFrom('__proto__', 'constructor', 'toString', ''));
  const change = fc.oneof(fc.record({ name, value: hostile }), fc.record({ name, value: fc.constant(undefined) }));
  return fc
    .tuple(goodInput(procedure, known), fc.array(change, { minLength: 1, maxLength: 3 }))
    .map(([good, changes]) => {
      const entries = new Map(Object.entries(good));
      for (const { name, value } of changes)
        if (value === undefined) entries.delete(name);
        else entries.set(name, value);
      return Object.fromEntries(entries);
    });
}

function schemaOf(procedure: Procedure): JsonSchema {
  return z.toJSONSchema(procedure.input, { io: 'input' }) as JsonSchema;
}

function made(schema: JsonSchema, known: Known): fc.Arbitrary<unknown> {
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map((one) => made(one, known)));
  if (schema.type === 'null') return fc.constant(null);
  if (schema.type === 'object') return objectOf(schema, known);
  if (schema.type === 'array') {
    const { items = {}, minItems: minLength, maxItems: maxLength } = schema;
    return fc.array(made(items, known), { minLength, maxLength });
  }
  if (schema.type === 'boolean') return fc.boolean();
  if (schema.type === 'number') return fc.double({ min: schema.minimum, max: schema.maximum, noNaN: true });
  if (schema.type === 'integer') return fc.integer({ min: schema.minimum, max: schema.maximum });
  if (schema.type === 'string') return textOf(schema);
  throw new Error(`the contract says something new: ${JSON.stringify(schema)}`);
}

function objectOf({ properties = {}, required = [] }: JsonSchema, known: Known): fc.Arbitrary<Input> {
  const fields = Object.entries(properties).map(([name, schema]) => {
    const any = made(schema, known);
    return [name, known[name] ? fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...known[name]) }, any) : any];
  });
  return fc.record(Object.fromEntries(fields), { requiredKeys: required });
}

function textOf({ pattern, minLength = 0, maxLength = 10_000 }: JsonSchema): fc.Arbitrary<string> {
  if (!pattern) return fc.string({ unit: 'grapheme', minLength, maxLength: Math.min(maxLength, minLength + 40) });
  const fits = (text: string) => text.length >= minLength && text.length <= maxLength;
  return fc.stringMatching(new RegExp(pattern)).filter(fits);
}

/** Texts that have broken something somewhere. */
export const HOSTILE_TEXTS = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '路\udc00灯',
  '\u202e灯路\u202c',
  'مرحبا بالعالم',
  '👨‍👩‍👧‍👦🏳️‍🌈',
  'Z̸̡̛a̵l̶g̷o̴',
  "'; drop table request; --",
  '" or 1=1 --',
  '$1 $2 {{7*7}} %s %n',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  "=cmd|' /C calc'!A0",
  '../../../../etc/passwd',
  '%00%ff%',
  '\\u0000',
  '\ufeff\u200b\u2028',
  '１２３４５６',
  '00000000-0000-0000-0000-000000000000',
  'null',
  'NaN',
  '-0',
  '1e400',
  '字'.repeat(3_000),
];

const deep = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels));

const hostile: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...HOSTILE_TEXTS) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 80 }) },
  fc.constantFrom(null, true, false, 0, -1, 1.5, 2 ** 31, 2 ** 53, -(2 ** 63), 1e308),
  fc.constantFrom([], {}, [[]], [null], { $ne: null }, { toString: 1 }, deep(2_000)),
  fc.jsonValue(),
);
