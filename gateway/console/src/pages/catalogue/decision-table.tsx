import { decideSharing, type DataClass, type DataGrade, type GrantRight, type Role } from '@lianpiao/chaincode/domain';
import { Form, Typography } from 'antd';
import type { ReactElement } from 'react';
import { useTexts } from '../../shared/dictionary';
import { texts } from './texts';

/** One role for each kind of asker that the table knows. */
const KINDS: readonly Extract<Role, 'auditor' | 'consumer' | 'provider'>[] = ['provider', 'consumer', 'auditor'];
const RIGHTS: readonly GrantRight[] = ['use', 'operate'];

/** Who may get data of the class and grade that the form around it holds: the ledger's own table. */
export function DecisionTable(): ReactElement | null {
  const { decision: t } = useTexts(texts);
  const dataClass = Form.useWatch('class') as DataClass | undefined;
  const grade = Form.useWatch('grade') as DataGrade | undefined;
  if (dataClass === undefined || grade === undefined) return null;
  return (
    <table className="decision-table gap-below">
      <caption>
        <Typography.Text type="secondary">{t.caption}</Typography.Text>
      </caption>
      <thead>
        <tr>
          <th scope="col">{t.who}</th>
          {RIGHTS.map((right) => (
            <th key={right} scope="col">
              {t.rights[right]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {KINDS.map((kind) => (
          <tr key={kind}>
            <th scope="row">{t.kinds[kind]}</th>
            {RIGHTS.map((right) => (
              <td key={right}>{t.decisions[decideSharing({ grade, class: dataClass }, kind, right)]}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
