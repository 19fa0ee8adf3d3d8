/** Words for the codes of a booking (入账) that an invoice can have: rules of the platform for electronic invoices, codes 02 to 06. */
export const texts = {
  zh: {
    '02': '已入账（企业所得税税前扣除）',
    '03': '已入账（企业所得税不扣除）',
    '04': '已入账（个人所得税税前扣除）',
    '05': '已入账（个人所得税不扣除）',
    '06': '已撤销入账',
  },
  en: {
    '02': 'booked, deductible from company income tax',
    '03': 'booked, not deductible from company income tax',
    '04': 'booked, deductible from personal income tax',
    '05': 'booked, not deductible from personal income tax',
    '06': 'booking undone',
  },
};
