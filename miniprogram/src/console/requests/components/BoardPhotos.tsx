import { useState } from 'react';
import type { Picture } from '../../../../../shared/kernel/pictures';
import { type RequestPage, reviewContent } from '../../../../../shared/requests/contract';
import { useAct } from '../../../platform/act';
import { sayFault } from '../../../platform/faults';
import { Button } from '../../../ui/Button';
import { Tag } from '../../../ui/Tag';
import { lacksReason, ReasonField } from '../../ui/ReasonField';
import { toast } from '../../ui/Toast';
import { Photo } from './Pictures';
import '../../../ui/check.scss';

/** The photos of a request, each by itself: on the notice board, or left off it with the reason. Who handles the matter sees all of them. */
export function BoardPhotos({ request }: { request: RequestPage }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const picture = request.pictures.find(({ id }) => id === chosen);
  return (
    <>
      {request.pictures.length > 0 && (
        <ul className="matter-pictures">
          {request.pictures.map((one, index) => (
            <li key={one.id}>
              <Photo url={one.url} name={`居民的照片，第 ${index + 1} 张`} />
              <Standing picture={one} />
              {one.checked && (
                <Button
                  kind="line"
                  small
                  label={`${actWords(one)}：第 ${index + 1} 张`}
                  onPress={() => setChosen(one.id)}
                >
                  {actWords(one)}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {picture && <Decide key={picture.id} request={request} picture={picture} onDone={() => setChosen(null)} />}
    </>
  );
}

const actWords = ({ offBoard }: Picture) => (offBoard ? '可以上' : '这张不上');

function Standing({ picture: { checked, offBoard, url } }: { picture: Picture }) {
  if (offBoard) return <Tag icon="eye-off">不上公开栏</Tag>;
  if (checked) return <Tag icon="check">会上公开栏</Tag>;
  return <Tag icon="clock">{url ? '还没审过' : '先不给看'}</Tag>;
}

type DecideProps = { request: RequestPage; picture: Picture; onDone: () => void };

function Decide({ request, picture, onDone }: DecideProps) {
  const act = useAct(reviewContent, ['requests.follow']);
  const [reason, setReason] = useState('');
  const decision = picture.offBoard ? 'approved' : 'withheld';
  const send = () =>
    act.send({ id: request.id, picture: picture.id, decision, reason, seen: request.events[0]?.id }, () => {
      toast(decision === 'approved' ? '这张可以上公开栏' : '这张不上公开栏');
      onDone();
    });
  const index = request.pictures.indexOf(picture) + 1;
  return (
    <div className="space-above-2 form-column">
      <ReasonField
        label={decision === 'approved' ? `第 ${index} 张为什么可以上` : `第 ${index} 张为什么不上，居民看得到`}
        placeholder="比如：照片上有人脸和门牌"
        value={reason}
        error={act.error}
        onInput={setReason}
      />
      {act.error && <p className="text-late">{sayFault(act.error)}</p>}
      <div className="row">
        <Button kind="line" small onPress={onDone}>
          算了
        </Button>
        <Button small busy={act.isPending && '正在送…'} disabled={lacksReason(reason)} onPress={send}>
          就这样定
        </Button>
      </div>
    </div>
  );
}
