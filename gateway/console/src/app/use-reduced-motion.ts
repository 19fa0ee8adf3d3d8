import { useSyncExternalStore } from 'react';

const asked = window.matchMedia('(prefers-reduced-motion: reduce)');

function subscribe(onChange: () => void): () => void {
  asked.addEventListener('change', onChange);
  return () => asked.removeEventListener('change', onChange);
}

/** True for whoever has told their system that moving things are to be kept from them (WCAG 2.2, 2.3.3). */
export function useReducedMotion(): boolean {
  return useSyncExternalStore(subscribe, () => asked.matches);
}
