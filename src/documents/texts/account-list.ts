import type { Account } from "../../contract.ts";
import { itemFields, policyItems, termsItems } from "./account-items.ts";
import { dayOf } from "./dates.ts";
import { fieldIf, guideline, heading, organization, paragraph } from "./pieces.ts";
import { type DocumentText, nameOf, platformName, type Writer } from "./writer.ts";

/** The homepage's list of official accounts, each with its operation policy and terms (6(2)). */
export const accountList: DocumentText = {
  id: "account-list",
  clause: "6(2)",
  fields: [{ name: "dated-on", kind: "day", isOptional: true }],
  write(w) {
    const all = officialAccounts(w.source.policy.accounts);
    const writers = all.map((account) => w.about(account));
    const keys = keysOf(all);
    return [
      heading("title", 1, `${organization(w)} ソーシャルメディア公式アカウント一覧`),
      paragraph(
        "lead",
        `${organization(w)}が「${guideline(w)}」に基づいて公式アカウントとして認めたものは、次のとおりです（${dayOf(w.optional("dated-on")) || dayOf(w.source.today)}現在）。ここにないアカウントは、${organization(w)}の公式アカウントではありません。`,
      ),
      ...(all.length === 0
        ? [paragraph("none", w.setting("accounts", "公認のアカウント"))]
        : [
            {
              kind: "table" as const,
              id: "accounts",
              caption: "",
              head: ["アカウント名", "種類", "アドレス（URL）", "所属"],
              rows: writers.map((one, index) => ({ id: keys[index] ?? "", cells: cellsOf(one) })),
            },
          ]),
      ...writers.flatMap((one, index) => {
        const key = keys[index] ?? "";
        return [
          heading(key, 2, `${one.account(["name"], "アカウント名")}（${kindOf(one)}）`),
          heading(`${key}-policy`, 3, "運用ポリシー"),
          ...fieldIf(
            `${key}-policy-at`,
            "掲載しているページ",
            one.source.account?.policyUrl ? one.account(["policyUrl"], "運用ポリシーのURL") : "",
          ),
          ...itemFields(policyItems(one), `${key}-policy`),
          heading(`${key}-terms`, 3, "利用規約"),
          ...itemFields(termsItems(one), `${key}-terms`),
        ];
      }),
    ];
  },
};

/** Those that may be published as official; what has no status is not known to be. */
export function officialAccounts(accounts: readonly Account[]): Account[] {
  return accounts.filter(({ status }) => status === "公認");
}

/** By which edits stay with an account when the register's order changes; two that are called the same are numbered. */
function keysOf(accounts: readonly Account[]): string[] {
  const keys = accounts.map((account) => `${account.platform}:${nameOf(account)}`);
  return keys.map((key, index) => (keys.indexOf(key) === index ? key : `${key}:${index}`));
}

const kindOf = ({ source: { account } }: Writer) => (account ? platformName(account.platform) : "");

function cellsOf(w: Writer): string[] {
  const { department = "", departments = [] } = w.source.account ?? {};
  const names = [department, ...departments.map(({ name }) => name)];
  const all = new Set(names.filter((name) => name.trim() !== ""));
  return [
    w.account(["name"], "アカウント名"),
    kindOf(w),
    w.account(["url"], "アカウントのURL"),
    [...all].join("、") || w.account(["department"], "所属"),
  ];
}
