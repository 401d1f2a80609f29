import * as z from 'zod/mini';
import { knownProblems, problemOf } from '../../shared/kernel/problems';
import { hasBody, type Procedure, pathNames, problemsOf } from '../../shared/kernel/procedure';

type Json = Record<string, unknown>;

const JURISDICTION = {
  name: 'jurisdiction',
  in: 'path',
  required: true,
  schema: { type: 'string', pattern: '^\\d{6}$' },
  example: '330822',
};
const KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  schema: { type: 'string', pattern: '^[A-Za-z0-9_-]{16,64}$' },
};

/** The OpenAPI 3.1 document of the contract: nothing in it is written by hand a second time. */
export function openApi(procedures: readonly Procedure[]): Json {
  const paths: Record<string, Json> = {};
  for (const procedure of procedures) {
    const path = `/api/v2/{jurisdiction}${procedure.path}`;
    paths[path] = { ...paths[path], [procedure.method.toLowerCase()]: operation(procedure) };
  }
  return {
    openapi: '3.1.0',
    info: { title: '连心站 Lianxin', version: '2', description: '人大代表联络站：找代表、说件事、跟到底。' },
    servers: [{ url: '/' }],
    paths,
    components: {
      securitySchemes: { session: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas: { Problem: problemSchema() },
    },
  };
}

const problemSchema = (): Json => ({
  type: 'object',
  required: ['type', 'title', 'detail', 'status', 'code', 'number'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    detail: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', enum: knownProblems() },
    number: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'message'],
        properties: { path: { type: 'string' }, message: { type: 'string' } },
      },
    },
    first: { description: 'The reply to the first call with this key.' },
  },
});

function operation(procedure: Procedure): Json {
  const input = schemaOf(procedure.input, 'input');
  const properties = (input.properties ?? {}) as Record<string, Json>;
  const required = (input.required ?? []) as string[];
  const inPath = new Set(pathNames(procedure));
  const outside = Object.keys(properties).filter((name) => inPath.has(name) || !hasBody(procedure));
  const inBody = Object.keys(properties).filter((name) => !outside.includes(name));
  return {
    operationId: procedure.name,
    tags: [procedure.name.split('.')[0]],
    summary: procedure.summary,
    parameters: [
      JURISDICTION,
      ...outside.map((name) => ({
        name,
        in: inPath.has(name) ? 'path' : 'query',
        required: inPath.has(name) || required.includes(name),
        schema: properties[name],
      })),
      ...(procedure.idempotent ? [KEY] : []),
    ],
    ...(inBody.length ? { requestBody: body(properties, inBody, required) } : {}),
    ...(procedure.who === 'anyone' ? {} : { security: [{ session: [] }] }),
    'x-who': procedure.who,
    responses: responses(procedure),
  };
}

function body(properties: Record<string, Json>, names: string[], required: string[]): Json {
  const needed = names.filter((name) => required.includes(name));
  const schema = {
    type: 'object',
    properties: Object.fromEntries(names.map((name) => [name, properties[name]])),
    required: needed,
    additionalProperties: false,
  };
  return { required: needed.length > 0, content: { 'application/json': { schema } } };
}

function responses(procedure: Procedure): Json {
  const byStatus = new Map<number, string[]>();
  for (const code of new Set(problemsOf(procedure))) {
    const { status, title } = problemOf(code);
    byStatus.set(status, [...(byStatus.get(status) ?? []), `${code}：${title}`]);
  }
  const problems = [...byStatus].map(([status, sentences]) => [
    status,
    {
      description: sentences.join('\n'),
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  ]);
  const reply = {
    description: procedure.summary,
    content: { 'application/json': { schema: schemaOf(procedure.reply, 'output') } },
  };
  return { 200: reply, ...Object.fromEntries(problems) };
}

function schemaOf(schema: z.ZodMiniType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io }) as Json;
  return rest;
}
