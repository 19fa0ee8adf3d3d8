import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Redis from 'ioredis';
import { SharedCounts } from '../../../gateway/src/middleware/shared-counts';
import { services } from '../../support/system';

describe('counts that several gateways share', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lianpiao-counts-'));
  const connections: Redis[] = [];
  let service: Awaited<ReturnType<typeof services.startRedis>>;

  beforeAll(async () => {
    service = await services.startRedis({ folder, port: await services.freePort() });
  });
  afterAll(async () => {
    for (const connection of connections) connection.disconnect();
    await service.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('tell each of many hits at once its own place', async () => {
    const gateways = [1, 2].map(() => {
      const redis = new Redis(service.url, { enableAutoPipelining: true });
      connections.push(redis);
      return new SharedCounts(redis, 'test:', 3_600_000);
    });
    const hits = await Promise.all(Array.from({ length: 60 }, (_, index) => gateways[index % 2]!.count('code')));
    const places = hits.map((each) => each.hits).sort((left, right) => left - right);
    expect(places).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
  });
});
