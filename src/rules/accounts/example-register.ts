import type { Account, Policy } from "../../contract.ts";

/** A register for the examples of the rules in this folder and of `shares`. */
const ACCOUNTS: Account[] = [
  {
    platform: "x",
    handle: "suzaka_city",
    name: "須坂市",
    topics: ["市政", "イベント"],
    hours: "平日 8:30-17:15",
    status: "公認",
  },
  {
    platform: "x",
    handle: "suzaka_bousai",
    name: "須坂市防災",
    topics: ["防災", "災害", "避難", "気象"],
    hours: "毎日 0:00-24:00",
    status: "公認",
  },
  {
    platform: "facebook",
    id: "100064000000001",
    handle: "suzaka.kanko",
    name: "須坂市観光",
    topics: ["観光", "特産品", "イベント"],
    hours: "平日 8:30-20:00、土日祝 9:00-17:00",
    delegate: { name: "須坂観光案内（委託）", until: "2027-03-31" },
    status: "公認",
  },
  { platform: "x", handle: "suzaka_pool", name: "須坂市プール", status: "休止" },
  { platform: "x", handle: "suzaka_old", name: "須坂市（旧）", status: "廃止" },
  { platform: "x", handle: "suzaka_new", name: "須坂市子育て", status: "届出" },
  { platform: "x", handle: "suzaka_next", name: "須坂市図書館", status: "審査中" },
];

export const REGISTER: Pick<Policy, "accounts" | "trustedAccounts"> = {
  accounts: ACCOUNTS,
  trustedAccounts: [
    { platform: "x", handle: "JMA_kishou", name: "気象庁" },
    { platform: "facebook", name: "長野県" },
  ],
};
