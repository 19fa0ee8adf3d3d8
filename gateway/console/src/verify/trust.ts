import { parseTrustFile, type TrustFile } from '@lianpiao/chaincode/domain';
import { useEffect, useState } from 'react';
import { answerOf, api } from '../api/client';
import { browserSignatures } from './browser-signatures';

/** Whom the page trusts, and where it has that from. */
export interface Trust {
  readonly file: TrustFile;
  /** As it was read, to show the keys in their own spelling. */
  readonly text: { readonly logs: readonly { readonly origin: string; readonly vkey: string }[] };
  readonly source: 'gateway' | 'page' | { readonly fileName: string };
}

export interface TrustState {
  readonly trust: Trust | undefined;
  readonly loading: boolean;
  /** Reads another trust file. @throws LedgerError or SyntaxError for what is none. */
  readonly load: (name: string, text: string) => void;
}

/** The trust file: the one that this page carries, else the gateway's, asked for once; or another that its reader chose. */
export function useTrust(): TrustState {
  const [trust, setTrust] = useState(carriedTrust);
  const [loading, setLoading] = useState(trust === undefined && !__OFFLINE__);
  useEffect(() => {
    if (trust !== undefined || __OFFLINE__) return;
    answerOf(api.GET('/v1/trust'))
      .then((text) => {
        setTrust((chosen) => chosen ?? trustOf(text, 'gateway'));
      })
      .catch(() => undefined)
      .finally(() => {
        setLoading(false);
      });
  }, [trust]);
  return {
    trust,
    loading,
    load: (fileName, text) => {
      setTrust(trustOf(JSON.parse(text), { fileName }));
    },
  };
}

/** What the gateway wrote into the page when it was saved. */
function carriedTrust(): Trust | undefined {
  const text = document.getElementById('lianpiao-trust')?.textContent ?? 'null';
  const value: unknown = JSON.parse(text);
  return typeof value === 'object' && value !== null ? trustOf(value, 'page') : undefined;
}

function trustOf(value: unknown, source: Trust['source']): Trust {
  return { file: parseTrustFile(value, browserSignatures), text: value as Trust['text'], source };
}
