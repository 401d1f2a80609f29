import * as z from 'zod/mini';
import { isPassed, PICTURE_CHECK } from '../../shared/kernel/content-check';
import { clockCall, type Services } from '../platform/call';
import { closeLinksOf } from './move-pictures';
import { selectPicture, selectTrace, updateCheck } from './queries';

const Verdict = z.object({
  trace_id: z.string().check(z.minLength(1), z.maxLength(128)),
  errcode: z.optional(z.int()),
  result: z.optional(
    z.object({
      suggest: z.enum(['pass', 'review', 'risky']),
      label: z.optional(z.union([z.string(), z.int()])),
    }),
  ),
});

/**
 * WeChat's verdict on a picture (`wxa_media_check`), however often it comes. Where WeChat could not open the picture there is none, and
 * it is asked again in time.
 * @returns false when the trace is not written down yet, so that WeChat sends it again
 */
export async function recordPictureVerdict(services: Services, event: unknown): Promise<boolean> {
  const read = Verdict.safeParse(event);
  if (!read.success) return true;
  const { trace_id, errcode, result } = read.data;
  const trace = await services.database.withoutTenant((tx) => selectTrace(tx, trace_id), 'one read');
  if (!trace) return false;
  if (errcode || !result) return true;
  const { jurisdiction, picture_id: id } = trace;
  const label = result.label === undefined ? null : String(result.label).slice(0, 20);
  const verdict = { id, label, transitions: PICTURE_CHECK[result.suggest] ?? {} };
  const call = clockCall(services, jurisdiction);
  await call.write(async (tx) => {
    const before = await selectPicture(tx, jurisdiction, id);
    // It may have stood on the notice board until now.
    if ((await updateCheck(tx, jurisdiction, verdict)) && before && isPassed(before.state))
      await closeLinksOf(tx, call, [before]);
  });
  return true;
}
