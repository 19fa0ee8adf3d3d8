import { Recent } from '../../../gateway/src/stores/recent';

describe('what was used lately', () => {
  it('is remembered, and forgotten when two generations have passed without it', () => {
    const recent = new Recent<number>(2, 60_000);
    recent.set('a', 1);
    recent.set('b', 2);
    expect(recent.get('a')).toBe(1);
    recent.set('c', 3);
    recent.set('d', 4);
    expect(recent.get('a')).toBeUndefined();
    expect(recent.get('d')).toBe(4);
  });

  it('is forgotten after twice its time, used or not, unless it is set again', () => {
    jest.useFakeTimers({ now: 0 });
    const recent = new Recent<number>(100, 1000);
    recent.set('a', 1);
    jest.advanceTimersByTime(1001);
    expect(recent.get('a')).toBe(1);
    jest.advanceTimersByTime(1001);
    expect(recent.get('a')).toBeUndefined();
    jest.useRealTimers();
  });
});
