import type { ComponentChildren } from "preact";
import { findAccount } from "../accounts/register.ts";
import type { Answer } from "../contract.ts";
import type { EntryFinding, Sealed } from "../journal/entry.ts";
import { SITE_HOSTS } from "../sites/hosts.ts";
import { LevelChip } from "../ui/parts.tsx";
import { accountWords, secondsOf, type Words } from "./names.ts";
import { RuleLink } from "./rules-part.tsx";

/** What only this kind of entry says. */
export function Facts({ words, one: { entry } }: { words: Words; one: Sealed }) {
  const { t, lang, policy } = words;
  switch (entry.type) {
    case "post": {
      const account =
        entry.account === null ? null : findAccount(policy, entry.platform, entry.account);
      const named = { platform: entry.platform, name: entry.account ?? "" };
      return (
        <>
          <Fact name={t("journal_column_account")}>
            {accountWords(words, named)}
            {account?.department && t("review_in_brackets", account.department)}
          </Fact>
          <Fact name={t("journal_column_kind")}>
            {t(`journal_kind_${entry.kind}`) || entry.kind}
          </Fact>
          <Fact name={t("journal_column_reason")}>{entry.reason || t("review_reason_none")}</Fact>
          <Fact name={t("journal_column_enforcement")}>
            {t(`policy_enforcement_${entry.enforcement}`)}
          </Fact>
          <Fact name={t("journal_column_mode")}>{t(`policy_mode_${entry.mode}`)}</Fact>
          <Fact name={t("journal_column_revision")}>
            {entry.policyRevision || t("status_none")}
          </Fact>
          <Fact name={t("journal_column_managed")}>
            {t(`journal_managed_${entry.isManaged ? "yes" : "no"}`)}
          </Fact>
          <Fact name={t("journal_column_length")}>
            {entry.length === null ? t("review_not_kept") : entry.length}
          </Fact>
          <Fact name={t("journal_column_fingerprint")}>
            {entry.fingerprint === null ? t("review_not_kept") : <code>{entry.fingerprint}</code>}
          </Fact>
        </>
      );
    }
    case "alarm":
      return (
        <>
          <Fact name={t("review_rule")}>
            <LevelChip level={entry.level} t={t} /> <RuleLink t={t} rule={entry.rule} />
          </Fact>
          {entry.about && (
            <Fact name={t("review_about")}>
              <code>{"host" in entry.about ? entry.about.host : entry.about.account}</code>
            </Fact>
          )}
          <Fact name={t("journal_column_account")}>
            {accountWords(words, { platform: entry.platform, name: entry.account ?? "" })}
          </Fact>
          <Fact name={t("journal_column_kind")}>
            {t(`journal_kind_${entry.kind}`) || entry.kind}
          </Fact>
          <Fact name={t("journal_column_revision")}>
            {entry.policyRevision || t("status_none")}
          </Fact>
          <Fact name={t("journal_column_managed")}>
            {t(`journal_managed_${entry.isManaged ? "yes" : "no"}`)}
          </Fact>
          {entry.fingerprint !== null && (
            <Fact name={t("review_about_print")}>
              <code>{entry.fingerprint}</code>
            </Fact>
          )}
        </>
      );
    case "address":
      return (
        <Fact name={t("review_entry_address")}>
          <Address url={entry.url} />
        </Fact>
      );
    case "gap":
      return (
        <>
          <Fact name={t("review_gap_missing")}>{entry.missing.length}</Fact>
          <Fact name={t("review_gap_since")}>{secondsOf(lang, entry.since)}</Fact>
          <Fact name={t("review_gap_error")}>{<code>{entry.error}</code>}</Fact>
        </>
      );
    case "export":
      return (
        <Fact name={t("review_exported")}>
          {t(
            "review_exported_words",
            String(entry.from),
            String(entry.to),
            t(`journal_format_${entry.format}`),
          )}
        </Fact>
      );
    case "mode":
      return (
        <>
          <Fact name={t("journal_column_mode")}>{t(`policy_mode_${entry.mode}`)}</Fact>
          <Fact name={t("review_mode_by")}>{t(`journal_mode_by_${entry.by}`)}</Fact>
          {entry.until !== null && (
            <Fact name={t("review_mode_until")}>{secondsOf(lang, entry.until)}</Fact>
          )}
        </>
      );
    case "afterwards":
      return <Fact name={t("review_afterwards")}>{entry.posts.length}</Fact>;
    case "signoff":
      return (
        <>
          <Fact name={t("review_signed_by")}>{entry.by}</Fact>
          <Fact name={t("review_period")}>{t("review_said_period", entry.from, entry.to)}</Fact>
          <Fact name={t("review_remarks")}>{entry.remarks || t("status_none")}</Fact>
          <Fact name={t("review_signed_head")}>
            {t("review_signed_head_words", String(entry.head.seq), String(entry.breaks))}
          </Fact>
        </>
      );
  }
}

export function FindingLine({ words, finding }: { words: Words; finding: EntryFinding }) {
  const { t } = words;
  const { rule, level, usual, fate, answer } = finding;
  return (
    <>
      <LevelChip level={level} t={t} /> {usual && t("review_usual", t(`ui_level_${usual}`))}{" "}
      <RuleLink t={t} rule={rule} /> <span>{t(`journal_fate_${fate}`)}</span>
      {answer && <span class="answer">{answerWords(words, answer)}</span>}
    </>
  );
}

function answerWords({ t }: Words, answer: Answer): string {
  switch (answer.to) {
    case "decision":
      return t("review_answer_decision", answer.number);
    case "media":
      return t(
        "review_answer_media",
        answer.lookedAt.map((concern) => t(`ui_ask_media_${concern}`)).join(t("review_said_and")),
      );
    case "page":
      return t("ui_ask_page_done");
    case "device":
      return t("review_answer_device", answer.reason);
  }
}

export function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** A link where it leads to one of the sites; an opened file may say anything. */
export function Address({ url }: { url: string }) {
  const parsed = URL.parse(url);
  const isPost = parsed?.protocol === "https:" && SITE_HOSTS.includes(parsed.hostname);
  return isPost ? (
    <a class="post-address" href={url} target="_blank" rel="noreferrer">
      {url}
    </a>
  ) : (
    <code>{url}</code>
  );
}
