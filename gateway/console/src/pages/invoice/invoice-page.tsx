import { ArrowLeftOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Card, Descriptions, Flex, Tag, Typography } from 'antd';
import type { ReactElement } from 'react';
import { useNavigate, useParams } from 'react-router';
import { DataTable } from '../../app/data-table';
import type { Bundle, InvoiceDetail, Role } from '../../api/answers';
import { answerOf, api } from '../../api/client';
import { ApiProblem } from '../../api/problem';
import { Page } from '../../app/page';
import { useSession } from '../../app/session';
import { Reading } from '../../app/states';
import { useTexts } from '../../shared/dictionary';
import { formatMoney, formatRate, formatTime } from '../../shared/format';
import { RequestForm } from '../life/request-form';
import { StatusCard } from '../life/status-card';
import { History } from './history';
import { Papers } from './papers';
import { ProofCard } from './proof-card';
import { texts } from './texts';
import { buyerOf, linesOf, type Line, type Party } from './types';

/** One invoice: what it says, what happened to it, and its proof. */
export default function InvoicePage(): ReactElement {
  const t = useTexts(texts).detail;
  const navigate = useNavigate();
  const { number = '' } = useParams();
  const params = { path: { number } };
  const invoice = useQuery({
    queryKey: ['invoice', number],
    queryFn: ({ signal }) => answerOf(api.GET('/v1/invoices/{number}', { params, signal })),
  });
  const back = (
    <Button icon={<ArrowLeftOutlined />} onClick={() => void navigate(-1)}>
      {t.back}
    </Button>
  );
  return (
    <Page title={t.title(number)} extra={back}>
      <Reading query={invoice}>{(found) => <Invoice invoice={found} />}</Reading>
    </Page>
  );
}

/** The proof; undefined while the log has not sealed it, or when there is no content any more to disclose. */
async function readBundle(number: string, signal: AbortSignal): Promise<Bundle | null> {
  try {
    return await answerOf(api.GET('/v1/invoices/{number}/proof', { params: { path: { number } }, signal }));
  } catch (error) {
    if (error instanceof ApiProblem && ['PROOF_PENDING', 'INVOICE_ERASED'].includes(error.problem.code)) return null;
    throw error;
  }
}

function Invoice({ invoice }: { readonly invoice: InvoiceDetail }): ReactElement {
  const t = useTexts(texts);
  const { number, content } = invoice;
  const events = useQuery({
    queryKey: ['events', number],
    queryFn: ({ signal }) => answerOf(api.GET('/v1/invoices/{number}/events', { params: { path: { number } }, signal })),
  });
  const bundle = useQuery({ queryKey: ['proof', number], queryFn: ({ signal }) => readBundle(number, signal) });
  const { header } = content ?? {};
  return (
    <>
      {content === null ? (
        <Card>{t.detail.erasedHint}</Card>
      ) : (
        <>
          <Facts invoice={invoice} />
          <Lines lines={linesOf(content)} currency={invoice.currency} />
        </>
      )}
      <div className="grid-charts">
        <StatusCard number={number} seller={invoice.seller} currency={invoice.currency} />
        <Card title={t.detail.history}>
          <Reading query={events}>
            {({ items }) => <History events={items} soldAt={header?.soldAt} bundle={bundle.data ?? undefined} />}
          </Reading>
        </Card>
        {bundle.data && <ProofCard number={number} bundle={bundle.data} />}
      </div>
    </>
  );
}

/** Who may ask for a red letter. */
const ASKING: readonly Role[] = ['company', 'merchant', 'platform'];

function Facts({ invoice }: { readonly invoice: InvoiceDetail }): ReactElement | null {
  const t = useTexts(texts);
  const { role } = useSession();
  const { content, currency, test } = invoice;
  if (content === null) return null;
  const buyer = buyerOf(content);
  const { totals, header, orderReference } = content;
  const note = content['note'];
  return (
    <Card>
      <Flex justify="space-between" align="start" wrap gap={16} className="gap-below">
        <Flex gap={8} wrap>
          <Tag color="processing">{t.detail.kinds[header.kind]}</Tag>
          {test && <Tag color="warning">{t.test}</Tag>}
        </Flex>
        <Typography.Text className="gross number">{formatMoney(totals.gross, currency)}</Typography.Text>
      </Flex>
      <Descriptions
        column={{ xs: 1, sm: 1, md: 2 }}
        size="small"
        items={[
          { key: 'seller', label: t.seller, children: <PartyText party={content.seller} /> },
          { key: 'buyer', label: t.buyer, children: buyer === undefined ? t.noBuyer : <PartyText party={buyer} /> },
          { key: 'date', label: t.date, children: <span className="number">{formatTime(invoice.issuedAt)}</span> },
          { key: 'till', label: t.till, children: invoice.till },
          { key: 'net', label: t.detail.net, children: formatMoney(totals.net, currency) },
          { key: 'tax', label: t.detail.tax, children: formatMoney(totals.tax, currency) },
          { key: 'reference', label: t.detail.reference, children: orderReference },
          { key: 'sequence', label: t.detail.sequence, children: invoice.sequence },
          ...(typeof note === 'string' ? [{ key: 'note', label: t.detail.note, children: note }] : []),
        ]}
      />
      <Papers number={invoice.number} profile={header.profile} />
      {ASKING.includes(role) && header.corrects === undefined && (
        <div className="gap-above">
          <RequestForm number={invoice.number} lines={linesOf(content)} currency={currency} />
        </div>
      )}
    </Card>
  );
}

function PartyText({ party }: { readonly party: Party }): ReactElement {
  return (
    <span className="breaks">
      {party.name}
      {party.taxId !== undefined && (
        <>
          <br />
          <Typography.Text type="secondary">{party.taxId}</Typography.Text>
        </>
      )}
    </span>
  );
}

function Lines({ lines, currency }: { readonly lines: readonly Line[]; readonly currency: string }): ReactElement {
  const t = useTexts(texts).detail;
  const rateOf = ({ rate, taxCategory }: Line): string =>
    rate === undefined ? ((t.rates as Readonly<Record<string, string>>)[taxCategory] ?? '—') : formatRate(rate);
  return (
    <Card title={t.lines}>
      <DataTable<Line & { readonly place: number }>
        rowKey="place"
        size="small"
        pagination={lines.length > 50 ? { pageSize: 50 } : false}
        dataSource={lines.map((line, place) => ({ ...line, place }))}
        columns={[
          { title: t.item, dataIndex: 'name' },
          { title: t.specification, dataIndex: 'specification' },
          { title: t.unit, dataIndex: 'unit' },
          { title: t.quantity, dataIndex: 'quantity', className: 'amount', align: 'end' },
          { title: t.unitPrice, dataIndex: 'unitPrice', className: 'amount', align: 'end' },
          { title: t.net, className: 'amount', align: 'end', render: (_, { net }) => formatMoney(net, currency) },
          { title: t.rate, className: 'amount', align: 'end', render: (_, line) => rateOf(line) },
          {
            title: t.tax,
            className: 'amount',
            align: 'end',
            render: (_, { tax }) => (tax === undefined ? '—' : formatMoney(tax, currency)),
          },
        ]}
      />
    </Card>
  );
}
