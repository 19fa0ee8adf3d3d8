import { stateKeys } from '@lianpiao/chaincode/domain';
import type { GatewayConfig } from '../config';
import type { Sharing } from '../data-plane/sharing';
import type { ActRecorder } from '../issuing/act-recorder';
import type { LedgerReader } from '../ledger/ledger';
import { DataspaceCatalogue } from './catalogue';
import { NegotiationDesk } from './negotiation-desk';
import { OfferDesk } from './offer-desk';
import { OfferStore } from './offer-store';
import { PeerClient } from './peer-client';
import { Peers } from './peers';
import { ProcessDesk } from './process-desk';
import { ProcessStore } from './process-store';
import { DSP_PATH } from './protocol';
import { TransferDesk } from './transfer-desk';

/** The parts that speak the Dataspace Protocol. */
export interface Dataspace {
  readonly offers: OfferDesk;
  readonly catalogue: DataspaceCatalogue;
  readonly processes: ProcessDesk;
  readonly store: ProcessStore;
  readonly negotiations: NegotiationDesk;
  readonly transfers: TransferDesk;
  close(): void;
}

interface DataspaceParts {
  readonly ledger: LedgerReader;
  readonly acts: ActRecorder;
  readonly sharing: Sharing;
  readonly clock: () => number;
}

export function createDataspace(config: GatewayConfig, { ledger, acts, sharing, clock }: DataspaceParts): Dataspace {
  const { dataFolder, publicUrl } = config;
  const address = `${publicUrl}${DSP_PATH}`;
  const { grants, grantReader, tokens } = sharing;
  const offerStore = new OfferStore(dataFolder);
  const store = new ProcessStore(dataFolder, clock);
  const peers = new Peers(config.peersFile);
  const client = new PeerClient(peers);
  const processes = new ProcessDesk(store, client);
  const offers = new OfferDesk({ ledger, acts, grants, store: offerStore, clock });
  const shared = { ledger, processes, peers, address, clock };
  return {
    offers,
    catalogue: new DataspaceCatalogue(offers, grantReader, address, () => ledger.state(stateKeys.genesis) as string),
    processes,
    store,
    negotiations: new NegotiationDesk({ ...shared, grants, offers }),
    transfers: new TransferDesk({ ...shared, tokens, publicUrl }),
    close: () => {
      offerStore.close();
      store.close();
    },
  };
}
