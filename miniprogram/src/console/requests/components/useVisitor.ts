import { useEffect, useRef, useState } from 'react';
import { ProblemError } from '../../../../../shared/kernel/problems';
import type { Reply } from '../../../../../shared/kernel/procedure';
import { type Category, register } from '../../../../../shared/requests/contract';
import { call, newKey } from '../../../platform/call';
import { dropFile } from '../../../platform/files';
import { idsOf, type Picture, sendPictures } from '../../../platform/pictures';
import { refresh } from '../../../platform/store';
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

export type Registered = Reply<typeof register>;

const EMPTY: Visitor = {
  name: '',
  contactPhone: '',
  slipNumber: '',
  village: null,
  deputyId: '',
  category: '',
  words: '',
  where: '',
  openness: 'handlers',
  nameFor: 'deputy',
};

/** One visitor at the desk. Sent again after a lost reply, it is the same matter; the next visitor is another, most often of the same village. */
export function useVisitor() {
  const [visitor, setVisitor] = useState(EMPTY);
  const [pictures, setPictures] = useState<Picture[]>([]);
  const [key, setKey] = useState(newKey);
  const [busy, setBusy] = useState<string | false>(false);
  const [error, setError] = useState<Error | null>(null);
  const [registered, setRegistered] = useState<Registered | null>(null);
  const held = useRef(pictures);
  held.current = pictures;
  useEffect(() => () => drop(held.current), []);

  const send = async () => {
    if (busy) return;
    setError(null);
    setBusy(pictures.length ? '正在传照片…' : '正在送…');
    try {
      const sent = await sendPictures(pictures, setPictures);
      if (sent.some(({ refused }) => refused)) throw new ProblemError('picture_bad');
      setBusy('正在送…');
      setRegistered(await call(register, inputOf(visitor, sent), key));
      drop(sent);
      setPictures([]);
      void refresh(['requests']);
    } catch (failed) {
      setError(failed as Error);
    } finally {
      setBusy(false);
    }
  };
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

function inputOf(visitor: Visitor, pictures: readonly Picture[]) {
  const { village, category, deputyId, contactPhone, slipNumber, where, ...rest } = visitor;
  const optional = { deputyId, contactPhone: contactPhone.trim(), slipNumber: slipNumber.trim(), where: where.trim() };
  const given = Object.fromEntries(Object.entries(optional).filter(([, value]) => value));
  return { ...rest, ...given, village: village?.code ?? '', category: category as Category, pictures: idsOf(pictures) };
}
