import { randomUUID } from 'node:crypto';
import { type IncomingHttpHeaders, request } from 'node:http';
import type * as z from 'zod/mini';
import { type ProblemBody, type ProblemCode, ProblemError } from '../../shared/kernel/problems';
import { hasBody, type Procedure, pathNames, type Reply } from '../../shared/kernel/procedure';

type Given = { key?: string; county?: string; token?: string };
type Answer = { status: number; type: string; headers: Headers; body: unknown };

/** A phone as the server sees it: takes the contract's procedures and sends what the mini-program would. */
export type TestPhone = {
  token: string | null;
  /** @throws ProblemError with the code the server gave */
  call<P extends Procedure>(procedure: P, input: z.input<P['input']>, given?: Given): Promise<Reply<P>>;
  /** The code of the problem it must end in. */
  problem<P extends Procedure>(procedure: P, input: z.input<P['input']>, given?: Given): Promise<ProblemCode>;
  /** Whatever the input, and whatever comes back. */
  send(procedure: Procedure, input: Record<string, unknown>, given?: Given): Promise<Answer>;
};

export function openTestPhone(url: string, county: string): TestPhone {
  const phone: TestPhone = {
    token: null,
    send: async (procedure, input, given = {}) => {
      const token = given.token ?? phone.token;
      const { path, init } = requestOf(procedure, input, given.key ?? randomUUID());
      const headers = { ...init.headers, ...(token ? { authorization: `Bearer ${token}` } : {}) };
      const response = await fetch(`${url}/api/v2/${given.county ?? county}${path}`, { ...init, headers });
      const type = response.headers.get('content-type') ?? '';
      return { status: response.status, type, headers: response.headers, body: await response.json() };
    },
    call: async (procedure, input, given) => {
      const { status, body } = await phone.send(procedure, input as Record<string, unknown>, given);
      if (status === 200) return body as Reply<typeof procedure>;
      const { code, errors, ...said } = body as ProblemBody;
      throw new ProblemError(code, errors, said);
    },
    problem: async (procedure, input, given) => {
      const reply = await phone.call(procedure, input, given).catch((error: unknown) => error);
      if (reply instanceof ProblemError) return reply.code;
      throw new Error(`${procedure.name} should have ended in a problem: ${JSON.stringify(reply)}`);
    },
  };
  return phone;
}

/** The procedure's own path, with names in braces filled in; the rest is query or JSON. */
function requestOf(procedure: Procedure, input: Record<string, unknown>, key: string) {
  const inPath = new Set(pathNames(procedure));
  const path = procedure.path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(String(input[name])));
  const rest = Object.fromEntries(Object.entries(input).filter(([name]) => !inPath.has(name)));
  const headers: Record<string, string> = {};
  if (procedure.idempotent) headers['idempotency-key'] = key;
  if (hasBody(procedure)) {
    headers['content-type'] = 'application/json';
    return { path, init: { method: procedure.method, headers, body: JSON.stringify(rest) } };
  }
  const given = Object.entries(rest).filter(([, value]) => value !== undefined);
  const query = new URLSearchParams(given.map(([name, value]) => [name, String(value)] as [string, string]));
  return { path: query.size ? `${path}?${query}` : path, init: { method: procedure.method, headers } };
}

type Raw = { method?: string; headers?: Record<string, string | undefined>; body?: string | Buffer };

/** One request as it is, however wrong: `path` and `method` reach the server unchanged, and nothing is filled in. */
export function sendRaw(url: string, path: string, { method = 'GET', headers, body }: Raw = {}) {
  return new Promise<{ status: number; headers: IncomingHttpHeaders; text: string }>((done, failed) => {
    const { hostname, port } = new URL(url);
    const sent = request({ hostname, port, path, method, headers }, async (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk) => chunks.push(chunk)).once('error', failed);
      answer.once('end', () =>
        done({ status: answer.statusCode ?? 0, headers: answer.headers, text: Buffer.concat(chunks).toString() }),
      );
    });
    sent.once('error', failed);
    sent.end(body);
  });
}
