import { useEffect, useState } from 'react';

/** How far the service's clock is ahead of this machine's, in milliseconds; from the `Date` of its last answer (RFC 9110, 6.6.1). */
let ahead = 0;

/** Notes what the service's clock said. A second is as fine as the header is. */
export function noteServiceTime(response: Response): void {
  const said = Date.parse(response.headers.get('date') ?? '');
  if (!Number.isNaN(said)) ahead = said - Date.now();
}

/** The service's time, milliseconds since 1970, drawn anew each second: deadlines end by that clock, whatever this one says. */
export function useServiceTime(): number {
  const [now, setNow] = useState(() => Date.now() + ahead);
  useEffect(() => {
    const clock = setInterval(() => {
      setNow(Date.now() + ahead);
    }, 1000);
    return () => {
      clearInterval(clock);
    };
  }, []);
  return now;
}
