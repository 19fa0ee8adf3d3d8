// The channel's first block: who takes part, who orders, which policies hold.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stringify } from 'yaml';
import { addressOf, CHANNEL, ORDERERS, PEERS, places } from './plan.mjs';
import { run } from './run.mjs';

const PROFILE = 'Lianpiao';

/** Makes the block unless it is there. */
export async function makeGenesisBlock(plan, binaries) {
  const block = places.genesisBlock(plan.folder);
  if (existsSync(block)) return;
  const configPath = path.dirname(block);
  mkdirSync(configPath, { recursive: true, mode: 0o700 });
  writeFileSync(path.join(configPath, 'configtx.yaml'), stringify(configtx(plan), { aliasDuplicateObjects: false }));
  await run(path.join(binaries, 'configtxgen'), [
    '-configPath',
    configPath,
    '-profile',
    PROFILE,
    '-channelID',
    CHANNEL,
    '-outputBlock',
    block,
  ]);
}

function configtx(plan) {
  const ordererEndpoints = plan.orderers.map(addressOf);
  const orderers = organisation(plan.folder, ORDERERS, { OrdererEndpoints: ordererEndpoints });
  const peers = PEERS.map((mspId) => {
    const { host, port } = plan.peers.find((peer) => peer.mspId === mspId);
    return organisation(plan.folder, mspId, { AnchorPeers: [{ Host: host, Port: port }] });
  });
  const channel = { Policies: groupPolicies(), Capabilities: { V2_0: true } };
  const profile = { ...channel, Orderer: ordering(plan, orderers), Application: application(peers) };
  return { Profiles: { [PROFILE]: profile } };
}

function organisation(folder, mspId, more) {
  return {
    Name: mspId,
    ID: mspId,
    MSPDir: path.join(places.organisation(folder, mspId), 'msp'),
    Policies: {
      Readers: signature(mspId, 'admin', 'peer', 'client', 'orderer'),
      Writers: signature(mspId, 'admin', 'client', 'orderer'),
      Admins: signature(mspId, 'admin'),
      Endorsement: signature(mspId, 'peer'),
    },
    ...more,
  };
}

function ordering(plan, organisation) {
  return {
    OrdererType: 'etcdraft',
    BatchTimeout: '150ms',
    BatchSize: { MaxMessageCount: 500, AbsoluteMaxBytes: '10 MB', PreferredMaxBytes: '2 MB' },
    EtcdRaft: {
      Consenters: plan.orderers.map(({ name, host, port }) => {
        const certificate = path.join(places.node(plan.folder, name), 'tls/cert.pem');
        return { Host: host, Port: port, ClientTLSCert: certificate, ServerTLSCert: certificate };
      }),
      // Half of Fabric's 500 ms: a dead leader is replaced after 2.5 to 5 s.
      Options: { TickInterval: '250ms', ElectionTick: 10, HeartbeatTick: 1, MaxInflightBlocks: 5, SnapshotIntervalSize: '16 MB' },
    },
    Organizations: [organisation],
    Policies: { ...groupPolicies(), BlockValidation: implicit('ANY Writers') },
    Capabilities: { V2_0: true },
  };
}

function application(organisations) {
  return {
    Organizations: organisations,
    Policies: {
      ...groupPolicies(),
      LifecycleEndorsement: implicit('MAJORITY Endorsement'),
      Endorsement: implicit('MAJORITY Endorsement'),
    },
    Capabilities: { V2_5: true },
  };
}

function groupPolicies() {
  return { Readers: implicit('ANY Readers'), Writers: implicit('ANY Writers'), Admins: implicit('MAJORITY Admins') };
}

function implicit(rule) {
  return { Type: 'ImplicitMeta', Rule: rule };
}

function signature(mspId, ...units) {
  return { Type: 'Signature', Rule: `OR(${units.map((unit) => `'${mspId}.${unit}'`).join(', ')})` };
}
