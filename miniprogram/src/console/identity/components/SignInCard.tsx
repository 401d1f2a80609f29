import type { ReactNode } from 'react';
import { Mark } from '../../../ui/Mark';
import { Page } from '../../../ui/Page';
import { useNarrow } from '../../ui/useNarrow';
import './SignInCard.css';
import '../../ui/Frame.css';

/** What stands alone on a computer before somebody works at it. */
export function SignInCard({ title, sub, children }: { title: string; sub?: string; children: ReactNode }) {
  const narrow = useNarrow();
  return (
    <Page className={`console ${narrow ? 'narrow' : ''}`}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: in large letters it scrolls, and there may be nothing in it that takes the focus */}
      <main className="sign-in" tabIndex={0}>
        <div className="sign-in-card">
          <Mark />
          <h1 className="title space-above-2">{title}</h1>
          {sub && <p className="secondary space-above-1">{sub}</p>}
          {children}
        </div>
      </main>
    </Page>
  );
}
