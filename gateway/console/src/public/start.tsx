import type { ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import { applyToDocument } from '../shared/language';
import './public.css';

/** Draws a public page. */
export function start(page: ReactElement): void {
  applyToDocument();
  const root = document.getElementById('root');
  if (root !== null) createRoot(root).render(page);
}
