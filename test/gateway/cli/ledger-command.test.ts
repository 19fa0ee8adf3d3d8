import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SqliteDatabase } from '../../../gateway/src/stores/sqlite-driver';
import { cli } from '../../support/cli';
import { answerOf, embeddedShop, saleRequest, type EmbeddedShop } from '../../support/embedded';

let shop: EmbeddedShop;

beforeAll(async () => {
  shop = await embeddedShop();
  for (const outcome of await shop.issue([1, 2, 3].map((i) => saleRequest(i)))) answerOf(outcome);
  shop.follow();
});

afterAll(() => {
  shop.remove();
});

describe('lianpiao ledger verify', () => {
  it('tells in both languages that all is well', async () => {
    const { code, out, err } = await cli('ledger', 'verify', '--data', shop.folder);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^OK 账本完好\n {2}10 entries in \d+ blocks replayed/);
    for (const part of ['blocks 区块', 'state 状态', 'payloads 发票内容', 'index 检索索引', 'log 透明日志'])
      expect(out).toContain(`+ ${part}`);
  });

  it('prints one JSON object', async () => {
    const { out } = await cli('ledger', 'verify', '--data', shop.folder, '--json', '--quick');
    expect(JSON.parse(out)).toMatchObject({ result: 'ok', entries: 10 });
    expect(out.trim().split('\n')).toHaveLength(1);
  });

  it('cannot tell without a ledger', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'lianpiao-empty-'));
    const { code, err } = await cli('ledger', 'verify', '--data', empty);
    expect([code, err.split(':')[0]]).toEqual([2, 'NOT_FOUND']);
    rmSync(empty, { recursive: true });
  });

  it('names the bad record, the cause and the repair', async () => {
    const database = new SqliteDatabase(join(shop.folder, 'index.db'));
    database.exec(`UPDATE invoices SET gross = '9.99' WHERE sequence = 8`);
    database.close();
    const { code, out } = await cli('ledger', 'verify', '--data', shop.folder);
    expect(code).toBe(1);
    expect(out).toMatch(/^BAD 账本有误/);
    expect(out).toMatch(
      /x index[^\n]*\n {4}first bad record 首个错误: block \d+, sequence 8, number \d{20} {2}index-row-differs: column gross\n/,
    );
    expect(out).toContain('delete index.db');
    expect(out).toContain('可重建');
  });
});
