import { dictionary } from '../../../shared/dictionary';

/** What a buyer does with an invoice: its use for tax, and its booking. */
export const texts = dictionary(
  {
    axes: { use: '用途（抵扣）', booking: '入账' },
    ask: (act: string) => `${act}？`,
    done: '已登记，状态已更新',
    events: {
      select: { act: '勾选抵扣', hint: '勾选后，销售方红冲须经本企业确认。' },
      unselect: { act: '取消勾选', hint: '发票回到未勾选。' },
      deduct: { act: '确认抵扣', hint: '已勾选的发票记为已抵扣。' },
      'roll-back': { act: '撤回抵扣', hint: '发票回到未勾选；已申报的税款另行更正。' },
      book: { act: '开始入账', hint: '先记为入账中，再登记结果。入账期间，销售方红冲须经本企业确认。' },
      'booked-deductible': { act: '入账：企业所得税税前扣除（02）', hint: '入账结果代码 02。' },
      'booked-not-deductible': { act: '入账：企业所得税不扣除（03）', hint: '入账结果代码 03。' },
      'booked-person': { act: '入账：个人所得税税前扣除（04）', hint: '入账结果代码 04。' },
      'booked-person-not-deductible': { act: '入账：个人所得税不扣除（05）', hint: '入账结果代码 05。' },
      'booking-failed': { act: '入账失败', hint: '可以重新入账。' },
      undo: { act: '撤销入账', hint: '先记为撤销入账中，再登记结果。' },
      undone: { act: '已撤销入账（06）', hint: '入账结果代码 06；可以重新入账。' },
      'undo-failed': { act: '撤销入账失败', hint: '入账仍然有效，可以再次撤销。' },
    },
  },
  {
    axes: { use: 'Tax use', booking: 'Booking' },
    ask: (act: string) => `${act}?`,
    done: 'Recorded; the status is new',
    events: {
      select: { act: 'Select for deduction', hint: 'From then on a red letter of the seller needs this company’s word.' },
      unselect: { act: 'Take the selection back', hint: 'The invoice is not selected again.' },
      deduct: { act: 'Deduct', hint: 'The selected invoice stands as deducted.' },
      'roll-back': {
        act: 'Roll the deduction back',
        hint: 'The invoice is not selected again; what was declared is corrected elsewhere.',
      },
      book: {
        act: 'Begin to book',
        hint: 'It stands as being booked until you record the outcome. Meanwhile a red letter needs this company’s word.',
      },
      'booked-deductible': { act: 'Booked 02: company tax, deductible', hint: 'Outcome 02: deductible from company income tax.' },
      'booked-not-deductible': {
        act: 'Booked 03: company tax, not deductible',
        hint: 'Outcome 03: not deductible from company income tax.',
      },
      'booked-person': { act: 'Booked 04: personal tax, deductible', hint: 'Outcome 04: deductible from personal income tax.' },
      'booked-person-not-deductible': {
        act: 'Booked 05: personal tax, not deductible',
        hint: 'Outcome 05: not deductible from personal income tax.',
      },
      'booking-failed': { act: 'Booking failed', hint: 'It can be booked again.' },
      undo: { act: 'Undo the booking', hint: 'It stands as being undone until you record the outcome.' },
      undone: { act: 'Booking undone (06)', hint: 'Code 06 of the outcomes; it can be booked again.' },
      'undo-failed': { act: 'Undoing failed', hint: 'The booking still stands; it can be undone again.' },
    },
  },
);
