import Taro from '@tarojs/taro';
import { useMemo } from 'react';
import * as z from 'zod/mini';
import { file, PublishedObject, published } from '../../../../shared/appraisals/contract';
import { countsIn } from '../../../../shared/voting/published-results';
import { call } from '../../platform/call';
import { jurisdiction } from '../../platform/county';
import { keptReply } from '../../platform/kept';
import { useKept } from '../../platform/query';
import { OfflineError } from '../../platform/send';
import { type Finding, findIn } from './find-in';
import type { Results } from './tally';

/** Where the published file is, for some minutes. @throws OfflineError, ProblemError */
export async function addressOfFile(id: string): Promise<string> {
  return (await call(file, { id })).url;
}

/** Looks for a receipt in the published file, after the whole of it was hashed and compared. @throws OfflineError, ProblemError */
export async function lookFor(receipt: string, { id, root }: { id: string; root: string }): Promise<Finding> {
  return findIn(await textAt(await addressOfFile(id)), receipt, root);
}

async function textAt(url: string): Promise<string> {
  const { statusCode, data } = await Taro.request<string>({ url, dataType: 'text', responseType: 'text' }).catch(() => {
    throw new OfflineError();
  });
  if (statusCode !== 200) throw new OfflineError();
  return data;
}

const Kept = z.object({ hash: z.string(), vote: PublishedObject });
type Kept = z.infer<typeof Kept>;

/**
 * The published results, from the one object that everybody has. Asked again it is asked only whether it is still that one: it comes to the
 * phone once.
 */
export function usePublished(id: string) {
  const key = JSON.stringify([published.name, jurisdiction(), id, 'object']);
  const read = useKept<Kept>(key, { name: published.name, reply: Kept }, async () => {
    const { url, hash } = await call(published, { id });
    const kept = keptReply<Kept>(key)?.data;
    return kept?.hash === hash ? kept : { hash, vote: PublishedObject.parse(JSON.parse(await textAt(url))) };
  });
  const vote = read.data?.vote;
  const results = useMemo(() => vote && resultsOf(vote), [vote]);
  return { ...read, data: results };
}

function resultsOf({ tables, ...about }: PublishedObject): Results {
  return { ...about, counts: countsIn(about, tables) };
}
