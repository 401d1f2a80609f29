import { measure, type Pdf, type Style, shrink, write } from '../../platform/print/pdf';

type Box = { x: number; top: number; width: number; height: number };

/** Below this part of its size a name is easier to read on two lines. */
const ONE_LINE = 0.6;

/** A name is never cut (姓名不能截断): on one line, smaller if need be, else on two within the same box. */
export function writeName(pdf: Pdf, name: string, { x, top, width, height }: Box, style: Style): void {
  const whole = measure(pdf, name, style);
  if (whole * ONE_LINE <= width) {
    const fitted = shrink(pdf, name, width, style, 0);
    write(pdf, fitted.words, { x, top, height }, fitted.style);
    return;
  }
  const lines = halves(name);
  const widest = Math.max(...lines.map((line) => measure(pdf, line, style)));
  const size = Math.min(style.size * Math.min(1, width / widest), height / lines.length / 1.05);
  lines.forEach((line, index) => {
    write(pdf, line, { x, top: top + (index * height) / 2, height: height / 2 }, { ...style, size });
  });
}

/** Cut after the dot between the parts of a name (间隔号) when there is one, else in the middle. */
function halves(name: string): [string, string] {
  const letters = [...name];
  const middle = letters.length / 2;
  const dots = letters.flatMap((letter, index) => (letter === '·' ? [index + 1] : []));
  const [nearest] = dots.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
  const at = nearest ?? Math.ceil(middle);
  return [letters.slice(0, at).join(''), letters.slice(at).join('')];
}
