import { Frame } from '../../components/Frame';

export default function Later() {
  return (
    <Frame at="prints" title="prints">
      {() => null}
    </Frame>
  );
}
