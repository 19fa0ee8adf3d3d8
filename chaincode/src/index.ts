import { readConfig } from './config';
import { AccessContract } from './contracts/access-contract';
import { ActContract } from './contracts/act-contract';
import { CatalogueContract } from './contracts/catalogue-contract';
import { HandoverContract } from './contracts/handover-contract';
import { InvoiceContract } from './contracts/invoice-contract';
import { LifeContract } from './contracts/life-contract';
import { ProvenanceContract } from './contracts/provenance-contract';
import { RangeContract } from './contracts/range-contract';
import { RegistryContract } from './contracts/registry-contract';
import { UsageContract } from './contracts/usage-contract';
import { SharingContract } from './contracts/sharing-contract';
import { useHasher } from './domain';
import { nativeHasher } from './fabric/native-hasher';
import { quietLoggers } from './fabric/quiet-loggers';

// Once, when a process loads the chaincode.
useHasher(nativeHasher);
if (!readConfig().debug) quietLoggers();

/** What Fabric's loader looks for: the classes of the contracts. It adds one of its own to this list. */
export const contracts = [
  RegistryContract,
  RangeContract,
  InvoiceContract,
  LifeContract,
  ActContract,
  ProvenanceContract,
  AccessContract,
  CatalogueContract,
  UsageContract,
  SharingContract,
  HandoverContract,
];
