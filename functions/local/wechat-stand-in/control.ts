import { type Context, Hono } from 'hono';
import * as z from 'zod/mini';
import { NO_FAULTS, type PictureCheck, type PictureVerdict, type World } from './world';

const verdict = z.enum(['review', 'risky']);

const Someone = z.strictObject({ person: z.string() });
const Subscribe = z.strictObject({ person: z.string(), templateIds: z.array(z.string()) });
const Changes = z.strictObject({
  away: z.optional(z.boolean()),
  latencyMs: z.optional(z.int().check(z.gte(0), z.lte(60_000))),
  busyTimes: z.optional(z.int().check(z.gte(0))),
  garbled: z.optional(z.boolean()),
  httpStatus: z.optional(z.int()),
  codes: z.optional(z.record(z.string(), z.int())),
  textVerdicts: z.optional(z.record(z.string(), verdict)),
  pictureVerdict: z.optional(z.enum(['pass', 'review', 'risky'])),
  pictureEvents: z.optional(z.enum(['once', 'twice', 'late', 'never'])),
  blocked: z.optional(z.array(z.string())),
});
const Verdicts = z.strictObject({
  suggest: z.optional(z.enum(['pass', 'review', 'risky'])),
  traceId: z.optional(z.string()),
  times: z.optional(z.int().check(z.gte(1), z.lte(5))),
});

/** Pushes the verdict on a picture once. @returns the HTTP status the server gave */
type Tell = (check: PictureCheck, suggest: PictureVerdict) => Promise<number>;

/**
 * What a phone does where there is no WeChat: `wx.login`, the phone button, saying yes to messages, opening the mini-program;
 * and what a test does: make things go wrong, see what was sent. `person` is a demo key or an openid.
 */
export function standInControl(world: World, tell: Tell): Hono {
  const app = new Hono();

  app.get('/people', (c) => c.json({ people: world.people.map(({ key, label }) => ({ key, label })) }));

  app.post('/login', (c) =>
    forSomeone(world, c, ({ openid }) => {
      world.visit(openid);
      return { code: world.codes.make('login', openid) };
    }),
  );
  app.post('/phone', (c) => forSomeone(world, c, ({ openid }) => ({ code: world.codes.make('phone', openid) })));
  app.post('/visit', (c) =>
    forSomeone(world, c, ({ openid }) => {
      world.visit(openid);
      return { visited: true };
    }),
  );

  app.post('/subscribe', async (c) => {
    const asked = Subscribe.safeParse(await c.req.json().catch(() => null));
    const person = asked.success && world.find(asked.data.person);
    if (!asked.success || !person) return nobody(c);
    for (const templateId of asked.data.templateIds) world.acceptances.add(person.openid, templateId);
    return c.json({ accepted: asked.data.templateIds.length });
  });

  app.get('/faults', (c) => c.json(world.faults));
  app.post('/faults', async (c) => {
    const changes = Changes.safeParse(await c.req.json().catch(() => null));
    if (!changes.success) return c.json({ error: 'not a fault the stand-in knows', issues: changes.error.issues }, 400);
    return c.json(Object.assign(world.faults, changes.data));
  });
  app.delete('/faults', (c) => c.json(Object.assign(world.faults, structuredClone(NO_FAULTS))));
  app.delete('/token', (c) => {
    world.token.drop();
    return c.json({ dropped: true });
  });

  app.get('/picture-checks', (c) => c.json({ checks: world.pictureChecks }));
  // The verdicts on all pictures that wait (or on one), now; `answers` are the server's.
  app.post('/picture-checks', async (c) => {
    const asked = Verdicts.safeParse(await c.req.json().catch(() => null));
    if (!asked.success) return c.json({ error: 'not a verdict', issues: asked.error.issues }, 400);
    const { suggest = world.faults.pictureVerdict, traceId, times = 1 } = asked.data;
    const answers: number[] = [];
    for (const check of [...world.pictureChecks].filter((one) => !traceId || one.traceId === traceId))
      for (let time = 0; time < times; time += 1) answers.push(await tell(check, suggest));
    return c.json({ answers });
  });
  app.delete('/picture-checks', (c) => {
    world.pictureChecks.length = 0;
    return c.json({ checks: [] });
  });

  app.get('/messages', (c) => c.json({ messages: world.messages }));
  app.delete('/messages', (c) => {
    world.messages.length = 0;
    return c.json({ messages: [] });
  });
  return app;
}

async function forSomeone(world: World, c: Context, reply: (person: World['people'][number]) => object) {
  const asked = Someone.safeParse(await c.req.json().catch(() => null));
  const person = asked.success && world.find(asked.data.person);
  return person ? c.json(reply(person)) : nobody(c);
}

function nobody(c: Context) {
  return c.json({ error: 'nobody of that name; GET /stand-in/people lists them' }, 404);
}
