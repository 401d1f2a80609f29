import { Frame } from '../../components/Frame';

export default function Later() {
  return (
    <Frame at="roles" title="roles">
      {() => null}
    </Frame>
  );
}
