import { useState } from 'react';
import { unsentForms } from '../../platform/forms';
import { Button } from '../../ui/Button';
import { Dialog } from './Dialog';
import { leave } from './leave';

/** 退出. What was not sent is not left on a computer that others use, so it is asked about first. */
export function LeaveButton() {
  const [unsent, setUnsent] = useState(0);
  const press = () => {
    const { length } = unsentForms();
    if (length) setUnsent(length);
    else void leave();
  };
  return (
    <>
      <Button kind="text" small onPress={press}>
        退出
      </Button>
      {unsent > 0 && (
        <Dialog
          title="还有没送出的"
          main="扔掉，退出"
          foot="想留着，就先不退，送出了再退。"
          onClose={() => setUnsent(0)}
          onMain={() => void leave()}
        >
          <p>{`您写了 ${unsent} 份还没送出。退出以后，这台电脑上就没有了，找不回来。`}</p>
        </Dialog>
      )}
    </>
  );
}
