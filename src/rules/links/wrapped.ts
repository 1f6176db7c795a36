import type { Rule } from "../rule.ts";
import { destinationOf, linksOf } from "./classify.ts";
import { hiddenDestination, knownDestination } from "./expansion.ts";
import { isBareHost } from "./hosts.ts";
import { unwrap } from "./unwrap.ts";

const KEY = "link_wrapped";

/** A link that carries another one, as mail filters, search results and the sites themselves make them. */
export const linkWrapped: Rule = {
  id: "link.wrapped",
  clause: "6(7)",
  level: "care",
  *check(context) {
    for (const link of linksOf(context, "wrapped")) {
      if (isBareHost(new URL(link.url))) continue;
      const inner = unwrap(link.url);
      yield inner
        ? knownDestination(link, KEY, destinationOf(inner, context.policy))
        : hiddenDestination(link, KEY, context);
    }
  },
  examples: {
    fires: [
      {
        text: "予定 https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.example.jp%2Fa.html&h=AT0 です",
        marks: "https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.example.jp%2Fa.html&h=AT0",
        fixed: "予定 https://www.example.jp/a.html です",
      },
      {
        text: "様式 https://www.google.com/url?q=https://www.example.jp/b.html&sa=D",
        fixed: "様式 https://www.example.jp/b.html",
      },
      {
        text: "https://jpn01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.example.jp%2F&data=05",
        fixed: "https://www.example.jp/",
      },
      {
        text: "https://urldefense.com/v3/__https://www.example.jp/c__;!!AbC$",
        fixed: "https://www.example.jp/c$",
      },
      { text: "案内 https://t.co/Szk9aKuhoX", marks: "https://t.co/Szk9aKuhoX" },
    ],
    quiet: [
      "https://www.example.jp/search.html?q=a&url=list",
      "https://www.google.com/search?q=須坂市",
      "https://www.facebook.com/suzaka.kanko",
    ],
  },
};
