import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { applyToDocument } from '../shared/language';
import { askHowToSignIn } from '../api/credentials';
import { App } from './app';
import { giveStylesTheNonce } from './style-nonce';
import './console.css';

applyToDocument();
const root = document.getElementById('root');
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
giveStylesTheNonce(nonce);
void askHowToSignIn();
if (root !== null)
  createRoot(root).render(
    <StrictMode>
      <App nonce={nonce} />
    </StrictMode>,
  );
