/** How a file for a system's own tools is encoded. */

const BYTE_ORDER_MARK = "\u{FEFF}";

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** For Windows: its PowerShell takes a file without the mark for another encoding, and Japanese with it. */
export function windowsText(text: string): Uint8Array {
  return utf8(BYTE_ORDER_MARK + text.replace(/\r?\n/g, "\r\n"));
}

/** As the registry editor writes it. The text's line ends must be "\r\n" already. */
export function utf16(text: string): Uint8Array {
  return utf16Units(BYTE_ORDER_MARK + text);
}

export function utf16Units(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), true);
  return bytes;
}
