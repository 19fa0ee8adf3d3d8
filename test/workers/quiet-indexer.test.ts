import { QuietIndexer } from '../../workers/src/indexing/index-when-quiet';
import { embeddedShop, saleRequest, type EmbeddedShop } from '../support/embedded';

type Parts = ConstructorParameters<typeof QuietIndexer>;

describe('the indexer', () => {
  let shop: EmbeddedShop;
  beforeEach(async () => {
    shop = await embeddedShop();
  });
  afterEach(() => {
    shop.remove();
  });

  const issue = (from: number, count: number): Promise<unknown> =>
    shop.issue(Array.from({ length: count }, (_, index) => saleRequest(from + index)));

  it('takes in what is new at ordinary rates, waits in a burst, and catches up after it', async () => {
    const indexer = new QuietIndexer(...([shop.ledger, shop.payloads, shop.index] as unknown as Parts));
    const registered = shop.ledger.length();
    await issue(0, 100);
    expect(indexer.look()).toBe(registered + 100);
    await issue(100, 2000);
    expect(indexer.look()).toBe(0);
    expect(indexer.look()).toBe(2000);
    expect(shop.index.height()).toBe(shop.ledger.length());
  });
});
