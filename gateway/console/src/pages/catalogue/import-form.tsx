import { Alert, Form, Input, Select, Typography } from 'antd';
import { OPENNESS, SECTORS } from '@lianpiao/chaincode/domain';
import { useState, type ReactElement } from 'react';
import { FormDrawer } from '../../app/form-drawer';
import { FormEnd } from '../../app/form-end';
import { ReasonField } from '../../app/reason-field';
import { Reading } from '../../app/states';
import { texts as app } from '../../app/texts';
import { useAct } from '../../app/use-act';
import { useLanguage, useTexts } from '../../shared/dictionary';
import { texts as words } from '../directory/facets/texts';
import { COLUMNS } from './entry-csv';
import { BLANK, type EntryDraft } from './entry-draft';
import { GradeFields } from './grade-fields';
import { importDcat } from './import-dcat';
import { ImportOutcome } from './import-outcome';
import { importRows, type Outcome } from './import-rows';
import { readImport, type ImportFile } from './read-import';
import { TagFields } from './tag-fields';
import { texts } from './texts';
import { useOwnDuties, type Duty } from './use-duties';

type Defaults = Pick<EntryDraft, 'class' | 'duty' | 'grade' | 'openness' | 'sector' | 'tags'>;
type Draft = Defaults & { readonly catalogue: string; readonly reason: string };

/** Publishes the entries of a file: CSV of our own columns, or DCAT. */
export function ImportForm(): ReactElement {
  const { files: t } = useTexts(texts);
  return (
    <FormDrawer label={t.import} type="default" size={640}>
      {(close) => <Fields onClose={close} />}
    </FormDrawer>
  );
}

function Fields({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { files: t } = useTexts(texts);
  const { act: ends } = useTexts(app);
  const language = useLanguage();
  const [file, setFile] = useState<ImportFile>();
  const [outcome, setOutcome] = useState<Outcome>();
  const act = useAct(({ catalogue, reason, ...defaults }: Draft): Promise<Outcome> => {
    if (file?.kind === 'csv') return importRows(file.rows, reason.trim(), language);
    const document = file?.kind === 'dcat' ? file.document : {};
    return importDcat({ catalogue: catalogue.trim(), defaults, document, reason: reason.trim() }, language);
  }, setOutcome);
  if (outcome !== undefined) return <ImportOutcome outcome={outcome} onClose={onClose} />;
  const ready = file?.kind === 'csv' || file?.kind === 'dcat';
  return (
    <Form<Draft> name="import" layout="vertical" onFinish={(draft) => ready && act.run(draft)} initialValues={BLANK}>
      <Typography.Paragraph>{t.lead}</Typography.Paragraph>
      <Typography.Paragraph type="secondary" className="breaks short-facts">
        {t.columns}: {COLUMNS.join(', ')}
      </Typography.Paragraph>
      <Form.Item label={t.file} htmlFor="import-file" extra={t.fileHint} required>
        <input
          id="import-file"
          className="file-drop"
          type="file"
          accept=".csv,.json,.jsonld"
          onChange={({ target }) => void readImport(target.files?.[0]).then(setFile)}
        />
      </Form.Item>
      {file !== undefined && <FoundInFile file={file} />}
      {ready && (
        <div className="gap-above">
          <ReasonField />
        </div>
      )}
      <FormEnd act={act} submit={t.submit} cancel={ends.cancel} onCancel={onClose} />
    </Form>
  );
}

/** What was read, or why it cannot be; for DCAT, what it lacks. */
function FoundInFile({ file }: { readonly file: ImportFile }): ReactElement {
  const { files: t } = useTexts(texts);
  if (file.kind === 'csv') return <Alert type="info" showIcon title={t.rows(String(file.rows.length))} />;
  if (file.kind === 'wrong') return <Alert type="error" showIcon role="alert" title={t.wrong[file.problem]} />;
  return <DcatFields />;
}

/** What a DCAT document does not say of its datasets. */
function DcatFields(): ReactElement {
  const { form, files: t } = useTexts(texts);
  const w = useTexts(words);
  const duties = useOwnDuties();
  const required = [{ required: true, message: form.required }];
  return (
    <Reading query={duties}>
      {(own: readonly Duty[]) => (
        <>
          <Typography.Paragraph>{t.defaults}</Typography.Paragraph>
          <Form.Item name="catalogue" label={t.catalogue} rules={[{ required: true, whitespace: true, message: form.required }]}>
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name="duty" label={form.duty} rules={required}>
            <Select options={own.map(({ duty, name }) => ({ value: duty, label: `${name} · ${duty}` }))} />
          </Form.Item>
          <GradeFields />
          <Form.Item name="openness" label={form.openness}>
            <Select options={OPENNESS.map((value) => ({ value, label: w.openness[value] }))} />
          </Form.Item>
          <Form.Item name="sector" label={form.sector} rules={required}>
            <Select options={SECTORS.map((value) => ({ value, label: w.sectors[value] }))} />
          </Form.Item>
          <TagFields />
        </>
      )}
    </Reading>
  );
}
