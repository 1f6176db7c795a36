import type { Rule } from "../rule.ts";
import { linksOf } from "./classify.ts";

const POLICY = { retiredDomains: ["fes2019.example.com"] };

/** A host that the organisation gave up: somebody else may hold it now. */
export const linkRetired: Rule = {
  id: "link.retired",
  clause: "6(8)",
  level: "stop",
  *check(context) {
    for (const { start, end, host } of linksOf(context, "retired")) {
      yield { start, end, message: { key: "link_retired", args: [host] } };
    }
  },
  examples: {
    fires: [
      {
        text: "交通規制 https://fes2019.example.com/a/",
        policy: POLICY,
        marks: "https://fes2019.example.com/a/",
      },
      { text: "www.fes2019.example.com/b", policy: POLICY },
      { text: "http://old.fes2019.example.com", policy: POLICY },
    ],
    quiet: [
      { text: "https://www.city.example.jp/fes2019.example.com.html", policy: POLICY },
      { text: "https://nofes2019.example.com/", policy: POLICY },
    ],
  },
};
