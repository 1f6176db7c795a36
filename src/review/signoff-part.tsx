import { useEffect, useState } from "preact/hooks";
import { anchorText } from "../journal/anchor.ts";
import type { ChainReport } from "../journal/chain.ts";
import type { Anchor, SignoffEntry } from "../journal/entry.ts";
import { chainWords } from "../journal/words.ts";
import { Banner } from "../pages/banner.tsx";
import { Button } from "../pages/button.tsx";
import { Field } from "../pages/field.tsx";
import { Table } from "../pages/table.tsx";
import { type Columns, dateOfDay, dayOf, dayOfDate, OUTCOMES } from "./columns.ts";
import type { Filter } from "./filter.ts";
import { secondsOf, type Words } from "./names.ts";
import { isEntry } from "./shape.ts";
import type { Source } from "./source.ts";

export type Signoff = Pick<SignoffEntry, "by" | "from" | "to" | "remarks">;

export interface SignoffPartProps {
  words: Words;
  source: Source;
  columns: Columns;
  filter: Filter;
  /** Verifies the record and signs it; null: nothing can be signed here. */
  sign: ((what: Signoff) => Promise<{ anchor: Anchor; report: ChainReport }>) | null;
  say(words: string): void;
}

/** More of them are found in the list of entries. */
const MOST = 12;

/** Who looked through which period, when, and with what remarks; and the form that adds one. */
export function SignoffPart({ words, source, columns, filter, sign, say }: SignoffPartProps) {
  const { t, lang, policy } = words;
  const [done, setDone] = useState<SignoffEntry[]>([]);
  useEffect(() => {
    let isCurrent = true;
    void signoffs(source, columns).then((found) => isCurrent && setDone(found), console.warn);
    return () => {
      isCurrent = false;
    };
  }, [source, columns]);
  return (
    <section class="part" id="signoff" aria-labelledby="signoff-title">
      <h2 id="signoff-title">{t("review_part_signoff")}</h2>
      <p class="hint-text">{t("review_signoff_lead")}</p>
      {done.length === 0 ? (
        <p class="empty">{t("review_signoff_none")}</p>
      ) : (
        <Table<SignoffEntry>
          caption={t("review_signoff_done")}
          columns={[
            {
              title: t("review_period"),
              isHeader: true,
              cell: ({ from, to }) => t("review_said_period", from, to),
            },
            { title: t("review_signed_by"), cell: ({ by }) => by },
            { title: t("review_signed_at"), cell: ({ at }) => secondsOf(lang, at) },
            { title: t("review_remarks"), cell: ({ remarks }) => remarks },
          ]}
          rows={done}
          keyOf={({ id }) => id}
        />
      )}
      {sign ? (
        <Form
          key={`${filter.from} ${filter.to}`}
          words={words}
          filter={filter}
          by={policy.recordOfficer}
          sign={sign}
          say={say}
        />
      ) : (
        <p class="hint-text">
          {t(source.kind === "files" ? "review_signoff_files" : "review_signoff_off")}
        </p>
      )}
    </section>
  );
}

async function signoffs(source: Source, columns: Columns): Promise<SignoffEntry[]> {
  const wanted = OUTCOMES.indexOf("signoff");
  const found: SignoffEntry[] = [];
  for (let row = columns.rows - 1; row >= 0 && found.length < MOST; row--) {
    if (columns.outcome[row] !== wanted) continue;
    const entry = (await source.entry(columns, row))?.entry;
    if (isEntry(entry) && entry.type === "signoff") found.push(entry);
  }
  return found;
}

function Form({
  words,
  filter,
  by,
  sign,
  say,
}: {
  words: Words;
  filter: Filter;
  by: string;
  sign: NonNullable<SignoffPartProps["sign"]>;
  say(words: string): void;
}) {
  const { t } = words;
  const today = dateOfDay(dayOf(Date.now()));
  const [what, setWhat] = useState<Signoff>({
    by,
    from: filter.from,
    to: filter.to || today,
    remarks: "",
  });
  const [isTold, setTold] = useState(false);
  const [state, setState] = useState<
    "open" | "signing" | "failed" | { anchor: Anchor; report: ChainReport }
  >("open");
  const errors = errorsOf(what, today);

  async function press(): Promise<void> {
    setTold(true);
    if (Object.keys(errors).length > 0) return;
    setState("signing");
    say(t("review_signing"));
    try {
      setState(await sign({ ...what, by: what.by.trim(), remarks: what.remarks.trim() }));
      say(t("review_signed"));
      setWhat({ ...what, remarks: "" });
      setTold(false);
    } catch (error) {
      console.warn("review:", error);
      setState("failed");
      say(t("review_sign_failed"));
    }
  }

  const error = (name: keyof Signoff) => (isTold && errors[name] ? t(errors[name]) : undefined);
  return (
    <div class="sign-form">
      <h3>{t("review_sign_title")}</h3>
      <div class="sign-period">
        <Field label={t("review_from")} error={error("from")}>
          {(ids) => (
            <input
              {...ids}
              class="input"
              type="date"
              value={what.from}
              onChange={({ currentTarget }) => setWhat({ ...what, from: currentTarget.value })}
            />
          )}
        </Field>
        <Field label={t("review_to")} error={error("to")}>
          {(ids) => (
            <input
              {...ids}
              class="input"
              type="date"
              value={what.to}
              onChange={({ currentTarget }) => setWhat({ ...what, to: currentTarget.value })}
            />
          )}
        </Field>
      </div>
      <Field label={t("review_signed_by")} hint={t("review_sign_by_hint")} error={error("by")}>
        {(ids) => (
          <input
            {...ids}
            class="input"
            autocomplete="off"
            maxLength={200}
            value={what.by}
            onInput={({ currentTarget }) => setWhat({ ...what, by: currentTarget.value })}
          />
        )}
      </Field>
      <Field label={t("review_remarks")} hint={t("review_sign_remarks_hint")}>
        {(ids) => (
          <textarea
            {...ids}
            class="textarea"
            maxLength={2000}
            value={what.remarks}
            onInput={({ currentTarget }) => setWhat({ ...what, remarks: currentTarget.value })}
          />
        )}
      </Field>
      <div class="buttons">
        <Button look="main" isDisabled={state === "signing"} onPress={() => void press()}>
          {t("review_sign")}
        </Button>
        {state === "signing" && <span>{t("review_signing")}</span>}
      </div>
      {state === "failed" && <Banner level="stop" title={t("review_sign_failed")} />}
      {typeof state === "object" && (
        <Banner level={state.report.breaks.length > 0 ? "care" : "done"} title={t("review_signed")}>
          {chainWords(state.report).map(({ key, args }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: said once
            <p key={index}>{t(key, ...(args ?? []))}</p>
          ))}
          <p>{t("review_anchor_words")}</p>
          <p>
            <code>{anchorText(state.anchor)}</code>
          </p>
        </Banner>
      )}
    </div>
  );
}

/** `_locales` keys of what is missing or cannot be. */
function errorsOf(
  { by, from, to }: Signoff,
  today: string,
): Partial<Record<keyof Signoff, string>> {
  const isOrdered = dayOfDate(from) !== null && from <= to;
  return {
    ...(by.trim() === "" ? { by: "review_sign_by_missing" } : {}),
    ...(dayOfDate(from) === null ? { from: "review_sign_date_missing" } : {}),
    ...(dayOfDate(to) === null
      ? { to: "review_sign_date_missing" }
      : dayOfDate(from) !== null && !isOrdered
        ? { to: "review_sign_order" }
        : to > today
          ? { to: "review_sign_future" }
          : {}),
  };
}
