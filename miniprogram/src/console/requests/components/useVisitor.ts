import { useEffect, useRef, useState } from 'react';
import type { Reply } from '../../../../../shared/kernel/procedure';
import type { Category, enterFor } from '../../../../../shared/requests/contract';
import { useOnce } from '../../../platform/act';
import { newKey } from '../../../platform/call';
import { dropFile } from '../../../platform/files';
import { type Picture, withPictures } from '../../../platform/pictures';
import { enter } from '../../../requests/components/enter';
import { UNLESS_CHOSEN } from '../../../requests/components/form';
import type { Village } from '../../ui/VillagePick';

export type Visitor = {
  name: string;
  contactPhone: string;
  slipNumber: string;
  village: Village | null;
  /** Empty: any of the village's deputies. */
  deputyId: string;
  category: Category | '';
  words: string;
  where: string;
  openness: 'handlers' | 'public';
  nameFor: 'deputy' | 'station';
};

export type Registered = Reply<typeof enterFor>;

const EMPTY: Visitor = {
  name: '',
  contactPhone: '',
  slipNumber: '',
  village: null,
  deputyId: '',
  category: '',
  words: '',
  where: '',
  ...UNLESS_CHOSEN,
};

/** One visitor at the console. Sent again after a lost reply, it is the same matter; the next visitor is another, most often of the same village. */
export function useVisitor() {
  const [visitor, setVisitor] = useState(EMPTY);
  const [pictures, setPictures] = useState<Picture[]>([]);
  const [key, setKey] = useState(newKey);
  const [error, setError] = useState<Error | null>(null);
  const [registered, setRegistered] = useState<Registered | null>(null);
  const held = useRef(pictures);
  held.current = pictures;
  useEffect(() => () => drop(held.current), []);

  const { busy, once } = useOnce(setError);
  const send = () =>
    once(async () => {
      setError(null);
      const say = (ids: string[]) => enter(inputOf(visitor), ids, key);
      setRegistered(await withPictures(pictures, setPictures, say));
      drop(held.current);
      setPictures([]);
    });
  const startAgain = () => {
    setVisitor({ ...EMPTY, village: visitor.village });
    setKey(newKey());
    setRegistered(null);
  };
  const change = (part: Partial<Visitor>) => setVisitor((now) => ({ ...now, ...part }));
  return { visitor, change, pictures, setPictures, busy, error, registered, send, startAgain };
}

function drop(pictures: readonly Picture[]): void {
  for (const { name } of pictures) void dropFile(name);
}

function inputOf({ village, category, ...input }: Visitor) {
  return { ...input, village: village?.code ?? '', category: category || undefined };
}
