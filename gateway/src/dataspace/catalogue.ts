import type { JsonValue } from '@lianpiao/chaincode/domain';
import type { GrantReader } from '../access/grant-reader';
import { messageOf } from './messages';
import { policyOf } from './offer';
import type { OfferDesk } from './offer-desk';
import type { Offer } from './offer-store';
import { PULL } from './transfer-desk';

export const CATALOGUE_PAGE = 100;

/** Resources with offers, as the protocol's catalogue (DCAT 3): a resource that nobody offers cannot be negotiated about. */
export class DataspaceCatalogue {
  readonly #offers: OfferDesk;
  readonly #reader: GrantReader;
  readonly #address: string;
  readonly #participant: () => string;

  /** @param participant who keeps this gateway: the catalogue is that organisation's, each offer its assigner's. */
  constructor(offers: OfferDesk, reader: GrantReader, address: string, participant: () => string) {
    this.#offers = offers;
    this.#reader = reader;
    this.#address = address;
    this.#participant = participant;
  }

  /** A page of the catalogue, and after which resource the next one begins. */
  page(after: string): { readonly catalogue: JsonValue; readonly next: string | undefined } {
    const names = this.#offers.resources(after, CATALOGUE_PAGE);
    const datasets = names.map((name) => this.dataset(name)).filter((dataset) => dataset !== undefined);
    const catalogue = messageOf('Catalog', {
      '@id': `${this.#address}/catalog`,
      participantId: this.#participant(),
      service: [this.#service()],
      ...(datasets.length === 0 ? undefined : { dataset: datasets }),
    });
    return { catalogue, next: names.length < CATALOGUE_PAGE ? undefined : names.at(-1) };
  }

  /** A resource as a dataset; undefined without an offer that stands. */
  dataset(resource: string): Readonly<Record<string, JsonValue>> | undefined {
    const offers = this.#offers.ofResource(resource);
    const entry = offers.length === 0 ? undefined : this.#reader.catalogueEntry(resource);
    if (entry === undefined) return undefined;
    return {
      '@id': resource,
      '@type': 'Dataset',
      title: entry['title'] as string,
      hasPolicy: offers.map(offerOf),
      distribution: [{ '@type': 'Distribution', format: PULL, accessService: this.#service() }],
    };
  }

  #service(): JsonValue {
    return { '@id': `${this.#address}/service`, '@type': 'DataService', endpointURL: this.#address };
  }
}

/** Within a dataset an offer has no target: the dataset is it. */
function offerOf({ offer, provider, terms }: Offer): JsonValue {
  return { '@type': 'Offer', '@id': offer, assigner: provider, ...policyOf(terms) };
}
