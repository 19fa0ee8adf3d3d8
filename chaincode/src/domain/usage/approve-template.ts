import { requireResource } from '../access/resource';
import { LedgerError } from '../errors';
import type { LedgerState } from '../ports/ledger-state';
import { stateKeys } from '../ports/state-keys';
import type { TemplateApproved } from './usage-entries';
import type { TemplateState } from './usage-state';

/**
 * The controller of a resource approves the next version of a query template; an older version runs no more.
 * @throws LedgerError RESOURCE_UNKNOWN, RESOURCE_NOT_YOURS, TEMPLATE_VERSION_WRONG, TEMPLATE_INVALID for another resource.
 */
export function approveTemplate(
  state: LedgerState,
  { template, version, resource }: Pick<TemplateApproved, 'resource' | 'template' | 'version'>,
): void {
  requireController(state, resource);
  const before = state.get<TemplateState>(stateKeys.template(template));
  const wanted = (before?.version ?? 0) + 1;
  if (version !== wanted)
    throw new LedgerError('TEMPLATE_VERSION_WRONG', { path: '/version', found: String(version), wanted: String(wanted) });
  if (before !== undefined && before.resource !== resource) throw new LedgerError('TEMPLATE_INVALID', { path: '/resource' });
  const value: TemplateState = { resource, version, status: 'approved' };
  state.put(stateKeys.template(template), value);
}

/**
 * The controller takes a template back; a new version may be approved later.
 * @throws LedgerError TEMPLATE_UNKNOWN, TEMPLATE_WITHDRAWN, RESOURCE_NOT_YOURS.
 */
export function withdrawTemplate(state: LedgerState, { template }: { readonly template: string }): void {
  const before = state.get<TemplateState>(stateKeys.template(template));
  if (before === undefined) throw new LedgerError('TEMPLATE_UNKNOWN', { path: '/template' });
  requireController(state, before.resource);
  if (before.status === 'withdrawn') throw new LedgerError('TEMPLATE_WITHDRAWN');
  const value: TemplateState = { ...before, status: 'withdrawn' };
  state.put(stateKeys.template(template), value);
}

function requireController(state: LedgerState, resource: string): void {
  if (requireResource(state, resource).controller !== state.caller)
    throw new LedgerError('RESOURCE_NOT_YOURS', { rule: 'controller-only' });
}
