import type { ReactElement, ReactNode } from 'react';

/** What may be wider than its place: it scrolls, by the arrow keys too (WCAG 2.1.1). */
export function Scrolling({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <div className="scrolling" tabIndex={0}>
      {children}
    </div>
  );
}
