import { request } from 'node:http';
import { COUNTY, testApi } from '../testing/api';

const api = testApi();

/** Sends so many bytes in pieces, says no length and does not end; what is answered while it is still sending. */
async function answerTo(path: string, bytes: number, headers: Record<string, string> = {}) {
  const { hostname, port } = new URL(api.url);
  const sent = request({
    hostname,
    port,
    path,
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
  });
  sent.on('error', () => undefined);
  const answered = new Promise<{ status: number; text: string }>((done) => {
    sent.once('response', async (answer) => {
      const parts: Buffer[] = [];
      for await (const part of answer) parts.push(part as Buffer);
      done({ status: answer.statusCode ?? 0, text: Buffer.concat(parts).toString() });
    });
  });
  for (let left = bytes; left > 0; left -= 8_192) sent.write(' '.repeat(Math.min(left, 8_192)));
  const answer = await answered;
  sent.destroy();
  return answer;
}

test.each([
  ['a call', `/api/v2/${COUNTY}/identity/sessions`],
  ['a call of version 1', `/api/${COUNTY}/identity/sessions`],
  ["WeChat's events", '/api/wechat/events'],
])('%s that says no length and does not end is refused once too much has come', async (_, path) => {
  const { status, text } = await answerTo(path, 100_000);
  expect([status, JSON.parse(text).code]).toEqual([413, 'too_large']);
});

test.each([
  ['with a length', { 'content-length': '500' }],
  ['in pieces', { 'transfer-encoding': 'chunked' }],
])('one that is cut off, %s, is a call refused, and no fault of ours', async (_, headers: Record<string, string>) => {
  const { hostname, port } = new URL(api.url);
  const path = `/api/v2/${COUNTY}/identity/sessions`;
  const before = api.log.length;
  const type = { 'content-type': 'application/json' };
  const sent = request({ hostname, port, path, method: 'POST', headers: { ...type, ...headers } });
  sent.on('error', () => undefined);
  sent.write('{"code":');
  await new Promise((arrived) => setTimeout(arrived, 100));
  sent.destroy();
  while (api.log.length === before) await new Promise((again) => setTimeout(again, 20));
  expect(api.log.slice(before).map((line) => JSON.parse(line))).toMatchObject([
    { level: 'info', code: 'invalid_input', status: 400 },
  ]);
});

test('one in pieces that is not too long is read whole', async () => {
  const { hostname, port } = new URL(api.url);
  const path = `/api/v2/${COUNTY}/identity/sessions`;
  const status = await new Promise((done, failed) => {
    const sent = request({ hostname, port, path, method: 'POST', headers: { 'content-type': 'application/json' } });
    sent.once('response', (answer) => done(answer.resume().statusCode)).once('error', failed);
    for (const part of ['{"code"', ' : "nobo', 'dy"}']) sent.write(part);
    sent.end(' '.repeat(60_000));
  });
  expect(status).toBe(400);
});
