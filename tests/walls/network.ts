import { isNode, type Node, stringOf, templateOf, walk } from "./source.ts";

/**
 * Every means by which code in a page could reach a network, read off the syntax tree. An extension's
 * content security policy does not bind its content scripts, so this wall stands in its place.
 */
const GLOBALS = new Set([
  "fetch",
  "fetchLater",
  "XMLHttpRequest",
  "WebSocket",
  "WebSocketStream",
  "WebTransport",
  "EventSource",
  "RTCPeerConnection",
  "webkitRTCPeerConnection",
  "Image",
  "Audio",
  "FontFace",
  "Worker",
  "SharedWorker",
  "importScripts",
  "eval",
  "Function",
]);
const MEMBERS = new Set([
  ...[...GLOBALS].filter((name) => name !== "Function"),
  "sendBeacon",
  "serviceWorker",
  "insertAdjacentHTML",
  "createContextualFragment",
  "setHTMLUnsafe",
  "parseHTMLUnsafe",
  "dangerouslySetInnerHTML",
]);
/** Properties that load or navigate when they are set. */
const ASSIGNED = new Set(["src", "srcset", "href", "innerHTML", "outerHTML", "srcdoc", "location"]);
const LOADING_ELEMENT =
  /^(audio|base|embed|form|frame|iframe|image|img|link|meta|object|picture|script|source|track|video)$/i;
const LOADING_ATTRIBUTE =
  /^(src|srcset|href|xlink:href|action|formaction|poster|ping|srcdoc|style)$/i;
const LOADING_STYLE = /@import|url\(\s*["']?\s*(?:https?:|\/\/)|image-set\(/i;

export interface Means {
  what: string;
  node: Node;
}

export function meansOfNetwork(program: Node): Means[] {
  const found: Means[] = [];
  walk(program, (node, parent, field) => {
    const what = meansOf(node, parent, field);
    if (what) found.push({ what, node });
  });
  return found;
}

function meansOf(node: Node, parent: Node | null, field: string): string | null {
  switch (node.type) {
    case "Identifier": {
      const name = String(node.name);
      const isMember =
        field === "property" && parent?.type === "MemberExpression" && !parent.computed;
      const isKey = field === "key" && !parent?.computed;
      // Its methods are borrowed (`Function.call.bind`); only a call of it makes code of a text.
      if (isMember || isKey || (name === "Function" && field !== "callee")) return null;
      return GLOBALS.has(name) ? name : null;
    }
    case "MemberExpression": {
      const name = memberName(node);
      if (name === null) return null;
      if (name === "open" || name === "assign" || name === "replace") {
        return isPageObject(node.object) ? `${name} of the page` : null;
      }
      return MEMBERS.has(name) ? name : null;
    }
    case "AssignmentExpression": {
      const left = node.left;
      if (!isNode(left)) return null;
      const name = left.type === "MemberExpression" ? memberName(left) : left.name;
      return typeof name === "string" && ASSIGNED.has(name) ? `${name} =` : null;
    }
    case "ObjectPattern": {
      const keys = (node.properties as { key?: Node }[]).map(({ key }) => key?.name);
      const name = keys.find((key) => typeof key === "string" && MEMBERS.has(key));
      return typeof name === "string" ? name : null;
    }
    case "ImportExpression":
      return "import()";
    case "CallExpression":
      return callOf(node);
    case "JSXOpeningElement": {
      const name = (node.name as { name?: unknown }).name;
      return typeof name === "string" && LOADING_ELEMENT.test(name) ? `<${name}>` : null;
    }
    case "JSXAttribute": {
      const name = (node.name as { name?: unknown }).name;
      return name === "src" || name === "dangerouslySetInnerHTML" ? `${name}=` : null;
    }
    default: {
      const text = stringOf(node) ?? templateOf(node)?.join("") ?? "";
      return LOADING_STYLE.test(text) ? "a style that loads" : null;
    }
  }
}

/** createElement("img"), h("img"), jsx("img"), setAttribute("src"). */
function callOf(node: Node): string | null {
  const [first, second] = node.arguments as unknown[];
  const callee = node.callee;
  if (!isNode(callee)) return null;
  const name = callee.type === "MemberExpression" ? memberName(callee) : String(callee.name);
  const word = stringOf(name === "createElementNS" ? second : first);
  if (word === null) return null;
  if (name === "setAttribute") return LOADING_ATTRIBUTE.test(word) ? `${word} =` : null;
  const isMaker = /^createElement(NS)?$/.test(name ?? "");
  return isMaker && LOADING_ELEMENT.test(word) ? `<${word}>` : null;
}

function memberName(node: Node): string | null {
  const property = node.property;
  if (!isNode(property)) return null;
  return node.computed ? stringOf(property) : String(property.name);
}

function isPageObject(object: unknown): boolean {
  if (!isNode(object)) return false;
  const name = object.type === "MemberExpression" ? memberName(object) : object.name;
  return /^(window|location|document|globalThis|self|top|parent)$/.test(String(name));
}
