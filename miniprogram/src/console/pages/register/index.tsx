import { Frame } from '../../components/Frame';

export default function Later() {
  return (
    <Frame at="register" title="register">
      {() => null}
    </Frame>
  );
}
