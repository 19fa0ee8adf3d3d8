import { existsSync } from 'node:fs';
import { useKeyToken } from './key-token';
import { readSecret } from './keys';
import { Pkcs11Token } from './pkcs11/pkcs11-token';

/** Where private keys are. */
export type KeySettings =
  | { readonly kind: 'file' }
  | {
      readonly kind: 'pkcs11';
      /** Path of the PKCS #11 library that the token's maker provides. */
      readonly module: string;
      /** The token's label. */
      readonly token: string;
      /** File with the user's PIN, mode 0600. */
      readonly pinFile: string;
    };

/** @throws Error naming the setting that is missing or wrong. */
export function readKeySettings(environment: NodeJS.ProcessEnv): KeySettings {
  const kind = environment['LIANPIAO_KEYS'] ?? 'file';
  if (kind === 'file') return { kind };
  if (kind !== 'pkcs11') throw new Error('LIANPIAO_KEYS is file or pkcs11');
  const required = (name: string): string => {
    const value = environment[name] ?? '';
    if (value === '') throw new Error(`${name} is needed with LIANPIAO_KEYS=pkcs11`);
    return value;
  };
  const module = required('LIANPIAO_PKCS11_MODULE');
  const pinFile = required('LIANPIAO_PKCS11_PIN_FILE');
  if (!existsSync(module)) throw new Error('LIANPIAO_PKCS11_MODULE names no file');
  if (!existsSync(pinFile)) throw new Error('LIANPIAO_PKCS11_PIN_FILE names no file');
  return { kind, module, token: required('LIANPIAO_PKCS11_TOKEN'), pinFile };
}

/**
 * Makes the keys of this process those that the settings name; call it before anything is opened.
 * @throws Error when others may read the PIN, or when the token does not open.
 */
export function installKeys(settings: KeySettings): void {
  if (settings.kind === 'file') return;
  const pin = readSecret(settings.pinFile).toString('utf8').trim();
  useKeyToken(new Pkcs11Token({ module: settings.module, token: settings.token, pin }));
}
