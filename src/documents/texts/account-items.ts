import type { Account } from "../../contract.ts";
import type { Block } from "../blocks.ts";
import { clauseText, departmentsOf, field, handleOf, heading, paragraph } from "./pieces.ts";
import { platformName, type Writer } from "./writer.ts";

/** What a clause asks an operation policy or the terms of use to say, with what the register has of it. */
export interface Item {
  id: string;
  clause: string;
  /** ア, イ, … */
  letter: string;
  /** In the guideline's words. */
  title: string;
  parts: readonly { id: string; label: string; value: string }[];
}

/** Items ア to オ of 6(3). */
export function policyItems(w: Writer): Item[] {
  const { account } = w.source;
  const part = (id: string, label: string, value: string) => ({ id, label, value });
  const partIf = (id: string, label: string, value: string) =>
    value === "" ? [] : [part(id, label, value)];
  return [
    item(w, "6(3)ア", "platform", [
      part(
        "platform",
        "種類",
        account ? platformName(account.platform) : w.account(["platform"], "種類"),
      ),
    ]),
    item(w, "6(3)イ", "account", [
      part("name", "アカウント名", w.account(["name"], "アカウント名")),
      ...partIf("handle", "ユーザー名", handleOf(account)),
      part("url", "アドレス（URL）", w.account(["url"], "アカウントのURL")),
      part("manager", "管理者", w.account(["manager"], "管理者")),
      part("operators", "担当者", w.account(["operators"], "担当者")),
      ...partIf("departments", "運用する所属", departmentsOf(account).join("、")),
      ...(lacksTheme(account)
        ? [part("theme", "共通するテーマ", w.setting(themePath(w), "所属に共通するテーマ"))]
        : []),
      ...partIf("delegate", "委託先", delegateOf(w)),
    ]),
    item(w, "6(3)ウ", "aim", [
      part("purpose", "発信の目的", w.account(["purpose"], "発信の目的")),
      part("topics", "発信の内容", w.account(["topics"], "発信する内容")),
    ]),
    item(w, "6(3)エ", "running", [
      part("hours", "運用時間", w.account(["hours"], "運用時間")),
      part("replies", "意見や質問への対応", w.account(["replies"], "意見や質問への対応方法")),
    ]),
    item(w, "6(3)オ", "privacy", [
      part("privacy", clauseText(w, "6(3)オ"), w.account(["privacy"], "個人情報の取扱い")),
    ]),
  ];
}

/** Items ア to ウ of 6(4). */
export function termsItems(w: Writer): Item[] {
  const text = (id: string, clause: string, path: string, label: string) =>
    item(w, clause, id, [
      { id, label: clauseText(w, clause), value: w.account(["terms", path], label) },
    ]);
  return [
    text("conduct", "6(4)ア", "conduct", "利用上の遵守事項"),
    text("property", "6(4)イ", "intellectualProperty", "知的財産権の帰属"),
    text("disclaimer", "6(4)ウ", "disclaimer", "免責事項"),
  ];
}

/** Each item under a heading of its own. */
export function itemSections(items: readonly Item[], level: 2 | 3): Block[] {
  return items.flatMap(({ id, letter, title, parts }) => {
    const [first] = parts;
    return [
      heading(`item-${id}`, level, `${letter}　${title}`),
      ...(first && parts.length === 1
        ? [paragraph(`item-${id}-text`, first.value)]
        : parts.map((part) => field(`item-${id}-${part.id}`, part.label, part.value))),
    ];
  });
}

/** Every part as one line of a table. */
export function itemFields(items: readonly Item[], prefix: string): Block[] {
  return items.flatMap(({ parts }) =>
    parts.map((part) => field(`${prefix}-${part.id}`, part.label, part.value)),
  );
}

function item(w: Writer, clause: string, id: string, parts: Item["parts"]): Item {
  return { id, clause, letter: clause.slice(-1), title: clauseText(w, clause), parts };
}

/** Several departments share an account only for a theme (6(1)). */
function lacksTheme(account: Account | null): boolean {
  const isShared = departmentsOf(account).length > 1;
  return isShared && !account?.departments?.some(({ theme = "" }) => theme.trim() !== "");
}

function themePath({ source: { account, pathOf } }: Writer): string {
  return account ? `${pathOf(account)}.departments` : "accounts";
}

/** Others than staff speak only by the manager's leave, and until a day (4(5)サ). */
function delegateOf(w: Writer): string {
  const name = w.source.account?.delegate?.name ?? "";
  if (name.trim() === "") return "";
  return `${name}（${w.account(["delegate", "until"], "委託の期限")}まで）`;
}
