/** A page that changes without end must not be slowed by being read: at most so often in so many ms. */
const MOST = 4;
const WITHIN = 16;

/** `act` at once, so that marks never lag a letter; a little later where calls come without end. */
export function paced(act: () => void, signal: AbortSignal): () => void {
  let since = 0;
  let count = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener("abort", () => clearTimeout(timer));
  return () => {
    const now = performance.now();
    if (now - since > WITHIN) {
      since = now;
      count = 0;
    }
    if (++count <= MOST) act();
    else
      timer ??= setTimeout(() => {
        timer = undefined;
        act();
      }, WITHIN);
  };
}
