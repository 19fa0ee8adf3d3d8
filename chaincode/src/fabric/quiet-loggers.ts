import { newLogger } from 'fabric-shim';

/** Loggers of Fabric's libraries that are asked for each message between peer and chaincode. */
const TALKATIVE = [
  'lib/handler.js',
  'lib/stub.js',
  'lib/chaincode.js',
  'contracts-spi/chaincodefromcontract.js',
  'contracts-spi/datamarshall.js',
];

/**
 * Winston formats a message before it asks whether anybody wants it: 30 µs a call, and more where a whole value is
 * handed over. What is below the level is dropped before that; warnings and errors stay.
 */
export function quietLoggers(): void {
  for (const name of TALKATIVE) {
    const logger = newLogger(name);
    logger.debug = () => logger;
    logger.info = () => logger;
  }
}
