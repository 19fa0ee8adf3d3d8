import type { DataClass, DataGrade } from '@lianpiao/chaincode/domain';
import { App, Form, Typography } from 'antd';
import { useState, type ReactElement } from 'react';
import { answerOf, api } from '../../api/client';
import { FormDrawer } from '../../app/form-drawer';
import { FormEnd } from '../../app/form-end';
import { ReasonField } from '../../app/reason-field';
import { texts as app } from '../../app/texts';
import { useAct } from '../../app/use-act';
import { useTexts } from '../../shared/dictionary';
import type { EntryDetail } from '../directory/types';
import { GradeFields } from './grade-fields';
import { texts } from './texts';

interface Regrading {
  readonly class: DataClass;
  readonly grade: DataGrade;
  readonly reason: string;
}

/** Endorses another class and grade of an entry, for its owner and the bureau. */
export function RegradeButton({ entry }: { readonly entry: EntryDetail }): ReactElement {
  const { regrade: t } = useTexts(texts);
  return (
    <FormDrawer label={t.open} type="default">
      {(close) => <Fields shown={entry} onClose={close} />}
    </FormDrawer>
  );
}

function Fields({ shown, onClose }: { readonly shown: EntryDetail; readonly onClose: () => void }): ReactElement {
  const { regrade: t } = useTexts(texts);
  const { act: ends } = useTexts(app);
  const { message } = App.useApp();
  const [{ entry, version, grade, class: dataClass, loosening }] = useState(shown);
  const act = useAct(
    ({ reason, ...to }: Regrading) => {
      const body = { ...to, version, reason: reason.trim() };
      return answerOf(api.POST('/v1/catalogue/entries/{entry}/grade', { params: { path: { entry } }, body }));
    },
    () => {
      void message.success(t.done);
      onClose();
    },
  );
  const initial = loosening === null ? { grade, class: dataClass } : { grade: loosening.grade, class: loosening.class };
  return (
    <Form<Regrading> layout="vertical" onFinish={act.run} initialValues={initial}>
      <Typography.Paragraph type="secondary">{t.hint}</Typography.Paragraph>
      <GradeFields />
      <ReasonField />
      <FormEnd act={act} submit={t.submit} cancel={ends.cancel} onCancel={onClose} />
    </Form>
  );
}
