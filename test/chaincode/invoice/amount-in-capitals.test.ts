import { amountInCapitals, sameCapitals } from '@lianpiao/chaincode/domain';

describe('amounts in capitals', () => {
  it.each([
    ['0.00', '零元整'],
    ['0', '零元整'],
    ['1', '壹元整'],
    ['10.00', '壹拾元整'],
    ['12.5', '壹拾贰元伍角整'],
    ['0.50', '伍角整'],
    ['0.05', '伍分'],
    ['100.00', '壹佰元整'],
    ['1409.50', '壹仟肆佰零玖元伍角整'],
    ['6007.14', '陆仟零柒元壹角肆分'],
    ['1680.32', '壹仟陆佰捌拾元零叁角贰分'],
    ['107000.53', '壹拾万柒仟元零伍角叁分'],
    ['16409.02', '壹万陆仟肆佰零玖元零贰分'],
    ['325.04', '叁佰贰拾伍元零肆分'],
    ['1000000', '壹佰万元整'],
    ['100000000', '壹亿元整'],
    ['100000001', '壹亿零壹元整'],
    ['100500000', '壹亿零伍拾万元整'],
    ['1000000000000', '壹万亿元整'],
    ['9999999999999999.99', '玖仟玖佰玖拾玖万玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分'],
    ['-500.00', '（负数）伍佰元整'],
  ])('%s is %s', (amount, capitals) => {
    expect(amountInCapitals(amount)).toBe(capitals);
    expect(sameCapitals(capitals, amount)).toBe(true);
  });

  it.each([
    ['壹拾万零柒仟元伍角叁分', '107000.53'],
    ['壹仟肆佰零玖圆伍角', '1409.50'],
    ['人民币壹仟肆佰零玖圆伍角正', '1409.50'],
    ['貳萬零叁拾圓零伍分', '20030.05'],
    ['(负数)伍佰圆整', '-500'],
    ['负伍佰圆整', '-500'],
    ['零元伍角', '0.50'],
    ['零元零壹分', '0.01'],
  ])('%s may stand for %s', (text, amount) => {
    expect(sameCapitals(text, amount)).toBe(true);
  });

  it.each([
    ['壹元', '1.00'],
    ['壹佰贰拾元整', '102.00'],
    ['伍佰圆整', '-500.00'],
    ['（负数）伍佰圆整', '500.00'],
    ['壹佰零元整', '100.00'],
    ['壹万陆仟肆佰零玖元贰分', '16409.02'],
    ['伍分整', '0.05'],
    ['', '1.00'],
    ['.*', '1.00'],
  ])('"%s" does not stand for %s', (text, amount) => {
    expect(sameCapitals(text, amount)).toBe(false);
  });

  it('gives every amount a spelling of its own', () => {
    const seen = new Set<string>();
    for (let hundredths = 0; hundredths < 30_000; hundredths += 7) {
      const amount = `${String(Math.floor(hundredths / 100))}.${String(hundredths % 100).padStart(2, '0')}`;
      const capitals = amountInCapitals(amount);
      expect(sameCapitals(capitals, amount)).toBe(true);
      seen.add(capitals);
    }
    expect(seen.size).toBe(Math.ceil(30_000 / 7));
  });

  it.each(['1.234', 'x', '10000000000000000', '-0'])('refuses %s', (amount) => {
    expect(() => amountInCapitals(amount)).toThrow('MONEY_MALFORMED');
  });
});
