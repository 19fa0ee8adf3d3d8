import { useRef, type ReactElement } from 'react';
import { answerOf, api } from '../../api/client';
import { unless } from '../../api/unless';
import { useTexts } from '../../shared/dictionary';
import { IDENTIFIER } from '../../shared/identifier';
import { noteWritten } from '../directory/written';
import { OfficeForm } from './office-form';
import { texts } from './texts';

/** GB/T 2260. */
const DIVISION = /^[0-9]{6}$/;

/** Registers a division. */
export function DivisionForm(): ReactElement {
  const { columns: t, form, divisionForm } = useTexts(texts);
  const code = { pattern: DIVISION, wrong: form.codeWrong };
  return (
    <OfficeForm
      label={divisionForm}
      fields={[
        { name: 'division', label: t.code, ...code },
        { name: 'name', label: t.name, max: 100 },
        { name: 'parent', label: form.parent, optional: true, ...code },
      ]}
      send={({ division = '', name = '', parent, reason }) => {
        const body = { division, name, reason, ...(parent === undefined ? {} : { parent }) };
        return answerOf(api.POST('/v1/catalogue/divisions', { body })).then(noteWritten);
      }}
    />
  );
}

/** Says in which division an organisation is, and who supervises it. */
export function PlacementForm(): ReactElement {
  const { columns: t, form, placementForm } = useTexts(texts);
  const id = { pattern: IDENTIFIER, wrong: form.idWrong };
  return (
    <OfficeForm
      label={placementForm}
      fields={[
        { name: 'organisation', label: form.organisation, ...id },
        { name: 'division', label: t.code, pattern: DIVISION, wrong: form.codeWrong },
        { name: 'superior', label: form.superior, hint: form.superiorHint, optional: true, ...id },
      ]}
      send={async ({ organisation = '', division = '', superior, reason }) => {
        const body = { organisation, division, reason, ...(superior === undefined ? {} : { superior }) };
        // It stands so already: an attempt before got no answer.
        await unless('PLACEMENT_EXISTS', answerOf(api.POST('/v1/catalogue/organisations', { body })).then(noteWritten));
      }}
    />
  );
}

/** Gives a duty to an organisation, or hands it to another. */
export function DutyForm(): ReactElement {
  const { columns: t, form, dutyForm } = useTexts(texts);
  // The version that each duty had when this form first spoke of it: a repetition is no further version.
  const versions = useRef(new Map<string, number>());
  const id = { pattern: IDENTIFIER, wrong: form.idWrong };
  return (
    <OfficeForm
      label={dutyForm}
      fields={[
        { name: 'duty', label: t.duty, hint: form.dutyHint, ...id },
        { name: 'name', label: t.name },
        { name: 'organisation', label: form.organisation, ...id },
        { name: 'basis', label: t.basis, max: 1000 },
      ]}
      send={async ({ duty = '', name = '', organisation = '', basis = '', reason }) => {
        const asked = `${duty} ${organisation} ${name} ${basis}`;
        const version = versions.current.get(asked) ?? (await versionOf(duty)) + 1;
        versions.current.set(asked, version);
        noteWritten(
          await answerOf(api.POST('/v1/catalogue/duties', { body: { duty, version, name, organisation, basis, reason } })),
        );
        versions.current.delete(asked);
      }}
    />
  );
}

/** The version of a duty that stands; 0 for a new one. Duties come in the order of their ids. */
async function versionOf(duty: string): Promise<number> {
  for (let after: string | null = null; ;) {
    const query: { limit: number; after?: string } = after === null ? { limit: 500 } : { limit: 500, after };
    const { items, next } = await answerOf(api.GET('/v1/catalogue/duties', { params: { query } }));
    const found = items.find((one) => one.duty === duty);
    if (found !== undefined) return found.version;
    if (next === null) return 0;
    after = next;
  }
}
