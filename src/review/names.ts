import { findAccount } from "../accounts/register.ts";
import type { Policy } from "../contract.ts";
import type { Translate } from "../ui/parts.tsx";
import type { AccountName } from "./columns.ts";

/** What every part of the page says its words with. */
export interface Words {
  t: Translate;
  lang: "ja" | "en";
  policy: Policy;
}

/** A rule as the reference calls it; one that this version does not know, by its id. */
export function ruleName(t: Translate, rule: string): string {
  return t(`guide_title_${rule.replace(/[.-]/g, "_")}`) || rule;
}

/** An account as the register calls it, else as the page did. */
export function accountWords({ t, policy }: Words, account: AccountName | null): string {
  if (!account) return "";
  const platform = t(`ui_platform_${account.platform}`);
  if (account.name === "") return t("review_account_unnamed", platform);
  const known = findAccount(policy, account.platform, account.name);
  return t("review_account", known?.name ?? account.name, platform);
}

const FORMATS = {
  ja: format("ja"),
  en: format("en"),
};

function format(lang: string) {
  const zone = { timeZone: "Asia/Tokyo" } as const;
  return {
    time: new Intl.DateTimeFormat(lang, { dateStyle: "medium", timeStyle: "short", ...zone }),
    second: new Intl.DateTimeFormat(lang, { dateStyle: "long", timeStyle: "medium", ...zone }),
    date: new Intl.DateTimeFormat(lang, { dateStyle: "medium", ...zone }),
    number: new Intl.NumberFormat(lang),
    share: new Intl.NumberFormat(lang, { style: "percent" }),
  };
}

/** Formatters of a language; times are Japan's, as in the exported table. */
export function formats(lang: "ja" | "en") {
  return FORMATS[lang];
}

/** A time as it stands in an entry; what is none, as it stands there. */
export function secondsOf(lang: "ja" | "en", iso: string): string {
  const at = Date.parse(iso);
  return Number.isNaN(at) ? iso : FORMATS[lang].second.format(at);
}
