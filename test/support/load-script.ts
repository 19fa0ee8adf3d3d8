import { createRequire } from 'node:module';

/**
 * A module of scripts/lib, which is plain JavaScript because the scripts run before anything is built. The caller says what
 * it exports.
 */
export function loadScript<Exports>(name: string): Exports {
  // Not by jest: `scripts/faults` loads the harness without it.
  return createRequire(__filename)(`../../scripts/lib/${name}`) as Exports;
}
