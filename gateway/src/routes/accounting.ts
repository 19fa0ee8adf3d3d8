import { chinaDate } from '@lianpiao/chaincode/domain';
import { Router, type Request } from 'express';
import { writeAccountingXbrl } from '../documents/write-accounting-xbrl';
import type { Gateway } from '../gateway';
import { accountingFields, type AccountingFields } from '../life/accounting-fields';
import { requirePrincipal } from '../middleware/authenticate';
import { parseWith } from '../middleware/parse';
import { accountingRequest } from './life-schemas';
import { requireHeld } from './reimbursements';

/** What a claimed invoice is booked with, as 电子凭证会计数据标准 names it: JSON, or an XBRL instance. */
export function accountingRoutes(gateway: Gateway): Router {
  const router = Router();
  const { ledger, registry, clock } = gateway;
  const { opener } = gateway.life;

  const fieldsOf = (request: Request<{ id: string }>): AccountingFields => {
    const principal = requirePrincipal(request, 'claim.hold');
    const { id } = request.params;
    const asked = parseWith(accountingRequest, request.body);
    requireHeld(gateway, principal, id);
    return accountingFields({ ledger, opener, registry, clock }, principal.organisation, { claim: id, ...asked });
  };

  router.post('/v1/claims/:id/accounting', (request, response) => {
    response.json(fieldsOf(request));
  });

  router.post('/v1/claims/:id/accounting/xbrl', (request, response) => {
    const fields = fieldsOf(request);
    const { currency } = opener.find(fields.InvoiceNumber);
    response.setHeader('Content-Disposition', `attachment; filename="${fields.InvoiceNumber}.xbrl"`);
    response.type('application/xml').send(Buffer.from(writeAccountingXbrl(fields, currency, chinaDate(clock()))));
  });

  return router;
}
