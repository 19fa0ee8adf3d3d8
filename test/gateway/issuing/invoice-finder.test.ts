import { InvoiceFinder } from '../../../gateway/src/issuing/invoice-finder';
import { embeddedShop, saleRequest, type EmbeddedShop } from '../../support/embedded';

describe('finding an invoice by its number', () => {
  let shop: EmbeddedShop;
  let number: string;
  beforeEach(async () => {
    shop = await embeddedShop();
    const [sold] = await shop.issue([saleRequest(1)]);
    number = (JSON.parse((sold as { answer: string }).answer) as { number: string }).number;
  });
  afterEach(() => {
    jest.restoreAllMocks();
    shop.remove();
  });

  it('finds it before it is indexed and after', () => {
    const finder = new InvoiceFinder(shop);
    expect(finder.find(number)?.number).toBe(number);
    shop.follow();
    expect(finder.find(number)?.number).toBe(number);
    expect(finder.find('26440000000000000999')).toBeUndefined();
  });

  it('finds it when it is indexed between the look into the index and the look into the ledger', () => {
    jest.spyOn(shop.index, 'byNumber').mockImplementationOnce(() => {
      shop.follow();
      return undefined;
    });
    expect(new InvoiceFinder(shop).find(number)?.number).toBe(number);
  });
});
