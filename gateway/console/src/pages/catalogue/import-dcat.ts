import { ERROR_CODES, isErrorCode } from '@lianpiao/chaincode/domain';
import { answerOf, api } from '../../api/client';
import type { Language } from '../../shared/language';
import type { components } from '@lianpiao/gateway/client';
import type { Outcome } from './import-rows';

type DcatImport = components['schemas']['DcatImport'];

/** Publishes the datasets of a DCAT document; each succeeds or fails alone. */
export async function importDcat(body: DcatImport, language: Language): Promise<Outcome> {
  const { items } = await answerOf(api.POST('/v1/catalogue/dcat', { body }));
  const refused = items.flatMap((item) => {
    if (!('code' in item)) return [];
    const { code, entry, path } = item;
    const title = isErrorCode(code) ? ERROR_CODES[code][language] : null;
    return [{ entry, code, title, where: path?.slice(1) ?? null, row: null }];
  });
  return { published: items.length - refused.length, unchanged: 0, refused };
}
