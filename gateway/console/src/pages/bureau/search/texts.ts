import { dictionary } from '../../../shared/dictionary';

export const texts = dictionary(
  { title: '发票检索', lead: '在全部发票中检索，最新的在前。每次只查一段，结果随查随出。' },
  { title: 'Search', lead: 'Over all invoices, newest first. A part is searched at a time, and what is found is shown at once.' },
);
