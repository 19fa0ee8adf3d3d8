/**
 * A module of scripts/lib, which is plain JavaScript because the scripts run before anything is built. The caller says what
 * it exports.
 */
export function loadScript<Exports>(name: string): Exports {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- plain JavaScript that scripts share
  return require(`../../scripts/lib/${name}`) as Exports;
}
