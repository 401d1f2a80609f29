import type { ReactNode } from 'react';

type Props = { label: string; className: string; children: ReactNode };

/** What fills the window and scrolls by itself: Tab stops at it, so that keys can scroll it where nothing in it can be pressed. */
export function Scroll({ label, className, children }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys
    <section className={className} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
