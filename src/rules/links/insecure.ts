import { isIpv4 } from "../../facts/links-internal.ts";
import type { Rule } from "../rule.ts";
import { meantLinks } from "./classify.ts";

/** Unencrypted. Whether the same page answers under https cannot be known here, so there is no repair. */
export const linkInsecure: Rule = {
  id: "link.insecure",
  clause: "5(2)",
  level: "hint",
  *check({ facts }) {
    for (const { start, end, host, hasScheme, url } of meantLinks(facts)) {
      if (!hasScheme || !url.startsWith("http:") || isIpv4(host)) continue;
      yield { start, end, message: { key: "link_insecure" } };
    }
  },
  yieldsTo: [
    "link.shortener",
    "link.brand-short",
    "link.wrapped",
    "link.third-party",
    "link.retired",
    "link.lookalike",
    "link.malformed",
    "link.internal",
  ],
  examples: {
    fires: [
      {
        text: "http://www.city.example.jp/a.html",
        policy: { ownDomains: ["city.example.jp"] },
        marks: "http://www.city.example.jp/a.html",
      },
      { text: "HTTP://www.jma.go.jp/", marks: "HTTP://www.jma.go.jp/" },
    ],
    quiet: [
      "https://www.jma.go.jp/",
      "www.jma.go.jp",
      "「http://」で始まるアドレスに注意してください。",
      "http://bit.ly/abc",
    ],
  },
};
