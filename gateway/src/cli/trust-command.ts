import { Command } from 'commander';
import {
  checkTrustUpdate,
  LedgerError,
  parseSignedTrustFile,
  parseTrustDraft,
  trustBody,
  type JsonValue,
  type SignedTrustFile,
  type SourceSignature,
} from '@lianpiao/chaincode/domain';
import { readConfig } from '../config';
import { LogKeyRing } from '../crypto/log-key-ring';
import { nodeSignatures } from '../crypto/log-keys';
import { writeWhole } from '../crypto/write-whole';
import { draftTrust } from '../trust/draft-trust';
import { newestTrustVersion, readTrustVersion, storeTrustVersion } from '../trust/trust-folder';
import { readWitnessPolicy } from '../witness/read-policy';
import { environmentWith } from './config';
import { fetchTrustVersions } from './fetch-trust';
import { DEFAULT_TRUST, readTrustJson } from './find-trust';
import { readPrivateKey, readPublicKey, signatureOver } from './source-signature';
import { errorText, EXIT, type ExitCode, type Terminal } from './terminal';

type Exit = (code: ExitCode) => void;
type JsonRecord = Readonly<Record<string, JsonValue>>;

interface DraftOptions {
  readonly data: string;
  readonly name?: string;
  readonly origin?: string;
  readonly policy?: string;
  readonly quorum?: string;
  readonly root?: readonly string[];
  readonly threshold?: string;
}

const OVERLAP_SECONDS = 7 * 86_400;

/** `lianpiao trust …`: the signed trust file, made by its roots and taken by its holders. */
export function trustCommand(terminal: Terminal, exit: Exit): Command {
  return new Command('trust')
    .description('the signed trust file: draft, sign and publish it, or take a newer one (信任文件)')
    .addCommand(draftCommand(terminal))
    .addCommand(signCommand(terminal))
    .addCommand(publishCommand(terminal))
    .addCommand(updateCommand(terminal, exit));
}

function draftCommand(terminal: Terminal): Command {
  return new Command('draft')
    .description(
      'print the next version: the log’s keys as they are now, witnesses and roots as before unless told otherwise (起草)',
    )
    .option('--data <folder>', 'data folder', './data')
    .option('--origin <origin>', 'the log’s origin (default: LIANPIAO_LOG_ORIGIN)')
    .option('--name <name>', 'of all versions of this file (default for the first: the origin)')
    .option('--policy <file>', 'C2SP tlog-policy: the witnesses that count from now on')
    .option('--quorum <number>', 'how many witnesses must cosign from now on')
    .option('--root <pem...>', 'the keys that sign from this version on; the roots before must sign it too')
    .option('--threshold <number>', 'how many roots must sign')
    .action(({ data, origin: named, name, policy, quorum, root, threshold }: DraftOptions) => {
      const origin = named ?? readConfig(environmentWith({})).logOrigin;
      const read = readWitnessPolicy(policy);
      const draft = draftTrust({
        previous: newestIn(data),
        name: name ?? origin,
        logs: new LogKeyRing(data, origin).trusted(),
        now: Math.floor(Date.now() / 1000),
        overlapSeconds: OVERLAP_SECONDS,
        ...(read === undefined ? {} : { policy: read }),
        ...(quorum === undefined ? {} : { quorum: Number(quorum) }),
        ...(root === undefined ? {} : { roots: root.map(readPublicKey) }),
        ...(threshold === undefined ? {} : { threshold: Number(threshold) }),
      });
      terminal.out(`${JSON.stringify(draft, null, 2)}\n`);
    });
}

function signCommand(terminal: Terminal): Command {
  return new Command('sign')
    .description('add a root’s signature to a trust file, in its place (签署)')
    .argument('<file>', 'a draft, or a file that other roots have signed')
    .requiredOption('--key <pem>', 'private key of a root: Ed25519 or P-256')
    .action((file: string, { key }: { key: string }) => {
      const { signatures = [], ...draft } = readTrustJson(file) as JsonRecord & { signatures?: JsonValue };
      const { version } = parseTrustDraft(draft);
      const mine = signatureOver(trustBody(draft), readPrivateKey(key));
      const others = (signatures as unknown as SourceSignature[]).filter(({ publicKey }) => publicKey !== mine.publicKey);
      writeWhole(file, `${JSON.stringify({ ...draft, signatures: [...others, mine] }, null, 2)}\n`);
      terminal.out(`signed version 已签署版本 ${String(version)}, ${String(others.length + 1)} signatures\n`);
    });
}

function publishCommand(terminal: Terminal): Command {
  return new Command('publish')
    .description('serve a signed trust file, at /v1/trust and in the saved verify page; nothing has to be restarted (发布)')
    .argument('<file>', 'with the signatures that it needs')
    .option('--data <folder>', 'data folder', './data')
    .action((file: string, { data }: { data: string }) => {
      const json = readTrustJson(file);
      const next = parseSignedTrustFile(json, nodeSignatures);
      const previous = newestIn(data);
      if (previous !== undefined) checkTrustUpdate(parseSignedTrustFile(previous, nodeSignatures), next, nodeSignatures);
      storeTrustVersion(data, next.version, json);
      terminal.out(`published version 已发布版本 ${String(next.version)} of ${next.name}\n`);
    });
}

function updateCommand(terminal: Terminal, exit: Exit): Command {
  return new Command('update')
    .description('take newer versions of a trust file that this holder has; exit 1 when they are refused (更新)')
    .argument('[files...]', 'newer versions; each must be signed by the roots of the one before')
    .option('--trust <file>', 'the file to update', DEFAULT_TRUST)
    .option('--gateway <url>', 'instead of files: ask this gateway for what is newer; it is believed nothing')
    .action(async (files: string[], { trust, gateway }: { trust: string; gateway?: string }) => {
      let held = parseSignedTrustFile(readTrustJson(trust), nodeSignatures);
      const newer = gateway === undefined ? files.map(readTrustJson) : await fetchTrustVersions(gateway, held.version);
      try {
        for (const json of newer) held = take(json, held, trust, terminal);
      } catch (error) {
        if (!(error instanceof LedgerError)) throw error;
        terminal.err(errorText(error));
        exit(EXIT.wrong);
      }
      terminal.out(`version 版本 ${String(held.version)} of ${held.name}\n`);
    });
}

/** Each version is durable before the next is looked at. */
function take(json: JsonValue, held: SignedTrustFile, file: string, terminal: Terminal): SignedTrustFile {
  const next = parseSignedTrustFile(json, nodeSignatures);
  if (!checkTrustUpdate(held, next, nodeSignatures)) return held;
  writeWhole(file, `${JSON.stringify(json, null, 2)}\n`);
  terminal.err(`took version 已更新至版本 ${String(next.version)}\n`);
  return next;
}

function newestIn(data: string): JsonRecord | undefined {
  const version = newestTrustVersion(data);
  return version === undefined ? undefined : (readTrustVersion(data, String(version)) as JsonRecord);
}
