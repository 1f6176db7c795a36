import { useEffect, useState } from "preact/hooks";
import type { Sealed } from "../journal/entry.ts";
import { addressOf, type Where } from "./address.ts";
import { type Columns, hashOf } from "./columns.ts";
import { Address, Fact, Facts, FindingLine } from "./entry-facts.tsx";
import { outcomeName } from "./filter-bar.tsx";
import { secondsOf, type Words } from "./names.ts";
import { isEntry } from "./shape.ts";
import type { Source } from "./source.ts";
import { isPlainPress } from "./way.tsx";

export interface EntryPageProps {
  words: Words;
  source: Source;
  columns: Columns;
  where: Where & { entry: NonNullable<Where["entry"]> };
  onGo(where: Where): void;
}

/** One entry, and what else the record says of the same post. */
interface Story {
  row: number;
  one: Sealed;
  /** Others of the same post with their rows, oldest first. */
  others: { row: number; one: Sealed }[];
}

/** Everything that an entry says, in words. */
export function EntryPage({ words, source, columns, where, onGo }: EntryPageProps) {
  const { t } = words;
  const [story, setStory] = useState<Story | "asking" | "missing">("asking");
  const { seq, machine } = where.entry;
  useEffect(() => {
    let isCurrent = true;
    readStory(source, columns, seq, machine).then(
      (found) => isCurrent && setStory(found ?? "missing"),
      (error: unknown) => {
        console.warn("review:", error);
        if (isCurrent) setStory("missing");
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [source, columns, seq, machine]);

  const back: Where = { ...where, entry: null };
  return (
    <>
      <p>
        <a
          class="back"
          href={addressOf(back)}
          onClick={(event) => {
            if (!isPlainPress(event)) return;
            event.preventDefault();
            onGo(back);
          }}
        >
          {t("review_back")}
        </a>
      </p>
      {story === "asking" && <p role="status">{t("review_reading_entry")}</p>}
      {story === "missing" && <p class="empty">{t("review_entry_missing")}</p>}
      {typeof story === "object" && (
        <Told words={words} columns={columns} story={story} where={where} onGo={onGo} />
      )}
    </>
  );
}

function Told({
  words,
  columns,
  story,
  where,
  onGo,
}: Pick<EntryPageProps, "words" | "columns" | "where" | "onGo"> & { story: Story }) {
  const { t, lang } = words;
  const { one, row, others } = story;
  const { entry } = one;
  const machine = columns.machines[columns.machine[row] ?? 0] ?? "";
  const addresses = [one, ...others.map((other) => other.one)].flatMap(({ entry: at }) =>
    at.type === "address" && (entry.type !== "post" || at.of === entry.id) ? [at.url] : [],
  );
  return (
    <>
      <h1 tabIndex={-1}>{outcomeName(words, columns.outcomeAt(row))}</h1>
      <p class="lead">{secondsOf(lang, entry.at)}</p>
      {entry.type === "post" && (
        <section class="part">
          <h2>{t("review_entry_address")}</h2>
          {addresses.length === 0 ? (
            <p>
              {t(
                entry.decision === "withdrawn" ? "review_address_withdrawn" : "review_address_none",
              )}
            </p>
          ) : (
            addresses.map((url) => <Address key={url} url={url} />)
          )}
        </section>
      )}
      {entry.type === "post" && (
        <section class="part">
          <h2>{t("journal_column_findings")}</h2>
          {entry.findings.length === 0 ? (
            <p>
              {t(entry.decision === "unchecked" ? "review_entry_unchecked" : "review_entry_clean")}
            </p>
          ) : (
            <ul class="told-findings">
              {entry.findings.map((finding, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: an entry never changes
                <li key={index}>
                  <FindingLine words={words} finding={finding} />
                </li>
              ))}
            </ul>
          )}
        </section>
      )}
      <section class="part">
        <h2>{t("review_entry_all")}</h2>
        <dl class="told">
          <Facts words={words} one={one} />
          {machine && <Fact name={t("journal_column_machine")}>{<code>{machine}</code>}</Fact>}
          <Fact name={t("journal_column_seq")}>{one.seq}</Fact>
          <Fact name={t("journal_column_id")}>{<code>{entry.id}</code>}</Fact>
          <Fact name={t("review_entry_hash")}>{<code>{one.hash}</code>}</Fact>
        </dl>
      </section>
      {others.some(({ one: { entry: other } }) => other.type !== "address") && (
        <section class="part">
          <h2>{t("review_entry_others")}</h2>
          <ul class="others">
            {others
              .filter(({ one: { entry: other } }) => other.type !== "address")
              .map((other) => {
                const to: Where = { ...where, entry: { ...where.entry, seq: other.one.seq } };
                return (
                  <li key={other.row}>
                    <a
                      href={addressOf(to)}
                      onClick={(event) => {
                        if (!isPlainPress(event)) return;
                        event.preventDefault();
                        onGo(to);
                      }}
                    >
                      {t(
                        "review_entry_other",
                        secondsOf(lang, other.one.entry.at),
                        outcomeName(words, columns.outcomeAt(other.row)),
                      )}
                    </a>
                  </li>
                );
              })}
          </ul>
        </section>
      )}
    </>
  );
}

async function readStory(
  source: Source,
  columns: Columns,
  seq: number,
  machine: string,
): Promise<Story | null> {
  const place = machine === "" ? 0 : columns.machinePlace(machine);
  let row = 0;
  while (row < columns.rows && !(columns.seq[row] === seq && columns.machine[row] === place)) row++;
  const one = row < columns.rows ? await source.entry(columns, row) : null;
  if (!one || !isEntry(one.entry)) return null;
  const { entry } = one;
  if (!("post" in entry)) return { row, one, others: [] };
  const others: Story["others"] = [];
  const kin = hashOf(entry.post);
  for (let other = 0; other < columns.rows; other++) {
    if (other === row || columns.kin[other] !== kin || columns.machine[other] !== place) continue;
    const found = await source.entry(columns, other);
    if (found && "post" in found.entry && found.entry.post === entry.post) {
      others.push({ row: other, one: found });
    }
  }
  others.sort((a, b) => a.one.seq - b.one.seq);
  return { row, one, others };
}
