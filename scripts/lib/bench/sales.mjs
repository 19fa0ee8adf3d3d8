/** Realistic invoice requests: 1 to 8 lines, about 600 bytes, seeded, so that every run sends the same. */

const GOODS = [
  ['*谷物*大米', '1010101010000000000', '袋', 0.09],
  ['*餐饮服务*餐费', '3070401000000000000', '项', 0.06],
  ['*日用杂品*毛巾', '1060201990000000000', '条', 0.13],
  ['*纸制品*复印纸', '1060105040000000000', '包', 0.13],
  ['*软饮料*茶饮料', '1030307010000000000', '瓶', 0.13],
];

/** A small, seeded generator of numbers in [0, 1): mulberry32. */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const yuan = (fen) => (fen / 100).toFixed(2);

/** One sale as a request; most are small, as at a till. */
export function sale(next, till, orderReference) {
  const lines = [];
  let [net, tax] = [0, 0];
  const count = next() < 0.8 ? 1 + Math.floor(next() * 2) : 3 + Math.floor(next() * 6);
  for (let index = 0; index < count; index += 1) {
    const [name, classification, unit, rate] = GOODS[Math.floor(next() * GOODS.length)];
    const quantity = 1 + Math.floor(next() * 9);
    const price = 100 + Math.floor(next() * 20_000);
    const lineNet = quantity * price;
    const lineTax = Math.round(lineNet * rate);
    net += lineNet;
    tax += lineTax;
    lines.push({
      name,
      classification,
      unit,
      quantity: String(quantity),
      unitPrice: yuan(price),
      net: yuan(lineNet),
      rate: String(rate),
      tax: yuan(lineTax),
    });
  }
  const buyer = next() < 0.5 ? { buyer: { name: '样例科技有限公司', taxId: '91310000MA11EFGH23' } } : {};
  return JSON.stringify({
    till,
    orderReference,
    ...buyer,
    lines,
    totals: { net: yuan(net), tax: yuan(tax), gross: yuan(net + tax) },
  });
}
