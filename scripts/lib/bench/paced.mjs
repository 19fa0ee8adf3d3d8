/**
 * Sends at a fixed rate, whatever the answers do: each request is given the moment at which it is due, so that a latency
 * counted from then on holds the waiting in our own queue too.
 */
export async function paced({ rate, seconds }, send) {
  const started = performance.now();
  const pending = [];
  for (let index = 0; index < rate * seconds; index += 1) {
    const due = started + (index * 1000) / rate;
    while (performance.now() < due) await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
    pending.push(send(index, due));
  }
  await Promise.all(pending);
}
