import {
  LedgerError,
  stateKeys,
  type JsonValue,
  type ResourceState,
  type TemplateApproved,
  type TemplateState,
} from '@lianpiao/chaincode/domain';
import type { TermsReader } from '../access/terms-reader';
import type { Actor, ActRecorder } from '../issuing/act-recorder';
import type { LedgerReader, PlacedEntry } from '../ledger/ledger';
import { checkTemplate, type Template } from './template';

/** A template as its provider and its users see it. */
export interface TemplateView extends Template {
  readonly template: string;
  readonly version: number;
  readonly resource: string;
  readonly status: 'approved' | 'withdrawn';
  readonly approvedAt: string;
  readonly sequence: number;
}

/** Where query templates are approved, listed and taken back. */
export class TemplateDesk {
  readonly #ledger: LedgerReader;
  readonly #acts: ActRecorder;
  readonly #terms: TermsReader;

  constructor(ledger: LedgerReader, acts: ActRecorder, terms: TermsReader) {
    this.#ledger = ledger;
    this.#acts = acts;
    this.#terms = terms;
  }

  /** @param of.version the next one when absent. @throws LedgerError TEMPLATE_INVALID, FILTER_INVALID, and what the ledger's rule throws. */
  approve(
    caller: string,
    of: { readonly template: string; readonly version: number | undefined; readonly resource: string },
    body: Template,
    actor: Actor,
  ): Promise<PlacedEntry> {
    const { template, resource } = of;
    const state = this.#ledger.state(stateKeys.resource(resource)) as ResourceState | undefined;
    if (state === undefined) throw new LedgerError('RESOURCE_UNKNOWN', { path: '/resource' });
    checkTemplate(body, new Map(this.#terms.resource(resource).fields.map(({ name, type }) => [name, type])));
    const version = of.version ?? (this.state(template)?.version ?? 0) + 1;
    const facts = { type: 'template.approved' as const, template, version, resource };
    return this.#acts.record(caller, facts, actor, {
      template: body as unknown as JsonValue,
    });
  }

  withdraw(caller: string, template: string, actor: Actor): Promise<PlacedEntry> {
    if (this.state(template) === undefined) throw new LedgerError('TEMPLATE_UNKNOWN');
    return this.#acts.record(caller, { type: 'template.withdrawn', template }, actor);
  }

  state(template: string): TemplateState | undefined {
    return this.#ledger.state(stateKeys.template(template)) as TemplateState | undefined;
  }

  /** The newest version. @throws LedgerError TEMPLATE_UNKNOWN, GRANT_RECORD_BROKEN. */
  find(template: string): TemplateView {
    const state = this.state(template);
    const act = this.#ledger.acts({ subject: template, type: 'template.approved', limit: 1 })[0];
    if (state === undefined || act === undefined) throw new LedgerError('TEMPLATE_UNKNOWN');
    const { time } = act.entry;
    return { template, ...state, ...this.#terms.template(template, state.version), approvedAt: time, sequence: act.sequence };
  }

  /** Newest versions of templates, by when they were approved, newest first. */
  list(before: number | undefined, limit: number): { readonly items: readonly TemplateView[]; readonly next: string | null } {
    const acts = this.#ledger.acts({ type: 'template.approved', limit, ...(before === undefined ? undefined : { before }) });
    // An older version stands in its place among the acts and is shown no more.
    const items = acts.flatMap(({ entry, sequence }) => {
      const view = this.find((entry as TemplateApproved).template);
      return view.sequence === sequence ? [view] : [];
    });
    return { items, next: acts.length < limit ? null : String(acts.at(-1)?.sequence) };
  }
}
