import { strictest, type Handling } from '../../../gateway/src/access/handling';

const masked = (masks: Handling['masks']): Handling => ({ level: 'masked', masks, marked: false });

describe('the handling of a grant and of those above it', () => {
  it('is the strictest: every mask, of two the upper one, and hidden whoever says it', () => {
    const [below, above] = [
      masked({ name: 'hidden', day: 'month', ward: 'first' }),
      masked({ name: 'first', ward: 'pseudonym' }),
    ];
    expect(strictest([below, above])).toEqual(masked({ name: 'hidden', day: 'month', ward: 'pseudonym' }));
    expect(strictest([above, below]).masks).toEqual({ name: 'hidden', day: 'month', ward: 'first' });
  });
  it('has the coarsest level and the mark of any of them', () => {
    const raw: Handling = { level: 'raw', masks: {}, marked: true };
    const aggregate: Handling = { level: 'aggregate', masks: {}, marked: false };
    expect(strictest([raw, aggregate])).toEqual({ level: 'aggregate', masks: {}, marked: true });
  });
});
