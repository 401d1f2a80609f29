import type { Picture } from '../../../../../shared/kernel/pictures';
import './Pictures.css';

/** One that is withheld, or that nobody has checked, says so. */
export function Pictures({ pictures, of }: { pictures: readonly Picture[]; of: string }) {
  if (!pictures.length) return null;
  return (
    <ul className="matter-pictures">
      {pictures.map(({ id, url, checked }, index) => (
        <li key={id}>
          <Photo url={url} name={`${of}，第 ${index + 1} 张`} />
          {!checked && <span className="matter-picture-note">{url ? '还没审过' : '先不给看'}</span>}
        </li>
      ))}
    </ul>
  );
}

/** It opens large in a window of its own. */
export function Photo({ url, name }: { url: string | null; name: string }) {
  if (!url) return <span className="matter-picture">看不了</span>;
  return (
    <a href={url} target="_blank" rel="noopener noreferrer">
      <img className="matter-picture" src={url} alt={`${name}，点开看大图`} />
    </a>
  );
}
