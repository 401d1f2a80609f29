import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Frame } from '../../../ui/Frame';
import { Panel } from '../../components/Panel';

/** One suggestion at the desk of a department: what it was given, that it spoke with the deputies, and its answer. */
export default function One() {
  const [{ id = '' }] = useState(useRouter().params);
  // One that is handled with it opens in its place.
  const [shown, setShown] = useState(id);
  return (
    <Frame at="suggestion" title="代表建议">
      {() => (
        <div className="frame-column">
          <Panel key={shown} id={shown} onOpen={setShown} />
        </div>
      )}
    </Frame>
  );
}
