import type { Hono } from 'hono';
import type { Services } from './call';
import { problemReply } from './problem-reply';
import type { LoadPushedEvents } from './wechat/events';

const PATH = '/api/wechat/events';

/**
 * Where WeChat pushes events (消息推送: JSON, 安全模式), for all counties at once, so outside their paths. Without a token and a key in
 * the configuration it is not there. WeChat waits for 5 s and sends an event up to three times more, so every event may come again. What reads
 * them loads with the first.
 */
export function mountEvents(app: Hono, load: LoadPushedEvents, services: Services): Hono {
  app.on(['GET', 'POST'], PATH, async (c) => {
    try {
      const { proveOurs, take } = await import('./wechat/events');
      return c.req.method === 'GET' ? proveOurs(c, services) : await take(c, load, services);
    } catch (error) {
      return problemReply(c, services.log, error, { procedure: 'wechat.events' });
    }
  });
  return app;
}
