import { appendFileSync, cpSync, rmSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runFabric } from '../../support/fabric-network';
import { services, type TestSystem } from '../../support/system';
import type { Random } from '../schedule';

/** What a fault is done to. */
export interface Scene {
  readonly network: string;
  readonly system: TestSystem;
  readonly random: Random;
  /** How long a peer is away. */
  readonly awayMs: number;
}

export interface Injury {
  readonly what: string;
  /** Breaks it. */
  hurt(scene: Scene): Promise<void>;
  /** How long it is left alone. */
  awayMs(scene: Scene): number;
  /** Brings it back. */
  mend(scene: Scene): Promise<void>;
}

const GATEWAY_KILLS = 5;
/** A restarted gateway serves for at most so long until it is killed again. */
const LIFE_MS = 1500;
const ORDERER_AWAY_MS = 12_000;
const SHORT_MS = 5000;
const ROOT = resolve(__dirname, '../../..');

async function up({ network }: Scene): Promise<void> {
  await runFabric(network, 'up');
}

async function kill({ network }: Scene, name: string): Promise<void> {
  await runFabric(network, 'stop', name, '--kill');
}

/** Ends a process without warning, and starts it again. */
function killed(what: string, name: string, awayMs: Injury['awayMs'] = () => SHORT_MS): Injury {
  return { what, hurt: (scene) => kill(scene, name), awayMs, mend: up };
}

/** Loses all that a peer had. */
function wiped(what: string, name: string): Injury {
  const hurt = async (scene: Scene): Promise<void> => {
    await kill(scene, name);
    rmSync(join(scene.network, 'nodes', name, 'state'), { recursive: true });
  };
  return { what, hurt, awayMs: () => SHORT_MS, mend: up };
}

/** A chaincode of the same rules and another id goes through the whole life cycle, and then the first one again. */
const upgrade: Injury = {
  what: 'the chaincode is upgraded to the next sequence, and to the one after it',
  async hurt({ network }) {
    const other = join(network, 'other-chaincode');
    for (const part of ['dist', 'package.json']) cpSync(join(ROOT, 'chaincode', part), join(other, part), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(other, 'node_modules'));
    appendFileSync(join(other, 'dist/index.js'), '\n// the next version\n');
    await runFabric(network, 'up', '--chaincode', other);
  },
  awayMs: () => SHORT_MS,
  mend: up,
};

/** The orderer whose metrics say that it leads. */
async function leaderOf(network: string): Promise<string> {
  const line = (await runFabric(network, 'status')).split('\n').find((text) => text.endsWith(' leader'));
  if (line === undefined) throw new Error('no orderer leads');
  return line.split(/ +/)[0]!;
}

const leader: Injury = {
  what: 'the leading orderer is killed',
  hurt: async (scene) => kill(scene, await leaderOf(scene.network)),
  awayMs: () => ORDERER_AWAY_MS,
  mend: up,
};

const gateway: Injury = {
  what: `the gateway (client and follower) is killed ${String(GATEWAY_KILLS)} times`,
  async hurt({ system, random }) {
    for (let killing = 0; killing < GATEWAY_KILLS; killing += 1) {
      if (killing > 0) await startGateway(system);
      await new Promise((resolve) => setTimeout(resolve, random() * LIFE_MS));
      await system.gateway.kill();
    }
  },
  awayMs: () => 0,
  mend: ({ system }) => startGateway(system),
};

async function startGateway(system: TestSystem): Promise<void> {
  const port = Number(new URL(system.url).port);
  system.gateway = await services.startGateway({ env: system.env, port, log: join(system.folder, 'gateway.log') });
}

/** The gateway under test is connected to the bureau's peer. */
export const INJURIES: readonly Injury[] = [
  leader,
  killed('the sellers’ peer is stopped', 'peer-merchants', ({ awayMs }) => awayMs),
  killed('the peer that the gateway is connected to is killed', 'peer-taxbureau', ({ awayMs }) => awayMs),
  killed('the chaincode process of the sellers is killed', 'chaincode-merchants'),
  killed('the chaincode process of the bureau is killed', 'chaincode-taxbureau'),
  upgrade,
  gateway,
  wiped('the disk of the sellers’ peer is lost', 'peer-merchants'),
  wiped('the disk of the peer that the gateway is connected to is lost', 'peer-taxbureau'),
];
