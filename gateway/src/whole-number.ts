/** A setting of the environment that is a whole number. @throws Error naming it when it is none, or not within the bounds. */
export function wholeNumber(environment: NodeJS.ProcessEnv, name: string, fallback: number, least: number, most: number): number {
  const text = environment[name] ?? String(fallback);
  const value = /^[0-9]+$/.test(text) ? Number(text) : Number.NaN;
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new Error(`${name} is a whole number from ${String(least)} to ${String(most)}`);
  }
  return value;
}
