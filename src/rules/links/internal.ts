import { overlapping } from "../../facts/links-overlap.ts";
import type { Rule } from "../rule.ts";
import { intendedAddresses, linksOf } from "./classify.ts";

/** An address of the office, of a trial site, or with a password in it: nobody outside may see or reach it. */
export const linkInternal: Rule = {
  id: "link.internal",
  clause: "4(5)キ",
  level: "stop",
  *check(context) {
    const meant = intendedAddresses(context.facts).filter(({ fault }) => fault === "internal");
    for (const { start, end } of meant) yield { start, end, message: { key: "link_internal" } };
    for (const link of linksOf(context, "internal")) {
      if (overlapping(meant, link)) continue;
      yield { start: link.start, end: link.end, message: { key: "link_internal" } };
    }
  },
  examples: {
    fires: [
      { text: "紙面 http://192.168.10.25/koho.pdf", marks: "http://192.168.10.25/koho.pdf" },
      {
        text: "スライド https://stg.city.example.jp/a.pdf",
        marks: "https://stg.city.example.jp/a.pdf",
      },
      { text: "様式 \\\\fs01\\jinji\\oubo.docx です", marks: "\\\\fs01\\jinji\\oubo.docx" },
      { text: "file:///C:/koho/a.html", marks: "file:///C:/koho/a.html" },
      { text: "http://localhost:3000/a", marks: "http://localhost:3000/a" },
      { text: "http://gwserver/koho/", marks: "http://gwserver/koho/" },
      { text: "nas.local/share と gw.lgwan.jp", marks: "nas.local/share" },
      { text: "https://www.city.example.jp:8443/a", marks: "https://www.city.example.jp:8443/a" },
      {
        text: "http://koho:Pass1@www.city.example.jp/",
        marks: "http://koho:Pass1@www.city.example.jp/",
      },
      "https://suzaka.sharepoint.com/sites/koho",
    ],
    quiet: [
      "https://www.city.example.jp/saiyo/test.html",
      "https://developer.example.com/",
      "＼＼ボランティア募集中／／",
      "10.4.1.2 の章と、25.4.1 の表",
      "「https://」や「http://www.」で始まるアドレス",
      "https://www.city.example.jp:443/",
      "メールは koho@mail.local.example.jp まで",
    ],
  },
};
