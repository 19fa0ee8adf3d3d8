/** What a chaincode process is told by its environment; read here and nowhere else. */
export interface ChaincodeConfig {
  /**
   * True for the tax bureau's process: it compares the time that a client gave its transaction with its own clock. One
   * endorser that everybody needs is enough, and endorsers whose clocks differ would disagree.
   */
  readonly clockGuard: boolean;
  /** True when Fabric's libraries shall tell what they do, message by message. */
  readonly debug: boolean;
}

export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): ChaincodeConfig {
  return {
    clockGuard: environment['LIANPIAO_CLOCK_GUARD'] === '1',
    debug: environment['CORE_CHAINCODE_LOGGING_LEVEL']?.toUpperCase() === 'DEBUG',
  };
}
