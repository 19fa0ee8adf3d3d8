import { PrinterOutlined } from '@ant-design/icons';
import { Button, Flex, Modal } from 'antd';
import type { ReactElement } from 'react';
import { useTexts } from '../../../shared/dictionary';
import { ReceiptView } from './receipt-view';
import { texts } from './texts';
import type { Sale } from './use-till';

interface ReceiptDialogProps {
  readonly sale: Sale;
  readonly seller: string;
  readonly tookMs?: number;
  readonly onClose: () => void;
}

/** The receipt on the screen, to be printed or scanned from there. Enter goes on. */
export function ReceiptDialog({ sale, seller, tookMs, onClose }: ReceiptDialogProps): ReactElement {
  const { receipt: t } = useTexts(texts);
  return (
    <Modal open title={t.title} onCancel={onClose} footer={null} width={420}>
      <ReceiptView sale={sale} seller={seller} />
      <Flex gap={10}>
        <Button size="large" block icon={<PrinterOutlined />} onClick={() => window.print()}>
          {t.print}
        </Button>
        <Button size="large" block type="primary" autoFocus onClick={onClose}>
          {t.next}
        </Button>
      </Flex>
      {tookMs !== undefined && (
        <p className="receipt-took" data-took={tookMs}>
          {t.took(tookMs)}
        </p>
      )}
    </Modal>
  );
}
