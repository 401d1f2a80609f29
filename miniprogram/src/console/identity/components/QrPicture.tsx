import { create } from 'qrcode';
import './QrPicture.css';

/** A QR for a telephone to scan from the screen; a white square while there is nothing to say yet. */
export function QrPicture({ text, label }: { text: string | null; label: string }) {
  return <div className="qr-picture">{text && <Drawn text={text} label={label} />}</div>;
}

function Drawn({ text, label }: { text: string; label: string }) {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const { size } = modules;
  const dark = Array.from({ length: size * size }, (_, at) => at).filter((at) => modules.data[at]);
  const path = dark.map((at) => `M${at % size} ${Math.floor(at / size)}h1v1h-1z`).join('');
  return (
    <svg
      className="qr-picture-drawn"
      viewBox={`-3 -3 ${size + 6} ${size + 6}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path d={path} />
    </svg>
  );
}
