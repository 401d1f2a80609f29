/** A serial that did not go in, and why. */
export type Refused = { serial: string; why: string };

const SHOWN = 6;

/** 录不进的，会说为什么: of this sitting, the last first. It is on this screen alone and kept nowhere. */
export function RefusedSlips({ refused }: { refused: readonly Refused[] }) {
  return (
    <section className="panel" aria-label="录不进的">
      <h2 className="heading">录不进的，会说为什么</h2>
      {refused.length > 0 && (
        <ul className="slip-list space-above-2">
          {refused.slice(0, SHOWN).map(({ serial, why }) => (
            <li key={serial}>
              <b className="slip-serial">{serial}</b>
              <p className="secondary">{why}</p>
            </li>
          ))}
        </ul>
      )}
      <p className="note space-above-2">作废过的、录过的、别的一次的、别的站的、没登记发出去的、号不对的，都录不进。</p>
    </section>
  );
}

/** 手机也投了怎么办: who takes a slip gives up the phone, and nobody can tell whose slip it is. */
export function PhoneToo() {
  return (
    <section className="panel" aria-label="手机也投了怎么办">
      <h2 className="heading">手机也投了怎么办</h2>
      <p className="secondary space-above-1">
        算<b>纸票</b>。领票那时名册上打了勾，手机那张关票时取出来，不算了，当面说过。
      </p>
      <p className="secondary space-above-1">勾上没有票号，票上没有名字。录票的人、管机器的人，都对不上。</p>
    </section>
  );
}
