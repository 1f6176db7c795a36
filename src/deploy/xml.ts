/** XML as data: a readable document comes out, with every text as it was. */
export interface Element {
  name: string;
  attributes?: Readonly<Record<string, string>>;
  /** Elements, each on its own line; or one text, which stays as it is. */
  children?: readonly Element[] | string;
}

export function element(
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  children: readonly Element[] | string = [],
): Element {
  return { name, attributes, children };
}

export function xmlDocument(root: Element, doctype = ""): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${doctype}${written(root, "")}\n`;
}

function written({ name, attributes = {}, children = [] }: Element, indent: string): string {
  const head = [
    name,
    ...Object.entries(attributes).map(([key, value]) => `${key}="${escapedAttribute(value)}"`),
  ].join(" ");
  if (typeof children === "string") {
    return `${indent}<${head}>${escapedText(children)}</${name}>`;
  }
  if (children.length === 0) return `${indent}<${head}/>`;
  const lines = children.map((child) => written(child, `${indent}  `));
  return `${indent}<${head}>\n${lines.join("\n")}\n${indent}</${name}>`;
}

/** What ends a line but a line feed becomes one when XML is read, unless it stands there by its number. */
function escapedText(text: string): string {
  return text.replace(/[&<>\r\u0085\u2028]/g, byNumber);
}

/** In attributes all white space becomes a blank. */
function escapedAttribute(text: string): string {
  return escapedText(text).replace(/["\n\t]/g, byNumber);
}

const byNumber = (character: string) => `&#${character.charCodeAt(0)};`;
