import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface TokenWish {
  /** Members of the header in place of the right ones. */
  readonly header?: Readonly<Record<string, unknown>>;
  readonly claims: Readonly<Record<string, unknown>>;
  /** Claims that it lacks. */
  readonly without?: readonly string[];
  /** Seconds from now; negative for one that has expired. */
  readonly expiresIn?: number;
}

/** An identity provider (OpenID Connect) on loopback. */
export class TestIdentityProvider {
  readonly issuer: string;
  readonly #control: string;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, { issuer, control }: { issuer: string; control: string }) {
    this.#child = child;
    this.issuer = issuer;
    this.#control = control;
  }

  static async start(): Promise<TestIdentityProvider> {
    const child = spawn(process.execPath, [join(__dirname, 'identity-provider-child.mjs')], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    return new TestIdentityProvider(child, JSON.parse(line.toString()) as { issuer: string; control: string });
  }

  /** Who signs in from now on. */
  async person(claims: Readonly<Record<string, unknown>>): Promise<void> {
    await fetch(`${this.#control}/person`, { method: 'PUT', body: JSON.stringify(claims) });
  }

  async accessToken(wish: TokenWish): Promise<string> {
    const response = await fetch(`${this.#control}/access-token`, { method: 'POST', body: JSON.stringify(wish) });
    return response.text();
  }

  async stop(): Promise<void> {
    const ended = once(this.#child, 'exit');
    this.#child.kill('SIGTERM');
    await ended;
  }
}
