import { Alert, App, Form, Input, InputNumber, Select } from 'antd';
import { OPENNESS, SECTORS, STAGES } from '@lianpiao/chaincode/domain';
import { useState, type ReactElement } from 'react';
import { answerOf, api } from '../../api/client';
import { DigestField } from '../../app/digest-field';
import { FormDrawer } from '../../app/form-drawer';
import { FormEnd } from '../../app/form-end';
import { ReasonField } from '../../app/reason-field';
import { Reading } from '../../app/states';
import { texts as app } from '../../app/texts';
import { useAct } from '../../app/use-act';
import { useTexts } from '../../shared/dictionary';
import { IDENTIFIER } from '../../shared/identifier';
import { texts as words } from '../directory/facets/texts';
import type { EntryDetail } from '../directory/types';
import { BLANK, draftOf, publicationOf, type EntryDraft } from './entry-draft';
import { GradeFields } from './grade-fields';
import { TagFields } from './tag-fields';
import { texts } from './texts';
import { useOwnDuties, type Duty } from './use-duties';

interface EntryFormProps {
  /** The entry that is corrected by its next version; a new one is written when absent. */
  readonly known?: EntryDetail;
}

/** Writes a catalogue entry, or the next version of one. */
export function EntryForm({ known }: EntryFormProps): ReactElement {
  const { form: t } = useTexts(texts);
  const duties = useOwnDuties();
  const label = known === undefined ? t.open : t.correct;
  return (
    <FormDrawer label={label} title={known === undefined ? label : t.correctTitle(String(known.version + 1))} size={600}>
      {(close) => (
        <Reading query={duties}>
          {(own) =>
            own.length === 0 ? (
              <Alert type="info" showIcon title={t.noDuty} />
            ) : (
              <Fields duties={own} known={known} onClose={close} />
            )
          }
        </Reading>
      )}
    </FormDrawer>
  );
}

interface FieldsProps {
  readonly duties: readonly Duty[];
  readonly known: EntryDetail | undefined;
  readonly onClose: () => void;
}

function Fields({ duties, known: shown, onClose }: FieldsProps): ReactElement {
  const { form: t } = useTexts(texts);
  const { act: ends } = useTexts(app);
  const { message } = App.useApp();
  // As it was when the form was opened: what is read again after a lost answer is no other version to write.
  const [known] = useState(shown);
  const [evidence, setEvidence] = useState<string>();
  const act = useAct(
    (draft: EntryDraft) => answerOf(api.POST('/v1/catalogue/entries', { body: publicationOf(draft, known, evidence) })),
    () => {
      void message.success(t.done);
      onClose();
    },
  );
  return (
    <Form<EntryDraft>
      name="entry"
      layout="vertical"
      onFinish={(draft) => act.run({ ...(known === undefined ? {} : (draftOf(known) as EntryDraft)), ...draft })}
      initialValues={known === undefined ? BLANK : draftOf(known)}
    >
      <Form.Item name="duty" label={t.duty} extra={t.dutyHint} rules={[{ required: true, message: t.required }]}>
        <Select options={duties.map(({ duty, name }) => ({ value: duty, label: `${name} · ${duty}` }))} />
      </Form.Item>
      {known === undefined && <IdField />}
      <NameFields isNew={known === undefined} />
      {known === undefined && <GradeFields />}
      <ShareFields />
      <TagFields />
      <SchemaFields />
      <DigestField
        id="entry-evidence"
        label={t.evidence}
        hint={t.evidenceHint}
        digestLabel={t.digest}
        digest={evidence ?? known?.evidence ?? undefined}
        onDigest={setEvidence}
      />
      <ReasonField />
      <FormEnd act={act} submit={t.submit} cancel={ends.cancel} onCancel={onClose} />
    </Form>
  );
}

function IdField(): ReactElement {
  const { form: t } = useTexts(texts);
  return (
    <Form.Item
      name="entry"
      label={t.entry}
      extra={t.entryHint}
      rules={[{ required: true, pattern: IDENTIFIER, message: t.idWrong }]}
    >
      <Input autoComplete="off" />
    </Form.Item>
  );
}

/** What it is called and which datum it is; the datum and its source never change. */
function NameFields({ isNew }: { readonly isNew: boolean }): ReactElement {
  const { form: t } = useTexts(texts);
  const written = { required: true, whitespace: true, message: t.required };
  return (
    <>
      <Form.Item name="title" label={t.title} rules={[written]}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="description" label={t.description}>
        <Input.TextArea maxLength={2000} rows={2} />
      </Form.Item>
      {isNew && (
        <>
          <Form.Item name="datum" label={t.datum} extra={t.datumHint} rules={[written]}>
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name="source" label={t.source} extra={t.sourceHint} rules={[{ pattern: IDENTIFIER, message: t.idWrong }]}>
            <Input autoComplete="off" />
          </Form.Item>
        </>
      )}
    </>
  );
}

function ShareFields(): ReactElement {
  const { form: t } = useTexts(texts);
  const w = useTexts(words);
  const required = [{ required: true, message: t.required }];
  return (
    <>
      <Form.Item name="openness" label={t.openness} extra={t.opennessHint}>
        <Select options={OPENNESS.map((value) => ({ value, label: w.openness[value] }))} />
      </Form.Item>
      <Form.Item name="sector" label={t.sector} rules={required}>
        <Select options={SECTORS.map((value) => ({ value, label: w.sectors[value] }))} />
      </Form.Item>
      <Form.Item name="stage" label={t.stage}>
        <Select options={STAGES.map((value) => ({ value, label: w.stages[value] }))} />
      </Form.Item>
    </>
  );
}

function SchemaFields(): ReactElement {
  const { form: t } = useTexts(texts);
  return (
    <div className="pair-row">
      <Form.Item name="schema" label={t.schema} rules={[{ pattern: IDENTIFIER, message: t.idWrong }]}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name="schemaVersion" label={t.schemaVersion}>
        <InputNumber min={1} precision={0} className="full-width" />
      </Form.Item>
    </div>
  );
}
