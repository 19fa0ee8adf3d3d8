import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { answerOf, api } from '../../api/client';
import { FormDrawer } from '../../app/form-drawer';
import { Reading } from '../../app/states';
import { useTexts } from '../../shared/dictionary';
import { GrantFields } from '../provider/grant-form';
import type { AccessRequest } from './access-request';
import { texts } from './texts';

/** The form of a grant, filled in with what was asked for; the request is answered with the grant that is given. */
export function AgreeButton({ request }: { readonly request: AccessRequest }): ReactElement {
  const t = useTexts(texts);
  return (
    <FormDrawer label={t.agree} title={t.agreeTitle} size={560}>
      {(close) => <Fields request={request} onClose={close} />}
    </FormDrawer>
  );
}

interface FieldsProps {
  readonly request: AccessRequest;
  readonly onClose: () => void;
}

function Fields({ request: asked, onClose }: FieldsProps): ReactElement {
  const t = useTexts(texts);
  const { request, resource, consumer, fields, purpose, basis } = asked;
  const query = useQuery({
    queryKey: ['resource', resource],
    queryFn: ({ signal }) => answerOf(api.GET('/v1/catalogue/{resource}', { params: { path: { resource } }, signal })),
  });
  return (
    <Reading query={query}>
      {(known) => (
        <GrantFields
          resources={[known]}
          initial={{
            resource,
            consumer,
            basis,
            ...(fields === null ? {} : { fields }),
            ...(purpose === null ? {} : { code: purpose.code, purpose: purpose.text }),
          }}
          done={t.agreed}
          onGranted={(grant, reason) => {
            const params = { path: { request } };
            return answerOf(api.POST('/v1/requests/{request}/answer', { params, body: { grant, reason } }));
          }}
          onClose={onClose}
        />
      )}
    </Reading>
  );
}
