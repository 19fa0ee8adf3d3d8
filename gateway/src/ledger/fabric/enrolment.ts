import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseIdentifier } from '@lianpiao/chaincode/domain';
import { issueCertificate } from './certificate-authority';
import type { KeyPair } from './certificate-authority';

/** The attribute of a client certificate that names the organisation of the ledger it acts for. */
export const ORGANISATION_ATTRIBUTE = 'lianpiao.organisation';

/** The part of `network.json` that enrolment needs. */
export interface EnrolmentNetwork {
  readonly organisations: Readonly<Record<string, { readonly identitiesFolder: string; readonly caFolder: string }>>;
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
 * @throws LedgerError FIELD_INVALID when the organisation's id is none; Error when the network has no such MSP.
 */
export async function enrol(network: EnrolmentNetwork, mspId: string, organisation: string): Promise<Identity> {
  const folders = Object.hasOwn(network.organisations, mspId) ? network.organisations[mspId] : undefined;
  if (folders === undefined) throw new Error(`the Fabric network has no organisation ${mspId}`);
  // It becomes a name of a folder.
  const id = parseIdentifier(organisation, 'organisation');
  const folder = join(folders.identitiesFolder, id);
  if (!existsSync(folder)) await makeIdentity(folders, folder, id, mspId);
  return { mspId, ...(await readPair(folder, 'cert.pem', 'key.pem')) };
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
