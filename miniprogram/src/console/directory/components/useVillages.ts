import { useEffect, useState } from 'react';
import { type DeputySummary, findByPlace } from '../../../../../shared/directory/contract';
import { call } from '../../../platform/call';

type Found = { deputies: DeputySummary[] | null; error: Error | null };

const AT_ONCE = 6;

/** The deputies of these villages, each once, a few villages at a time: a town has no list of its own. Null while they come. */
export function useVillages(villages: readonly string[]): Found {
  const key = villages.join(' ');
  const [found, setFound] = useState<Found & { key: string }>({ key: '', deputies: null, error: null });
  useEffect(() => {
    let left = false;
    const codes = key.split(' ').filter(Boolean);
    askAll(codes, () => left)
      .then((deputies) => !left && setFound({ key, deputies, error: null }))
      .catch((error: Error) => !left && setFound({ key, deputies: null, error }));
    return () => {
      left = true;
    };
  }, [key]);
  return found.key === key ? found : { deputies: null, error: null };
}

async function askAll(codes: readonly string[], stop: () => boolean): Promise<DeputySummary[]> {
  const deputies = new Map<string, DeputySummary>();
  for (let from = 0; from < codes.length && !stop(); from += AT_ONCE) {
    const some = codes.slice(from, from + AT_ONCE).map((village) => call(findByPlace, { village }));
    for (const reply of await Promise.all(some)) for (const one of reply.deputies) deputies.set(one.id, one);
  }
  return [...deputies.values()];
}
