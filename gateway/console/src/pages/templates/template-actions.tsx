import { Button, Space } from 'antd';
import { useState, type ReactElement } from 'react';
import { answerOf, api } from '../../api/client';
import { ReasonDialog } from '../../app/reason-dialog';
import { useTexts } from '../../shared/dictionary';
import { useOwnResources } from '../provider/use-resources';
import { TemplateForm } from './template-form';
import { texts } from './texts';
import type { Template } from './types';

/** The controller of a resource approves another version of a template, or takes it back. */
export function TemplateActions({ template }: { readonly template: Template }): ReactElement | null {
  const { withdraw: t } = useTexts(texts);
  const own = useOwnResources();
  const [asked, setAsked] = useState(false);
  const mine = own.data?.some(({ resource }) => resource === template.resource) ?? false;
  if (!mine || template.status === 'withdrawn') return null;
  return (
    <Space wrap>
      <TemplateForm known={template} />
      <Button danger onClick={() => setAsked(true)}>
        {t.open}
      </Button>
      {asked && (
        <ReasonDialog
          title={t.title(template.title)}
          confirm={t.open}
          hint={t.hint}
          danger
          done={t.done}
          act={(reason) => {
            const params = { path: { template: template.template } };
            return answerOf(api.POST('/v1/templates/{template}/withdraw', { params, body: { reason } }));
          }}
          onClose={() => setAsked(false)}
        />
      )}
    </Space>
  );
}
