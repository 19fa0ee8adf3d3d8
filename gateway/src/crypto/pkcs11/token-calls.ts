import type { TokenAlgorithm } from '../key-token';

/** What the thread needs to open a token. */
export interface TokenAccess {
  readonly module: string;
  readonly token: string;
  readonly pin: string;
}

/** What the thread of the token can be asked for. */
export type TokenCall =
  | { readonly do: 'open' }
  | { readonly do: 'find' | 'generate'; readonly name: string; readonly algorithm: TokenAlgorithm }
  | { readonly do: 'sign'; readonly name: string; readonly algorithm: TokenAlgorithm; readonly message: Uint8Array }
  | { readonly do: 'wrap' | 'unwrap'; readonly data: Uint8Array; readonly place: string };

/** Bytes, nothing, or what the token said. */
export interface TokenReply {
  readonly bytes?: Uint8Array | undefined;
  readonly error?: string;
}
