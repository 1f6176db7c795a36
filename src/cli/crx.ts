import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign } from "node:crypto";

/**
 * Packages for Chromium, CRX3: a header that holds the public key and a signature, then the zip. The
 * signature has no random part, so the same zip and key give the same bytes.
 * Format: components/crx_file/crx3.proto in Chromium's sources.
 */
export interface SigningKey {
  privateKey: KeyObject;
  /** DER (SubjectPublicKeyInfo). */
  publicKey: Buffer;
  /** The extension's id: 32 letters a–p. */
  id: string;
}

/** @param pem an RSA private key. @throws where it is none. */
export function readSigningKey(pem: string): SigningKey {
  const privateKey = createPrivateKey(pem);
  if (privateKey.asymmetricKeyType !== "rsa") throw new Error("RSA");
  const publicKey = createPublicKey(privateKey).export({ type: "spki", format: "der" });
  return { privateKey, publicKey, id: idOf(publicKey) };
}

/** The first half of the key's SHA-256, its digits 0–f written as a–p. */
function idOf(publicKey: Buffer): string {
  const digits = createHash("sha256").update(publicKey).digest("hex").slice(0, 32);
  return digits.replace(/./g, (digit) => "abcdefghijklmnop".charAt(Number.parseInt(digit, 16)));
}

export function crxOf(zip: Uint8Array, { privateKey, publicKey }: SigningKey): Buffer {
  const crxId = createHash("sha256").update(publicKey).digest().subarray(0, 16);
  const signedData = field(SIGNED_DATA.crx_id, crxId);
  const signature = sign(
    "sha256",
    Buffer.concat([Buffer.from("CRX3 SignedData\0"), uint32(signedData.length), signedData, zip]),
    privateKey,
  );
  const proof = Buffer.concat([
    field(PROOF.public_key, publicKey),
    field(PROOF.signature, signature),
  ]);
  const header = Buffer.concat([
    field(HEADER.sha256_with_rsa, proof),
    field(HEADER.signed_header_data, signedData),
  ]);
  return Buffer.concat([Buffer.from("Cr24"), uint32(3), uint32(header.length), header, zip]);
}

const HEADER = { sha256_with_rsa: 2, signed_header_data: 10_000 };
const PROOF = { public_key: 1, signature: 2 };
const SIGNED_DATA = { crx_id: 1 };

/** A field of bytes, as protocol buffers write it. */
function field(number: number, bytes: Uint8Array): Buffer {
  const BYTES = 2;
  return Buffer.concat([varint(number * 8 + BYTES), varint(bytes.length), bytes]);
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 0x7f; rest = Math.floor(rest / 0x80)) bytes.push((rest % 0x80) + 0x80);
  return Buffer.from([...bytes, rest]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
