/** The settings of this process, with what the command line says on top. */
export function environmentWith(settings: Readonly<Record<string, string | undefined>>): NodeJS.ProcessEnv {
  const given = Object.entries(settings).filter(([, value]) => value !== undefined);
  return { ...process.env, ...Object.fromEntries(given) };
}
