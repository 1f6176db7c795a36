import type { Destination, Level, LinkClass } from "../contract.ts";
import type { AccountLine, FindingView, OverlayOptions } from "./model.ts";

export type Translate = OverlayOptions["t"];

/** The level's shape: told apart without colour, and drawn in `fill` so that forced colours keep it. */
export function LevelMark({ level }: { level: Level }) {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      {level === "stop" && (
        <rect x="0.5" y="0.5" width="15" height="15" rx="3" fill="currentColor" />
      )}
      {level === "care" && (
        <path d="M8 0.8 15.6 15a.6.6 0 0 1-.5.7H.9a.6.6 0 0 1-.5-.7Z" fill="currentColor" />
      )}
      {level === "hint" && <circle cx="8" cy="8" r="7.5" fill="currentColor" />}
      {level === "stop" && <path d="M7 3.5h2v5.6H7zM7 10.6h2v2H7z" fill="var(--paper)" />}
      {level === "care" && (
        <path d="M7.1 6h1.8v4.6H7.1zM7.1 11.9h1.8v1.8H7.1z" fill="var(--paper)" />
      )}
      {level === "hint" && <path d="M7 3.4h2v2H7zM7 6.8h2v5.8H7z" fill="var(--paper)" />}
    </svg>
  );
}

export function LevelChip({ level, t }: { level: Level; t: Translate }) {
  return (
    <span class={`level ${level}`}>
      <LevelMark level={level} />
      {t(`ui_level_${level}`)}
    </span>
  );
}

export function Seal({ isHollow = false }: { isHollow?: boolean }) {
  return (
    <span class={isHollow ? "seal hollow" : "seal"} aria-hidden="true" lang="ja">
      点
    </span>
  );
}

export function Icon({ name }: { name: "close" | "previous" | "next" | "go" }) {
  const paths = {
    close: "M4 4l8 8M12 4l-8 8",
    previous: "M10 3.5 5.5 8l4.5 4.5",
    next: "M6 3.5 10.5 8 6 12.5",
    go: "M3 8h9M8.5 4.5 12 8l-3.5 3.5",
  };
  return (
    <svg
      class={name === "go" ? "go" : ""}
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      stroke-width="1.8"
      stroke-linecap="round"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  );
}

const DESTINATION_KEYS: Record<LinkClass, string> = {
  own: "ui_destination_own",
  trusted: "ui_destination_trusted",
  "public-body": "ui_destination_public_body",
  "third-party": "ui_destination_third_party",
  internal: "ui_destination_internal",
  lookalike: "ui_destination_lookalike",
  retired: "ui_destination_retired",
  shortener: "ui_destination_shortener",
  wrapped: "ui_destination_wrapped",
  "brand-short": "ui_destination_brand_short",
};

export function Leads({ destination, t }: { destination: Destination; t: Translate }) {
  return (
    <div class="leads">
      {t("ui_destination", t(DESTINATION_KEYS[destination.kind]))}
      <b>{destination.url.replace(/^https?:\/\//, "").replace(/^([^/]+)\/$/, "$1")}</b>
      {/* A long host hides who owns it: what can be registered is said by itself. */}
      {destination.domain !== destination.host && t("ui_destination_domain", destination.domain)}
    </div>
  );
}

/** "6(7)" and how the guideline calls it, without saying the number twice. */
export function clauseName(clause: FindingView["clause"]): string {
  if (!clause.label || clause.label === clause.number) return clause.number;
  return clause.label.includes(clause.number) ? clause.label : `${clause.number} ${clause.label}`;
}

export function accountName(account: AccountLine | null, t: Translate): string {
  if (!account) return t("ui_status_no_account");
  return account.department ? `${account.name} ${account.department}` : account.name;
}

export function wordsOf(finding: FindingView, t: Translate): string {
  return finding.text || t("ui_card_whole");
}
