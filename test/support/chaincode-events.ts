import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Client, credentials } from '@grpc/grpc-js';
import { connect, signers } from '@hyperledger/fabric-gateway';
import { enrol } from '../../gateway/src/ledger/fabric/enrolment';
import type { FabricNetwork } from './fabric-network';

export interface SeenEvent {
  readonly name: string;
  readonly txId: string;
  readonly payload: string;
}

/**
 * The chaincode's events of all valid transactions, from the first block on and in their order, as anybody in the channel
 * may listen to them; ends when the payloads' counts make so many entries, or when nothing more comes for a while.
 */
export async function chaincodeEvents(network: FabricNetwork, mspId: string, entries: number): Promise<SeenEvent[]> {
  const { endpoint, tlsName, tlsCaFile } = network.organisations[mspId]!.peer;
  const { certificate, privateKey } = await enrol(network, mspId, 'listener');
  const client = new Client(endpoint, credentials.createSsl(readFileSync(tlsCaFile)), {
    'grpc.ssl_target_name_override': tlsName,
  });
  const gateway = connect({
    client,
    identity: { mspId, credentials: Buffer.from(certificate) },
    signer: signers.newPrivateKeySigner(createPrivateKey(privateKey)),
  });
  const seen: SeenEvent[] = [];
  const listening = await gateway.getNetwork(network.channel).getChaincodeEvents(network.chaincode, { startBlock: 0n });
  const tooLong = setTimeout(() => listening.close(), 30_000);
  try {
    let count = 0;
    for await (const { eventName: name, transactionId: txId, payload } of listening) {
      const text = Buffer.from(payload).toString('utf8');
      seen.push({ name, txId, payload: text });
      count += (JSON.parse(text) as { count: number }).count;
      if (count >= entries) break;
    }
  } finally {
    clearTimeout(tooLong);
    listening.close();
    gateway.close();
    client.close();
  }
  return seen;
}
