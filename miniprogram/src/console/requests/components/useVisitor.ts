import { useState } from 'react';
import type { Reply } from '../../../../../shared/kernel/procedure';
import { type Category, enterFor } from '../../../../../shared/requests/contract';
import type { Picture } from '../../../platform/pictures';
import { usePictureForm } from '../../../platform/usePictureForm';
import { enterInput } from '../../../requests/components/enter';
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
  pictures: Picture[];
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
  pictures: [],
  ...UNLESS_CHOSEN,
};

/**
 * One visitor at the console: kept on the computer for the clerk who writes until it is entered. The next visitor is another, most often of the
 * same village.
 */
export function useVisitor() {
  const form = usePictureForm<Visitor>('visitor', EMPTY, { refreshes: ['requests'] });
  const { value: visitor, arrived, change, changePictures, error, isPending } = form;
  const [begun, setBegun] = useState(() => (isBlank(visitor) ? null : visitor.name.trim() || '来人'));
  const [registered, setRegistered] = useState<{ receipt: Registered; visitor: Visitor } | null>(null);
  const send = () =>
    form.send(
      enterFor,
      (ids) => enterInput(inputOf(visitor), ids),
      (receipt) => {
        setBegun(null);
        setRegistered({ receipt, visitor });
      },
      { village: visitor.village },
    );
  const throwAway = () => {
    form.drop();
    setBegun(null);
  };
  return {
    visitor,
    arrived,
    change,
    changePictures,
    busy: isPending,
    error,
    begun,
    throwAway,
    registered,
    send,
    startAgain: () => setRegistered(null),
  };
}

function isBlank({ name, words, contactPhone, slipNumber, pictures }: Visitor): boolean {
  return ![name, words, contactPhone, slipNumber].some((each) => each.trim()) && !pictures.length;
}

function inputOf({ village, category, pictures: _, ...input }: Visitor) {
  return { ...input, village: village?.code ?? '', category: category || undefined };
}
