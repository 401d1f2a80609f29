import { Fragment } from 'react';
import type { Reply } from '../../../../../shared/kernel/procedure';
import type { slips } from '../../../../../shared/voting/contract';
import { PLACES, type SlipPlace } from '../../../../../shared/voting/slips/states';
import { shortPlace } from '../../ui/names';
import './BookMap.scss';

export type Station = Reply<typeof slips>['stations'][number];
type Book = Station['books'][number];

const WORDS: Record<SlipPlace, string> = { entered: '录好', waiting: '等录', spoiled: '作废', printed: '没回来' };

const countIn = (books: readonly Book[], place: SlipPlace) =>
  books.flatMap(({ map }) => map).reduce((sum, run) => sum + (run.place === place ? run.count : 0), 0);

const sayPlaces = (books: readonly Book[]) =>
  PLACES.map((place) => [WORDS[place], countIn(books, place)] as const)
    .filter(([, count]) => count)
    .map(([words, count]) => `${words} ${count}`)
    .join('，');

/** The books of a station, a square for each slip in the order of the numbers. */
export function BookMap({ station: { name, counts, books } }: { station: Station }) {
  return (
    <section className="panel" aria-label="一本一本看">
      <div className="row between wrap">
        <h2 className="heading">{`${shortPlace(name)} ${books[0]?.first.slice(0, 2) ?? ''}`}</h2>
        <span className="note">{`${counts.printed} 张，${books.length} 本`}</span>
      </div>
      {books.map((book) => (
        <Fragment key={book.id}>
          {books.length > 1 && <p className="note book-range">{`${book.first} – ${book.last}`}</p>}
          <div className="book-map" role="img" aria-label={`${book.first} 到 ${book.last}，${sayPlaces([book])}`}>
            {book.map.map((run, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a run is its place in the book
              <Squares key={at} {...run} />
            ))}
          </div>
        </Fragment>
      ))}
      <p className="book-legend">
        {PLACES.map((place) => (
          <span key={place} className="book-sign">
            <span className={`slip-square ${place}`} aria-hidden="true" />
            {`${WORDS[place]} ${countIn(books, place)}`}
          </span>
        ))}
      </p>
      <p className="note space-above-2">
        {`没回来的里，${counts.out} 张在人手里，${counts.unissued} 张没发。是哪几张，哪里都不记。`}
      </p>
    </section>
  );
}

function Squares({ place, count }: Book['map'][number]) {
  return (
    <>
      {Array.from({ length: count }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike
        <span key={at} className={`slip-square ${place}`} />
      ))}
    </>
  );
}
