import { wrapperOf } from "./hosts.ts";

/** The address that another one carries, where it can be read from the address itself; else null. */
export function unwrap(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  const wrapper = wrapperOf(url);
  if (!wrapper) return null;
  const carried = read(url, wrapper.inner);
  if (!carried || !/^https?:\/\//i.test(carried) || !URL.canParse(carried)) return null;
  // Wrapped twice, as mail filters do: the innermost is what the reader wants.
  return unwrap(carried) ?? carried;
}

function read(url: URL, inner: NonNullable<ReturnType<typeof wrapperOf>>["inner"]): string | null {
  switch (inner.in) {
    case "parameter":
      return inner.names.map((name) => url.searchParams.get(name)).find(Boolean) ?? null;
    case "query":
      return decoded(url.search.slice(1));
    case "path": {
      const carried = inner.pattern.exec(url.pathname + url.search)?.[1];
      // Proofpoint writes one slash where the address had two.
      return carried ? decoded(carried).replace(/^(https?:\/)(?!\/)/i, "$1/") : null;
    }
    case "nowhere":
      return null;
  }
}

function decoded(text: string): string {
  try {
    return /^https?%3a/i.test(text) ? decodeURIComponent(text) : text;
  } catch {
    return text;
  }
}
