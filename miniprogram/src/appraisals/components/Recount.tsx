import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { readReceipt, spellReceipt } from '../../../../shared/voting/receipt';
import { useOnce } from '../../platform/act';
import { sayUnsent } from '../../platform/faults';
import { scrollTo } from '../../platform/scroll';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Cell } from '../../ui/Cell';
import { Field } from '../../ui/Field';
import { Notice } from '../../ui/Notice';
import { voteIn } from '../tabs/votes';
import type { Finding } from './find-in';
import { addressOfFile, lookFor } from './published';
import './Recount.scss';

const H5 = process.env.TARO_ENV === 'h5';
/** It stands beside the pages. */
const SCRIPT = `${process.env.TARO_APP_API ?? ''}/verify.mjs`;
const OPENED = 'recount';
const AWAY = '票单没下载下来。有网了再点一次。';

type Props = { id: string; root: string };

/** Whether one's own ballot is in the list, and how anybody counts all of them again. */
export function Recount(props: Props) {
  const [open, setOpen] = useState<'mine' | 'all' | null>(null);
  // It opens below the end of the screen.
  useEffect(() => {
    if (open) scrollTo(OPENED);
  }, [open]);
  return (
    <>
      <Card flush className="space-above-4">
        <Cell icon="search" title="查我的票在不在" sub="用投票时的回执码查" onPress={() => setOpen('mine')} />
        <Cell icon="refresh" title="自己重数一遍" sub="下载票单和算法，谁都能算" onPress={() => setOpen('all')} />
      </Card>
      <View id={OPENED}>
        {open === 'mine' && <Mine {...props} />}
        {open === 'all' && <All {...props} />}
      </View>
    </>
  );
}

const FOUND: Record<Finding, { tone: 'ok' | 'wait' | 'late'; words: string }> = {
  there: { tone: 'ok', words: '在。您的票在票单里，整张票单也没被换过。选了什么，谁也查不到。' },
  missing: {
    tone: 'wait',
    words: '票单里没有这个回执码。请对一对有没有写错；改过票的，只查得到最后一次的回执码。',
  },
  changed: { tone: 'late', words: '下载到的票单和公布的校验值对不上，请打电话告诉人大。' },
};

function Mine({ id, root }: Props) {
  const [typed, setTyped] = useState(() => spellReceipt(voteIn(id)?.receipt ?? ''));
  const [pressed, setPressed] = useState(false);
  const [found, setFound] = useState<Finding | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const { busy, once } = useOnce(setError);
  const code = readReceipt(typed);
  const look = () => {
    setPressed(true);
    setFound(null);
    setError(null);
    if (code) void once(async () => setFound(await lookFor(code, { id, root })));
  };
  return (
    <Card className="space-above-3">
      <Field
        label="回执码"
        placeholder="12 个字母和数字"
        maxLength={20}
        value={typed}
        fault={pressed && !code ? '回执码是 12 个字母和数字，请对一对。' : null}
        onInput={(next) => {
          setTyped(next);
          setFound(null);
        }}
      />
      <View className="row space-above-3">
        <Button grow busy={busy && '正在下载票单，数一遍…'} onPress={look}>
          查一查
        </Button>
      </View>
      {found && (
        <View className="space-above-3">
          <Notice tone={FOUND[found].tone}>{FOUND[found].words}</Notice>
        </View>
      )}
      {error && (
        <View className="space-above-3">
          <Notice tone="wait">{sayUnsent(error, AWAY)}</Notice>
        </View>
      )}
    </Card>
  );
}

/** The script and the list, and the one command: on a computer they are downloaded, on a phone their addresses are handed over. */
function All({ id, root }: Props) {
  const [said, setSaid] = useState<string | null>(null);
  const { busy, once } = useOnce((error) => setSaid(sayUnsent(error, AWAY)));
  const give = (what: 'script' | 'list') =>
    once(async () => {
      setSaid(null);
      const url = what === 'script' ? SCRIPT : await addressOfFile(id);
      if (H5) return download(url, what === 'script' ? 'verify.mjs' : `${id}.txt`);
      const copied =
        what === 'script'
          ? '程序的地址抄好了，发到电脑上打开。'
          : '票单的地址抄好了，半小时里有效。发到电脑上打开，就下载了。';
      await Taro.setClipboardData({ data: url }).then(
        () => setSaid(copied),
        () => setSaid('没抄成，再点一次。'),
      );
    });
  return (
    <Card className="space-above-3">
      <Text className="block">
        票单上有每一张票的编码和公布的每个数，没有名字。在电脑上把程序和票单下载到一起，装了 Node.js 就能数：
      </Text>
      <Text className="quote recount-code">{`node verify.mjs ${id}.txt`}</Text>
      <Text className="note block">程序不到 150 行，不用装别的，谁都能看懂。</Text>
      <Text className="note block space-above-3">校验值，数出来要一样：</Text>
      <Text className="note block recount-code">{root}</Text>
      <View className="row wrap space-above-3">
        <Button grow kind="second" onPress={() => give('script')}>
          {H5 ? '下载程序' : '抄程序地址'}
        </Button>
        <Button grow kind="second" busy={busy && '正在要地址…'} onPress={() => give('list')}>
          {H5 ? '下载票单' : '抄票单地址'}
        </Button>
      </View>
      {said && (
        <View className="space-above-3">
          <Notice>{said}</Notice>
        </View>
      )}
    </Card>
  );
}

function download(url: string, name: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
}
