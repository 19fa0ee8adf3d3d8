import { createPublicKey, hash, randomBytes } from 'node:crypto';
import * as pkcs11js from 'pkcs11js';
import { spkiOf } from '@lianpiao/chaincode/domain';
import type { TokenAlgorithm } from '../key-token';
import type { TokenAccess, TokenCall } from './token-calls';

/** PKCS #11 3.0 has these; the binding's table of names ends with 2.40. */
const CKK_EC_EDWARDS = 0x40;
const CKM_EC_EDWARDS_KEY_PAIR_GEN = 0x1055;
const CKM_EDDSA = 0x1057;

/** DER of the curve's name: OID 1.2.840.10045.3.1.7, and the PrintableString that PKCS #11 3.0 (2.3.10) wants. */
const CURVES = {
  ES256: Buffer.from('06082a8648ce3d030107', 'hex'),
  Ed25519: Buffer.from('130c656477617264733235353139', 'hex'),
} as const;
const KINDS = {
  ES256: { type: pkcs11js.CKK_EC, generate: pkcs11js.CKM_EC_KEY_PAIR_GEN, sign: pkcs11js.CKM_ECDSA },
  Ed25519: { type: CKK_EC_EDWARDS, generate: CKM_EC_EDWARDS_KEY_PAIR_GEN, sign: CKM_EDDSA },
} as const;

/** Both kinds of signature have 64 bytes. */
const SIGNATURE_BYTES = 64;
const WRAP_LABEL = 'lianpiao-wrap';
const WRAP_KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BITS = 128;
/** Of the secrets that are wrapped: PEM files and keys. */
const MAX_SECRET_BYTES = 64 * 1024;

/** A logged-in session with a token, called from one thread. */
export class TokenSession {
  readonly #library = new pkcs11js.PKCS11();
  readonly #session: pkcs11js.Handle;
  /** Handles hold as long as the session; looking one up costs as much as signing. */
  readonly #handles = new Map<string, pkcs11js.Handle>();

  /** @throws Error naming what is wrong: the library, the token's label, or the PIN. */
  constructor({ module, token, pin }: TokenAccess) {
    this.#library.load(module);
    this.#library.C_Initialize();
    const slot = this.#library
      .C_GetSlotList(true)
      .find((one) => this.#library.C_GetTokenInfo(one).label.replace(/[\s\0]+$/, '') === token);
    if (slot === undefined) throw new Error('there is no token of that label');
    this.#session = this.#library.C_OpenSession(slot, pkcs11js.CKF_SERIAL_SESSION | pkcs11js.CKF_RW_SESSION);
    this.#library.C_Login(this.#session, pkcs11js.CKU_USER, pin);
  }

  answer(call: TokenCall): Buffer | undefined {
    switch (call.do) {
      case 'open':
        return undefined;
      case 'find':
        return this.#publicKey(call.name, call.algorithm);
      case 'generate':
        return this.#generate(call.name, call.algorithm);
      case 'sign':
        return this.#sign(call.name, call.algorithm, call.message);
      case 'wrap':
        return this.#wrap(call.data, call.place);
      case 'unwrap':
        return this.#unwrap(call.data, call.place);
    }
  }

  end(): void {
    try {
      this.#library.C_Finalize();
    } finally {
      this.#library.close();
    }
  }

  #find(objectClass: number, label: string, type: number): pkcs11js.Handle | undefined {
    const name = `${String(objectClass)} ${String(type)} ${label}`;
    const handle = this.#handles.get(name) ?? this.#search(objectClass, label, type);
    if (handle !== undefined) this.#handles.set(name, handle);
    return handle;
  }

