/** Hosts that only answer inside an office: names and numbers that the internet does not route. */

/** Special-use and customary names for private networks (RFC 6761, 6762, 8375, 9476; ICANN's .internal; LGWAN). */
const PRIVATE_ENDINGS =
  /(?:^|\.)(?:localhost|localdomain|local|lan|internal|intranet|intra|corp|private|home\.arpa|lgwan\.jp)$/;
const STAGING = new Set(
  "stg staging test testing dev devel develop development preview uat sandbox".split(" "),
);
/** Where several words share a label ("www-stg"), "test" may be an examination ("kentei-test"). */
const STAGING_PART = new Set("stg staging dev preview uat".split(" "));
const IPV4 = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/;

export function isPrivateName(host: string): boolean {
  return PRIVATE_ENDINGS.test(host);
}

/** "stg.city.example.jp", "www-dev.example.jp": a label before the registrable domain names a trial site. */
export function isStagingHost(host: string, domain: string): boolean {
  if (!host.endsWith(`.${domain}`)) return false;
  const labels = host.slice(0, -domain.length - 1).split(".");
  return labels.some((label) => {
    const parts = label.split(/[-_]/).map((part) => part.replace(/(?<!\d)\d+$/, ""));
    return parts.length === 1
      ? STAGING.has(parts[0] ?? "")
      : parts.some((part) => STAGING_PART.has(part));
  });
}

export function isIpv4(host: string): boolean {
  return octetsOf(host) !== null;
}

/** Private, loopback, link-local and carrier-grade ranges (RFC 1918, 1122, 3927, 6598). */
export function isPrivateIpv4(host: string): boolean {
  const octets = octetsOf(host);
  if (!octets) return false;
  const [a = 0, b = 0] = octets;
  return (
    a === 10 ||
    a === 127 ||
    a === 0 ||
    (a === 172 && b >= 16 && b <= 31) ||
    (a === 192 && b === 168) ||
    (a === 169 && b === 254) ||
    (a === 100 && b >= 64 && b <= 127)
  );
}

/** Loopback, unique local and link-local (RFC 4291, 4193); `host` in brackets as `new URL` writes it. */
export function isPrivateIpv6(host: string): boolean {
  return /^\[(?:::1|f[cd][0-9a-f]{2}:.*|fe[89ab][0-9a-f]:.*|::ffff:.*)\]$/i.test(host);
}

function octetsOf(host: string): number[] | null {
  const octets = IPV4.exec(host)?.slice(1).map(Number);
  return octets?.every((octet) => octet <= 255) ? octets : null;
}
