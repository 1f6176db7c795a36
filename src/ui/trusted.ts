/**
 * A handler that a page cannot call: a page's script can dispatch events at our host, but only the
 * browser makes trusted ones.
 */
export function trusted<E extends Event>(handle: (event: E) => void): (event: E) => void {
  return (event) => {
    if (event.isTrusted) handle(event);
  };
}
