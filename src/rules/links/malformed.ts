import type { Level } from "../../contract.ts";
import type { AddressFault, IntendedAddress } from "../../facts/links-intended.ts";
import type { Hit, Rule } from "../rule.ts";
import { intendedAddresses } from "./classify.ts";

const KEYS: Readonly<Record<Exclude<AddressFault, "internal">, string>> = {
  "full-width": "link_malformed_full_width",
  scheme: "link_malformed_scheme",
  space: "link_malformed_space",
  "no-top-level-domain": "link_malformed_no_top_level_domain",
  "japanese-path": "link_malformed_japanese_path",
  glued: "link_malformed_glued",
  unlinked: "link_malformed",
};

/** An address that the platform will not link, or will link elsewhere than its writer meant. */
export const linkMalformed: Rule = {
  id: "link.malformed",
  clause: "5(2)",
  level: "stop",
  *check({ draft, facts }) {
    for (const address of intendedAddresses(facts)) {
      if (address.fault !== "internal") yield toHit(address, address.fault, draft.platform);
    }
  },
  examples: {
    fires: [
      {
        text: "案内 https//www.city.example.jp/a.html",
        marks: "https//www.city.example.jp/a.html",
        fixed: "案内 https://www.city.example.jp/a.html",
      },
      {
        text: "申込 https://www．city.example.jp/b.html",
        marks: "https://www．city.example.jp/b.html",
        fixed: "申込 https://www.city.example.jp/b.html",
      },
      {
        text: "ｈｔｔｐｓ：／／ｗｗｗ．ｃｉｔｙ．ｅｘａｍｐｌｅ．ｊｐ／をどうぞ",
        fixed: "https://www.city.example.jp/をどうぞ",
      },
      { text: "htp://www.city.example.jp/", fixed: "http://www.city.example.jp/" },
      { text: "https:/www.city.example.jp/", fixed: "https://www.city.example.jp/" },
      { text: "https:///www.city.example.jp/", fixed: "https://www.city.example.jp/" },
      {
        text: "https://www. city.example.jp/c を見る",
        marks: "https://www. city.example.jp/c",
        fixed: "https://www.city.example.jp/c を見る",
      },
      { text: "https://www.city.suzaka.nagano/koho", marks: "https://www.city.suzaka.nagano/koho" },
      {
        text: "https://www.city.example.jp/イベント/星空.html",
        marks: "https://www.city.example.jp/イベント/星空.html",
        fixed:
          "https://www.city.example.jp/%E3%82%A4%E3%83%99%E3%83%B3%E3%83%88/%E6%98%9F%E7%A9%BA.html",
      },
      { text: "HPhttps://www.city.example.jp/", fixed: "HP https://www.city.example.jp/" },
    ],
    quiet: [
      "市ホームページ（https://www.city.example.jp/）をご覧ください。",
      "https://www.city.example.jp/a.htmlをご覧ください。",
      "URLの入力は不要です。httpsかどうかを確かめましょう。「https://」で始まります。",
      "午前１０：００～１２：００、Ａ．Ｍ．、Ｎｏ．１、Ｖｏｌ．２",
      "メール ｋｏｈｏ＠ｃｉｔｙ．ｅｘａｍｐｌｅ．ｊｐ",
      "https://www.city.example.jp/a.html／TEL 026-245-1400",
      "市役所.jp",
    ],
  },
};

function toHit(address: IntendedAddress, fault: keyof typeof KEYS, platform: string): Hit {
  const { start, end, repaired } = address;
  return {
    start,
    end,
    message: { key: KEYS[fault] },
    ...levelOf(fault, platform),
    fixes:
      repaired === null
        ? []
        : [{ label: { key: "link_fix_address" }, replacement: repaired, start, end }],
  };
}

/** Facebook's linker is not published: that it cuts here too is likely, not known. */
function levelOf(fault: AddressFault, platform: string): { level?: Level } {
  const isUnsure = fault === "unlinked" || (fault === "japanese-path" && platform === "facebook");
  return isUnsure ? { level: "care" } : {};
}
