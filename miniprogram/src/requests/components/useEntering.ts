import { useRef, useState } from 'react';
import type { enterFor } from '../../../../shared/requests/contract';
import { newKey } from '../../platform/call';
import { jurisdiction } from '../../platform/county';
import { dropFile } from '../../platform/files';
import type { Picture } from '../../platform/pictures';
import type { RawInput } from '../../platform/send';
import { signedInAs } from '../../platform/session';
import { forgetStored, readStored, store } from '../../platform/storage';
import { UNLESS_CHOSEN } from './form';

/** What is being entered for somebody; on the phone until the server has acknowledged it. `key` is the act's own, so that it is entered once. */
export type Entering = {
  key: string;
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

// Another person on the same phone neither sees nor sends it.
const storageKey = () => `lianxin.entering.${jurisdiction()}.${signedInAs()}`;

function blank(village: string | undefined): Entering {
  const input = { village, ...UNLESS_CHOSEN };
  return { key: newKey(), step: 0, undecided: true, deputyName: null, pictures: [], input };
}

/** What lies on the phone, also from before photos could go with it. */
function kept(): Entering | null {
  const found = readStored<Entering>(storageKey());
  return found ? { ...found, pictures: found.pictures ?? [] } : null;
}

/** `village`: where somebody enters for one village only, that one. */
export function useEntering(village: string | undefined) {
  const [entering, setEntering] = useState(() => kept() ?? blank(village));
  // Two changes may come before the screen is drawn again.
  const last = useRef(entering);
  const show = (next: Entering) => {
    last.current = next;
    setEntering(next);
  };
  const put = (part: Partial<Entering>) => {
    show({ ...last.current, ...part });
    store(storageKey(), last.current);
  };
  return {
    entering,
    change: (fields: Fields) => put({ input: { ...last.current.input, ...fields } }),
    changePictures: (next: (now: Picture[]) => Picture[]) => put({ pictures: next(last.current.pictures) }),
    goTo: (step: number) => put({ step }),
    /** To one deputy, or with null to all of the village's. */
    changeWhom: (whom: { id: string; name: string } | null) =>
      put({
        undecided: false,
        deputyName: whom?.name ?? null,
        input: { ...last.current.input, deputyId: whom?.id },
      }),
    /** Its deputies are others. */
    changeVillage: (code: string) =>
      put({ undecided: true, deputyName: null, input: { ...last.current.input, village: code, deputyId: undefined } }),
    /** What is written from now on is an act of its own. */
    rekey: () => put({ key: newKey() }),
    /** It was acknowledged, or thrown away, with its photos. The next is of the same village, most likely. */
    clear: () => {
      for (const { name } of last.current.pictures) void dropFile(name);
      forgetStored(storageKey());
      show(blank(last.current.input.village));
    },
  };
}

export type Writing = ReturnType<typeof useEntering>;
