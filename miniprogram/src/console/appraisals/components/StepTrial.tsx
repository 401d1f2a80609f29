import Taro from '@tarojs/taro';
import { TRIALS } from '../../../../../shared/appraisals/limits';
import { Button } from '../../../ui/Button';
import { Icon } from '../../../ui/Icon';
import { CONSOLE_PAGES } from '../../ui/pages';
import { toast } from '../../ui/Toast';
import type { Prepared } from './useDraft';
import './Ticks.css';

/** 试投: by three people, one of them in large letters; each at a computer of theirs, by a link. */
export function StepTrial({ id, trials }: Pick<Prepared, 'id' | 'trials'>) {
  const { people, elder } = trials;
  const link = `${window.location.origin}/#${CONSOLE_PAGES.trial}?id=${id}`;
  const copy = () =>
    Taro.setClipboardData({ data: link }).then(
      () => toast('链接复制好了，发给要试的人'),
      () => toast('复制不了，请把下面的链接抄下来'),
    );
  return (
    <div className="form-column">
      <p>{`开票以前，${TRIALS} 个人各试一遍，其中一位用长辈版。看看题目读不读得懂，手机上摆不摆得下。`}</p>
      <ul className="ticks" aria-label="试投到哪了">
        <Tick on={people >= TRIALS}>
          {people ? `试过 ${people} 位，要 ${TRIALS} 位` : `还没有人试过，要 ${TRIALS} 位`}
        </Tick>
        <Tick on={elder}>{elder ? '有人用长辈版试过' : '还没有人用长辈版试过'}</Tick>
      </ul>
      <p className="secondary">您自己：在右边“手机上”填到最后一个，点“试投，投进去”。</p>
      <p className="secondary">另外两位：把链接发给他们，联络站、人大办公室的人登录了都能试。</p>
      <p className="trial-link">{link}</p>
      <div className="row">
        <Button kind="line" icon="copy" onPress={copy}>
          复制链接
        </Button>
      </div>
      <p className="note">问卷、部门、日子改了一个字，都要重新试。</p>
    </div>
  );
}

export function Tick({ on, children }: { on: boolean; children: string }) {
  return (
    <li className={on ? 'ticked' : 'text-late'}>
      <Icon name={on ? 'check' : 'alert'} />
      <span>{children}</span>
    </li>
  );
}
