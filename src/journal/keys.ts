/**
 * A machine's keys, and what is done with them. Neither secret can be read out, by the extension
 * neither: the browser keeps them and only computes with them. No storage here.
 */
export interface Keys {
  /** HMAC-SHA-256: seals entries, and fingerprints texts. */
  secret: CryptoKey;
  /** ECDSA P-256: signs what leaves the machine, so that others can check it. */
  signing: CryptoKey;
  /** The other half, to be given away: SPKI, base64. */
  publicKey: string;
  /** The machine's name: the public key's SHA-256, so that nobody else can sign by it. */
  machine: string;
}

const ECDSA = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" } as const;

export async function makeKeys(): Promise<Keys> {
  const { subtle } = crypto;
  const [secret, pair] = await Promise.all([
    subtle.generateKey({ name: "HMAC", hash: "SHA-256" }, false, ["sign", "verify"]),
    // `false` is for the private half; a public one can always be exported.
    subtle.generateKey(ECDSA, false, ["sign", "verify"]),
  ]);
  const publicKey = toBase64(await subtle.exportKey("spki", pair.publicKey));
  return { secret, signing: pair.privateKey, publicKey, machine: await machineOf(publicKey) };
}

/** The name of the machine that a public key belongs to. */
export async function machineOf(publicKey: string): Promise<string> {
  return sha256(publicKey);
}

/** SHA-256 of a text's UTF-8, in hexadecimal. */
export async function sha256(text: string): Promise<string> {
  return toHex(await crypto.subtle.digest("SHA-256", bytes(text)));
}

/** Domains keep a draft that looks like a hash from getting a seal. */
type Purpose = "entry" | "text";

/** In hexadecimal. */
export async function hmac(keys: Keys, purpose: Purpose, text: string): Promise<string> {
  return toHex(await crypto.subtle.sign("HMAC", keys.secret, bytes(`${purpose}\0${text}`)));
}

/** Base64. */
export async function sign(keys: Keys, text: string): Promise<string> {
  return toBase64(await crypto.subtle.sign(ECDSA, keys.signing, bytes(text)));
}

/** Whether the holder of this public key signed the text; false also for what is no key or signature. */
export async function isSigned(
  publicKey: string,
  text: string,
  signature: string,
): Promise<boolean> {
  try {
    const key = await crypto.subtle.importKey("spki", fromBase64(publicKey), ECDSA, true, [
      "verify",
    ]);
    return await crypto.subtle.verify(ECDSA, key, fromBase64(signature), bytes(text));
  } catch {
    return false;
  }
}

/** The same text for the same data, in whichever order its fields stand. `value`: as JSON has it. */
export function canonical(value: unknown): string {
  return JSON.stringify(sorted(value));
}

/** A copy of it with its fields in order: half the time of a replacer that sorts. */
function sorted(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  // Without a prototype, so that "__proto__" is a field like others.
  const copy: Record<string, unknown> = Object.create(null);
  for (const key of Object.keys(value).sort()) copy[key] = sorted(Reflect.get(value, key));
  return copy;
}

const ENCODER = new TextEncoder();

function bytes(text: string): Uint8Array<ArrayBuffer> {
  return ENCODER.encode(text);
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

function toHex(buffer: ArrayBuffer): string {
  let text = "";
  for (const byte of new Uint8Array(buffer)) text += HEX[byte];
  return text;
}

function toBase64(buffer: ArrayBuffer): string {
  return btoa(String.fromCharCode(...new Uint8Array(buffer)));
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
