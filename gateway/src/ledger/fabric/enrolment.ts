import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isIdentifier, LedgerError, parseIdentifier } from '@lianpiao/chaincode/domain';
import { issueCertificate } from './certificate-authority';
import type { KeyPair } from './certificate-authority';

/** The attribute of a client certificate that names the organisation of the ledger it acts for. */
export const ORGANISATION_ATTRIBUTE = 'lianpiao.organisation';

interface IdentityFolders {
  readonly identitiesFolder: string;
  readonly caFolder?: string | undefined;
}

/** The part of `network.json` that enrolment needs. */
export interface EnrolmentNetwork {
  /** MSP id of the one organisation whose gateway this is; absent where one operator holds every side's keys. */
  readonly organisation?: string | undefined;
  readonly organisations: Readonly<Record<string, IdentityFolders>>;
}

/** Who signs a transaction. */
export interface Identity extends KeyPair {
  readonly mspId: string;
}

/**
 * The Fabric identity of an organisation of the ledger; the development authority of its MSP makes it when there is none.
 * Several processes may ask at once: the first one's is everybody's.
 *
 * A network whose authority is elsewhere (Fabric CA) needs the files `cert.pem` and `key.pem` put into
 * `identitiesFolder/<organisation>` beforehand; nothing is made then.
 *
 * @throws LedgerError FIELD_INVALID when the organisation's id is none, IDENTITY_ELSEWHERE when its key is neither here nor
 * can be made here; Error when the network has no such MSP.
 */
export async function enrol(network: EnrolmentNetwork, mspId: string, organisation: string): Promise<Identity> {
  const folders = foldersOf(network, mspId);
  // It becomes a name of a folder.
  const id = parseIdentifier(organisation, 'organisation');
  const folder = join(folders.identitiesFolder, id);
  const { caFolder } = folders;
  if (signsFor(network, mspId) && caFolder !== undefined && !existsSync(folder)) {
    await makeIdentity({ ...folders, caFolder }, folder, id, mspId);
  }
  requireHeldKey(network, mspId, id);
  return { mspId, ...(await readPair(folder, 'cert.pem', 'key.pem')) };
}

/**
 * The certificate (PEM) of an organisation of the ledger: of another side the public `cert.pem` that it has handed over is
 * enough, of the own one it is made like {@link enrol} does.
 * @throws as {@link enrol}; LedgerError IDENTITY_ELSEWHERE when the other side's certificate is not here.
 */
export async function certificateOf(network: EnrolmentNetwork, mspId: string, organisation: string): Promise<string> {
  const { identitiesFolder } = foldersOf(network, mspId);
  const file = join(identitiesFolder, parseIdentifier(organisation, 'organisation'), 'cert.pem');
  if (existsSync(file)) return readFile(file, 'utf8');
  if (signsFor(network, mspId)) return (await enrol(network, mspId, organisation)).certificate;
  throw new LedgerError('IDENTITY_ELSEWHERE', { rule: 'certificate-held-here', wanted: `the certificate of ${organisation}` });
}

/** Path of the private key of an organisation for which this gateway signs; undefined when a gateway of its own side does. */
export function heldKeyOf(network: EnrolmentNetwork, mspId: string, organisation: string): string | undefined {
  const { identitiesFolder } = foldersOf(network, mspId);
  if (!signsFor(network, mspId) || !isIdentifier(organisation)) return undefined;
  const file = join(identitiesFolder, organisation, 'key.pem');
  return existsSync(file) ? file : undefined;
}

/** The same. @throws LedgerError IDENTITY_ELSEWHERE. */
export function requireHeldKey(network: EnrolmentNetwork, mspId: string, organisation: string): string {
  const file = heldKeyOf(network, mspId, organisation);
  if (file !== undefined) return file;
  throw new LedgerError('IDENTITY_ELSEWHERE', { rule: 'identity-held-here', wanted: `the key of ${organisation} of ${mspId}` });
}

/** A key of another side that lies in the folder by mistake is not used either. */
function signsFor({ organisation }: EnrolmentNetwork, mspId: string): boolean {
  return organisation === undefined || organisation === mspId;
}

function foldersOf(network: EnrolmentNetwork, mspId: string): IdentityFolders {
  const folders = Object.hasOwn(network.organisations, mspId) ? network.organisations[mspId] : undefined;
  if (folders === undefined) throw new Error(`the Fabric network has no organisation ${mspId}`);
  return folders;
}

async function makeIdentity(
  folders: { identitiesFolder: string; caFolder: string },
  folder: string,
  organisation: string,
  mspId: string,
): Promise<void> {
  const authority = await readPair(folders.caFolder, 'signing.pem', 'signing.key');
  const attributes = { [ORGANISATION_ATTRIBUTE]: organisation };
  const pair = await issueCertificate(authority, { commonName: organisation, organisation: mspId, unit: 'client', attributes });
  await mkdir(folders.identitiesFolder, { recursive: true, mode: 0o700 });
  // A folder appears whole or not at all: whoever finds it may read it.
  const draft = await mkdtemp(join(folders.identitiesFolder, '.draft-'));
  await writeFile(join(draft, 'cert.pem'), pair.certificate, { mode: 0o600 });
  await writeFile(join(draft, 'key.pem'), pair.privateKey, { mode: 0o600 });
  try {
    await rename(draft, folder);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

async function readPair(folder: string, certificateName: string, keyName: string): Promise<KeyPair> {
  const [certificate, privateKey] = await Promise.all([
    readFile(join(folder, certificateName), 'utf8'),
    readFile(join(folder, keyName), 'utf8'),
  ]);
  return { certificate, privateKey };
}
