/**
 * A module of scripts/lib, which is plain JavaScript because the scripts run before anything is built. The caller says what
 * it exports.
 */
export function loadScript<Exports>(name: string): Exports {
  return jest.requireActual<Exports>(`../../scripts/lib/${name}`);
}