  #search(objectClass: number, label: string, type: number): pkcs11js.Handle | undefined {
    this.#library.C_FindObjectsInit(this.#session, [
      { type: pkcs11js.CKA_CLASS, value: objectClass },
      { type: pkcs11js.CKA_LABEL, value: label },
      { type: pkcs11js.CKA_KEY_TYPE, value: type },
    ]);
    const [first, second] = this.#library.C_FindObjects(this.#session, 2);
    this.#library.C_FindObjectsFinal(this.#session);
    if (second !== undefined) throw new Error(`two keys have the name ${label}`);
    return first;
  }

  #publicKey(name: string, algorithm: TokenAlgorithm): Buffer | undefined {
    const handle = this.#find(pkcs11js.CKO_PUBLIC_KEY, name, KINDS[algorithm].type);
    if (handle === undefined) return undefined;
    const [point] = this.#library.C_GetAttributeValue(this.#session, handle, [{ type: pkcs11js.CKA_EC_POINT }]);
    return spkiOfPoint(algorithm, Buffer.from(point?.value as Buffer));
  }

  #generate(name: string, algorithm: TokenAlgorithm): Buffer {
    const { type, generate } = KINDS[algorithm];
    const both = [
      { type: pkcs11js.CKA_TOKEN, value: true },
      { type: pkcs11js.CKA_LABEL, value: name },
      { type: pkcs11js.CKA_KEY_TYPE, value: type },
      { type: pkcs11js.CKA_ID, value: Buffer.from(hash('sha256', name).slice(0, 16), 'hex') },
    ];
    this.#library.C_GenerateKeyPair(
      this.#session,
      { mechanism: generate },
      [...both, { type: pkcs11js.CKA_EC_PARAMS, value: CURVES[algorithm] }, { type: pkcs11js.CKA_VERIFY, value: true }],
      [
        ...both,
        { type: pkcs11js.CKA_PRIVATE, value: true },
        { type: pkcs11js.CKA_SENSITIVE, value: true },
        { type: pkcs11js.CKA_EXTRACTABLE, value: false },
        { type: pkcs11js.CKA_SIGN, value: true },
      ],
    );
    const publicKey = this.#publicKey(name, algorithm);
    if (publicKey === undefined) throw new Error(`the key ${name} is not there after it was made`);
    return publicKey;
  }

  #sign(name: string, algorithm: TokenAlgorithm, message: Uint8Array): Buffer {
    const { type, sign } = KINDS[algorithm];
    const handle = this.#find(pkcs11js.CKO_PRIVATE_KEY, name, type);
    if (handle === undefined) throw new Error(`there is no key ${name}`);
    // ECDSA takes the digest (CKM_ECDSA), EdDSA the message.
    const input = algorithm === 'ES256' ? Buffer.from(hash('sha256', message), 'hex') : Buffer.from(message);
    this.#library.C_SignInit(this.#session, { mechanism: sign }, handle);
    return this.#library.C_Sign(this.#session, input, Buffer.alloc(SIGNATURE_BYTES));
  }

  #wrap(data: Uint8Array, place: string): Buffer {
    const nonce = randomBytes(NONCE_BYTES);
    this.#library.C_EncryptInit(this.#session, gcm(nonce, place), this.#wrapKey());
    const out = Buffer.alloc(data.length + TAG_BITS / 8);
    return Buffer.concat([nonce, this.#library.C_Encrypt(this.#session, Buffer.from(data), out)]);
  }

  #unwrap(data: Uint8Array, place: string): Buffer {
    if (data.length > MAX_SECRET_BYTES) throw new Error('the wrapped secret is too long');
    const nonce = Buffer.from(data.subarray(0, NONCE_BYTES));
    this.#library.C_DecryptInit(this.#session, gcm(nonce, place), this.#wrapKey());
    return this.#library.C_Decrypt(this.#session, Buffer.from(data.subarray(NONCE_BYTES)), Buffer.alloc(data.length));
  }

  /** AES-256, made at the first secret that is wrapped; it never leaves the token. */
  #wrapKey(): pkcs11js.Handle {
    const known = this.#find(pkcs11js.CKO_SECRET_KEY, WRAP_LABEL, pkcs11js.CKK_AES);
    if (known !== undefined) return known;
    return this.#library.C_GenerateKey(this.#session, { mechanism: pkcs11js.CKM_AES_KEY_GEN }, [
      { type: pkcs11js.CKA_TOKEN, value: true },
      { type: pkcs11js.CKA_LABEL, value: WRAP_LABEL },
      { type: pkcs11js.CKA_VALUE_LEN, value: WRAP_KEY_BYTES },
      { type: pkcs11js.CKA_PRIVATE, value: true },
      { type: pkcs11js.CKA_SENSITIVE, value: true },
      { type: pkcs11js.CKA_EXTRACTABLE, value: false },
      { type: pkcs11js.CKA_ENCRYPT, value: true },
      { type: pkcs11js.CKA_DECRYPT, value: true },
    ]);
  }
}

function gcm(iv: Buffer, place: string): pkcs11js.Mechanism {
  const parameter: pkcs11js.AesGCM = {
    type: pkcs11js.CK_PARAMS_AES_GCM_v240,
    iv,
    ivBits: NONCE_BYTES * 8,
    aad: Buffer.from(place),
    tagBits: TAG_BITS,
  };
  return { mechanism: pkcs11js.CKM_AES_GCM, parameter };
}

/** The token gives a point as a DER octet string, or, some of them, as the bytes alone. */
function spkiOfPoint(algorithm: TokenAlgorithm, point: Buffer): Buffer {
  const length = algorithm === 'ES256' ? 65 : 32;
  const bytes = point.subarray(-length);
  if (bytes.length !== length) throw new Error('the public key has another length than its kind');
  const spki = Buffer.from(spkiOf(algorithm, bytes));
  return createPublicKey({ key: spki, format: 'der', type: 'spki' }).export({ format: 'der', type: 'spki' });
}
