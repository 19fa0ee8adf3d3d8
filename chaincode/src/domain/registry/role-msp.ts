import type { Role } from '../record/entry';

/** The organisations of the Fabric network, by their MSP ids. */
export const MSPS = ['TaxBureau', 'Merchants', 'DataProviders'] as const;
export type Msp = (typeof MSPS)[number];

/**
 * Whose certificates may stand for a registered organisation of each role. A CA can name whatever it likes in the
 * certificates that it signs; by this table what it names counts only among its own kind.
 */
export const ROLE_MSPS: Readonly<Record<Role, Msp>> = {
  bureau: 'TaxBureau',
  auditor: 'TaxBureau',
  merchant: 'Merchants',
  platform: 'Merchants',
  company: 'Merchants',
  provider: 'DataProviders',
  consumer: 'DataProviders',
};

/** The MSP to which an organisation of this role belongs. */
export function mspOfRole(role: Role): Msp {
  return ROLE_MSPS[role];
}
