import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { countVectors, vectorFolder } from './vectors';

/** What is used of Ajv, which is a package of the gateway's; the root has an older one, of the linter's. */
interface Ajv {
  addSchema(schema: object): void;
  getSchema(
    id: string,
  ): (((value: unknown) => unknown) & { errors?: { instancePath: string; message?: string }[] | null }) | undefined;
}
const { Ajv2019 } = createRequire(resolve(__dirname, '../../gateway/package.json'))('ajv/dist/2019') as {
  readonly Ajv2019: new (options: object) => Ajv;
};

type Message = Readonly<Record<string, unknown>>;

/** The published JSON schemas of the Dataspace Protocol 2025-1, held against messages of ours. */
export class PublishedSchemas {
  readonly #ajv: Ajv = new Ajv2019({ strict: false, allErrors: true, validateFormats: false });
  /** Schema by the type of the message. */
  readonly #byType = new Map<string, string>();

  /** Undefined where they are not on this machine. */
  static open(): PublishedSchemas | undefined {
    const folder = vectorFolder('dataspace-protocol');
    return folder === undefined ? undefined : new PublishedSchemas(join(folder, 'schemas'));
  }

  private constructor(folder: string) {
    for (const room of ['common', 'catalog', 'negotiation', 'transfer'])
      for (const file of readdirSync(join(folder, room))) {
        // Three references of the published files lack their first stroke (RFC 6901 §3).
        const text = readFileSync(join(folder, room, file), 'utf8').replaceAll('#definitions/', '#/definitions/');
        const schema = JSON.parse(text) as { readonly $id: string };
        this.#ajv.addSchema(schema);
        this.#byType.set(typeOf(file), schema.$id);
      }
  }

  /** What is wrong with a message by the schema of its type; nothing for a right one. */
  faults(message: Message): string[] {
    const { '@type': type = 'ProtocolVersion' } = message as { readonly '@type'?: string };
    const validate = this.#ajv.getSchema(this.#byType.get(type) ?? '');
    if (validate === undefined) return [`${type}: there is no such message`];
    countVectors('dataspace-protocol', 1);
    if (validate(message) === true) return [];
    return (validate.errors ?? []).map(({ instancePath, message: text = '' }) => `${type}${instancePath} ${text}`);
  }
}

/** `contract-request-message-schema.json` is of ContractRequestMessage. */
function typeOf(file: string): string {
  const words = file.replace(/-schema\.json$/, '').split('-');
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}
