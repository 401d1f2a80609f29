import type { Picture } from '../../../../../shared/requests/contract';

/** Each opens large in a window of its own. One that is kept back, or that nobody has checked, says so. */
export function Pictures({ pictures, of }: { pictures: readonly Picture[]; of: string }) {
  if (!pictures.length) return null;
  return (
    <ul className="pics-row">
      {pictures.map(({ id, url, checked }, index) => (
        <li key={id} className="pics-one">
          {url ? (
            <a href={url} target="_blank" rel="noopener noreferrer">
              <img className="pics-img" src={url} alt={`${of}，第 ${index + 1} 张，点开看大图`} />
            </a>
          ) : (
            <span className="pics-img none">看不了</span>
          )}
          {!checked && <span className="pics-note">{url ? '还没审过' : '先不给看'}</span>}
        </li>
      ))}
    </ul>
  );
}
