import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What AWS would hold for a stage: parameters under one path, and secrets. */
export type AwsHolds = { parameters: Record<string, string>; secrets: Record<string, unknown> };

/** Answers a function's cold start as Parameter Store and Secrets Manager do, on loopback. `answers` collects what CloudFormation was told. */
export async function startAws(holds: AwsHolds, path: string) {
  const answers: unknown[] = [];
  const server = createServer(async (request, response) => {
    const text = Buffer.concat(await request.toArray()).toString();
    if (request.method === 'PUT') {
      answers.push(JSON.parse(text));
      response.end();
      return;
    }
    const input = JSON.parse(text) as { Names?: string[]; SecretId?: string };
    const found = Object.entries(holds.parameters).map(([name, Value]) => ({ Name: `${path}/${name}`, Value }));
    const reply = input.SecretId
      ? { SecretString: JSON.stringify(holds.secrets[input.SecretId]) }
      : { Parameters: found.filter(({ Name }) => input.Names?.includes(Name)) };
    response.end(JSON.stringify(reply));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    answers,
    env: {
      AWS_LAMBDA_FUNCTION_NAME: 'lianxin-dev-test',
      AWS_REGION: 'cn-northwest-1',
      AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
      AWS_SECRET_ACCESS_KEY: 'example-key',
      AWS_SESSION_TOKEN: 'example-session',
      AWS_ENDPOINT_URL_SSM: url,
      AWS_ENDPOINT_URL_SECRETS_MANAGER: url,
      PARAMETER_PATH: path,
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
