import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { ProblemError } from '../../../../shared/kernel/problems';
import { cast } from '../../../../shared/voting/cast';
import { useOnce } from '../../platform/act';
import { call } from '../../platform/call';
import { isPassing, sayFault } from '../../platform/faults';
import { isOnline, onNetwork } from '../../platform/network';
import { keepVote } from '../tabs/votes';
import { ballotOf, keepBallot, sheetsOf, takeBallot } from './ballot';

const WAITS = '现在送不出去，还没投进去。选的都存在手机里了，有网就自动再投，只算一张。';
const ANOTHER_THERE = '票箱里已经有您的一张票了：在别处投的，或者刚才那次其实到了。请看一遍再投，投了就换成这一张。';
const TAKEN_ANEW = '票重新领好了，选的都在。请再点一次“投进票箱”。';

const codeOf = (error: unknown) => (error instanceof ProblemError ? error.code : null);

/**
 * Puts the ballot on the phone into the box. What was sent and not answered is sent again as it was, by whoever presses or when the network is
 * there again: it is the same ballot, with the same receipt.
 */
export function useCast(id: string) {
  const [said, setSaid] = useState<string | null>(null);
  const [waiting, setWaiting] = useState<{ blank: boolean } | null>(null);
  const { busy, once } = useOnce((error) => setSaid(sayFault(error)));
  const send = (blank: boolean) =>
    once(async () => {
      setSaid(null);
      setWaiting(null);
      try {
        await putIn(id, blank);
      } catch (error) {
        if (codeOf(error) === 'poll_key_lost' || !isPassing(error)) setSaid(await after(id, error as Error));
        else {
          setSaid(WAITS);
          setWaiting({ blank });
        }
      }
    });
  // biome-ignore lint/correctness/useExhaustiveDependencies: `send` has nothing of its own
  useEffect(() => {
    if (waiting) return onNetwork(() => isOnline() && void send(waiting.blank));
  }, [waiting]);
  return { busy, said, send };
}

async function putIn(id: string, blank: boolean): Promise<void> {
  const ballot = ballotOf(id);
  const { taken } = ballot;
  if (!taken) return;
  const sheets = blank ? [] : sheetsOf(ballot);
  const { receipt, revision, castOn } = await call(cast, {
    id,
    pass: taken.pass,
    revision: taken.revision + 1,
    sheets,
  });
  keepVote(id, { receipt, castOn, title: taken.title, closesAt: taken.closesAt });
  keepBallot(id, { taken: { ...taken, revision }, at: taken.subjects.length, ...(blank ? { answers: {} } : {}) });
  await Taro.redirectTo({ url: `/appraisals/pages/receipt/index?id=${id}` });
}

/** What is said of a ballot that was refused; where another one would be taken, that one is fetched. */
async function after(id: string, error: Error): Promise<string> {
  const code = codeOf(error);
  if (code !== 'ballot_newer' && code !== 'pass_bad' && code !== 'not_asked') return sayFault(error);
  await takeBallot(id, ballotOf(id).village);
  return code === 'ballot_newer' ? ANOTHER_THERE : TAKEN_ANEW;
}
