import { type ProblemCode, problemOf } from '../../shared/kernel/problems';
import { hasBody, pathNames, problemsOf } from '../../shared/kernel/procedure';
import { procedures } from '../testing/contracts';
import { openApi } from './openapi';

type Schema = { type?: string; properties?: Record<string, Schema>; required?: string[]; [more: string]: unknown };
type Operation = {
  operationId: string;
  parameters: { name: string; in: string; required: boolean; schema: Schema }[];
  requestBody?: { required: boolean; content: { 'application/json': { schema: Schema } } };
  responses: Record<string, { description: string; content: Record<string, { schema: Schema }> }>;
};

const document = openApi(procedures) as { openapi: string; paths: Record<string, Record<string, Operation>> };
const operations = Object.values(document.paths).flatMap((path) => Object.values(path));

test('prints every procedure once, under its own name', () => {
  expect(document.openapi).toBe('3.1.0');
  expect(operations.map(({ operationId }) => operationId).sort()).toEqual(procedures.map(({ name }) => name).sort());
  expect(() => JSON.stringify(document)).not.toThrow();
});

test('has nothing that only zod understands', () => {
  const text = JSON.stringify(document);
  expect(text).not.toContain('"$schema"');
  expect(text).not.toContain('~standard');
});

describe.each(procedures)('$name', (procedure) => {
  const operation = document.paths[`/api/v2/{jurisdiction}${procedure.path}`]?.[
    procedure.method.toLowerCase()
  ] as Operation;

  test('asks for each field in one place', () => {
    const fields = Object.keys(procedure.input.shape);
    const body = operation.requestBody?.content['application/json'].schema;
    const places = [...operation.parameters.map(({ name }) => name), ...Object.keys(body?.properties ?? {})];
    const others = ['jurisdiction', ...(procedure.idempotent ? ['Idempotency-Key'] : [])];
    expect(places.sort()).toEqual([...fields, ...others].sort());
    const inPath = operation.parameters.filter((each) => each.in === 'path').map(({ name }) => name);
    expect(inPath.sort()).toEqual(['jurisdiction', ...pathNames(procedure)].sort());
    if (!hasBody(procedure)) expect(operation.requestBody).toBeUndefined();
    // Where nothing of it has to be said, nothing has to be sent: the server takes an empty body for an empty object.
    if (body) expect(operation.requestBody?.required).toBe((body.required ?? []).length > 0);
    if (body) expect(body.additionalProperties).toBe(false);
    for (const { schema } of operation.parameters) expect(schema.type ?? schema.enum).toBeDefined();
  });

  test('answers with the reply or one of its problems, each with its sentence', () => {
    expect(operation.responses[200]?.content['application/json']?.schema.type).toBe('object');
    const printed = Object.entries(operation.responses).flatMap(([status, { description, content }]) => {
      if (status === '200') return [];
      expect(Object.keys(content)).toEqual(['application/problem+json']);
      return description.split('\n').map((line) => [Number(status), ...line.split('：')] as const);
    });
    expect(printed.map(([, code]) => code).sort()).toEqual([...new Set(problemsOf(procedure))].sort());
    for (const [status, code, title] of printed) {
      const { wait: _, ...said } = problemOf(code as ProblemCode);
      expect(said).toEqual({ status, title });
    }
  });
});
