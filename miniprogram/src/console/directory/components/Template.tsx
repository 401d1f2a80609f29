import { useState } from 'react';
import { template } from '../../../../../shared/directory/contract/office';
import { useAct } from '../../../platform/act';
import { sayFault } from '../../../platform/faults';
import { Button } from '../../../ui/Button';
import { Notice } from '../../../ui/Notice';

/** The workbook to fill in. It comes as a download, so that the page stays where it is. */
export function Template() {
  const { isPending, error, send } = useAct(template);
  const [which, setWhich] = useState<boolean | null>(null);
  const fetchIt = (filled: boolean) => {
    if (isPending) return;
    setWhich(filled);
    void send({ filled }, ({ url }) => window.location.assign(url));
  };
  return (
    <section className="panel">
      <h2 className="heading">1. 下载表格</h2>
      <p className="secondary space-above-1">
        乡镇村、选区、联络站、代表、监督员、工作人员，一张表格里都有。村名可以在格子里选。
      </p>
      <div className="row wrap space-above-3">
        <Button busy={isPending && which === true && '正在做…'} onPress={() => fetchIt(true)}>
          填着现在名册的
        </Button>
        <Button kind="line" busy={isPending && which === false && '正在做…'} onPress={() => fetchIt(false)}>
          空的
        </Button>
      </div>
      <p className="note space-above-2">填着的里面有手机号，谁下载的会记下来。用完请删掉。</p>
      {error && (
        <div className="space-above-3">
          <Notice tone="late">{sayFault(error)}</Notice>
        </div>
      )}
    </section>
  );
}
