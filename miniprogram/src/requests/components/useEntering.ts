import { enterFor } from '../../../../shared/requests/contract';
import { jurisdiction } from '../../platform/county';
import type { Picture } from '../../platform/pictures';
import type { RawInput } from '../../platform/send';
import { signedInAs } from '../../platform/session';
import { usePictureForm } from '../../platform/usePictureForm';
import { enterInput } from './enter';
import { UNLESS_CHOSEN } from './form';
import type { Receipt } from './receipt';

/** What is being entered for somebody; on the phone until the server has acknowledged it. */
export type Entering = {
  step: number;
  /** Nobody was chosen yet: not even "any of them". */
  undecided: boolean;
  deputyName: string | null;
  pictures: Picture[];
  input: Partial<Omit<RawInput<typeof enterFor>, 'pictures'>>;
};

export type Fields = Entering['input'];

/** What each step is given. */
export type EnterProps = { entering: Entering; change: (fields: Fields) => void };

const former = () => `lianxin.entering.${jurisdiction()}.${signedInAs()}`;

function blank(village: string | undefined): Entering {
  return { step: 0, undecided: true, deputyName: null, pictures: [], input: { village, ...UNLESS_CHOSEN } };
}

/** `village`: where somebody enters for one village only, that one. */
export function useEntering(village: string | undefined) {
  const form = usePictureForm('enterFor', blank(village), { refreshes: ['requests'], former: former() });
  const { value: entering, arrived, change, changePictures, note, error, isPending } = form;
  // The next is of the same village, most likely.
  const next = blank(entering.input.village);
  return {
    entering,
    arrived,
    error,
    busy: isPending,
    change: (fields: Fields) => change(({ input }) => ({ input: { ...input, ...fields } })),
    changePictures,
    goTo: (step: number) => note({ step }),
    /** To one deputy, or with null to all of the village's. */
    changeWhom: (whom: { id: string; name: string } | null) =>
      change(({ input }) => ({
        undecided: false,
        deputyName: whom?.name ?? null,
        input: { ...input, deputyId: whom?.id },
      })),
    /** Its deputies are others. */
    changeVillage: (code: string) =>
      change(({ input }) => ({
        undecided: true,
        deputyName: null,
        input: { ...input, village: code, deputyId: undefined },
      })),
    send: (then: (receipt: Receipt) => void) =>
      form.send(enterFor, (ids) => enterInput(entering.input, ids), then, next),
    throwAway: () => form.drop(next),
  };
}

export type Writing = ReturnType<typeof useEntering>;
