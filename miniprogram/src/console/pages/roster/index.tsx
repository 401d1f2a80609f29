import { Frame } from '../../components/Frame';

export default function Later() {
  return (
    <Frame at="roster" title="roster">
      {() => null}
    </Frame>
  );
}
