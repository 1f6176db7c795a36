import { useCallback, useEffect, useMemo, useState } from "preact/hooks";
import { signOff } from "../journal/signoff.ts";
import type { Journal } from "../journal/store.ts";
import type { SettingsAnswer } from "../messages.ts";
import { Banner } from "../pages/banner.tsx";
import { Button } from "../pages/button.tsx";
import { Frame } from "../pages/frame.tsx";
import type { OpenPage } from "../pages/open.ts";
import { DEFAULT_POLICY } from "../policy/defaults.ts";
import type { Translate } from "../ui/parts.tsx";
import { AccountsPart } from "./accounts-part.tsx";
import { addressOf, type Where, whereOf } from "./address.ts";
import { ChainPart } from "./chain-part.tsx";
import { EntriesPart } from "./entries-part.tsx";
import { EntryPage } from "./entry-page.tsx";
import { FilesPart } from "./files-part.tsx";
import { type Filter, matching } from "./filter.ts";
import { FilterBar } from "./filter-bar.tsx";
import { formats, type Words } from "./names.ts";
import { PilotPart } from "./pilot-part.tsx";
import { RulesPart } from "./rules-part.tsx";
import { type Signoff, SignoffPart } from "./signoff-part.tsx";
import { filesSource, machineSource } from "./source.ts";
import { TakeOutPart } from "./take-out-part.tsx";
import { totalsOf } from "./totals.ts";
import { type Record, useRecord } from "./use-record.ts";
import { WeeksPart } from "./weeks-part.tsx";

export interface ReviewPort {
  journal: Journal;
  settings(): Promise<SettingsAnswer>;
  onChanged(listener: () => void, signal: AbortSignal): void;
}

const PARTS = [
  "weeks",
  "rules",
  "pilot",
  "entries",
  "accounts",
  "signoff",
  "chain",
  "take",
  "files",
] as const;

export interface ReviewProps {
  t: Translate;
  page: OpenPage;
  port: ReviewPort;
}

/** What was decided, for whoever answers for it: this machine's record, or exports of many machines. */
export function Review({ t, page, port }: ReviewProps) {
  const { journal } = port;
  const { lang } = page;
  const settings = useSettings(port);
  const policy = settings?.status.policy ?? DEFAULT_POLICY;
  const words = useMemo<Words>(() => ({ t, lang, policy }), [t, lang, policy]);

  const [where, go] = useWhere();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [version, setVersion] = useState(0);
  const source = useMemo(
    () => (files.length > 0 ? filesSource(files) : machineSource(journal)),
    [files, journal],
  );
  const record = useRecord(source, version);
  const { columns, order, reading, loaded } = record;
  const rows = useMemo(
    () => matching(columns, order, where.filter),
    [columns, order, where.filter],
  );
  const totals = useMemo(() => totalsOf(columns, rows), [columns, rows]);
  const filterBy = useCallback(
    (filter: Filter) => go({ filter, page: 0, entry: null }, "replace"),
    [go],
  );
  const found = formats(lang).number.format(rows.length);
  // biome-ignore lint/correctness/useExhaustiveDependencies: said when the choice changes, and then once
  useEffect(() => {
    if (reading === null) page.say(t("review_found", found));
  }, [where.filter]);
  const reread = () => setVersion((before) => before + 1);
  const open = (chosen: readonly File[]) => {
    setVersion(0);
    setFiles(chosen);
    go({ ...where, page: 0, entry: null });
    page.say(t(chosen.length > 0 ? "review_files_opening" : "review_files_closed"));
  };
  async function sign(what: Signoff) {
    const report = await journal.verify();
    const anchor = await signOff(journal, what, report);
    reread();
    return { anchor, report };
  }

  const isOwn = source.kind === "machine";
  const isEmpty = reading === null && columns.rows === 0;
  const shared = { words, totals, filter: where.filter, onFilter: filterBy };

  return (
    <Frame
      t={t}
      path="/review.html"
      sections={where.entry ? [] : PARTS.map((id) => ({ id, name: t(`review_part_${id}`) }))}
    >
      {where.entry ? (
        reading === null ? (
          <EntryPage
            words={words}
            source={source}
            columns={columns}
            where={{ ...where, entry: where.entry }}
            onGo={go}
          />
        ) : (
          <Reading words={words} record={record} />
        )
      ) : (
        <>
          <h1>{t("pages_review")}</h1>
          <p class="lead">
            {t(isOwn ? "review_lead_machine" : "review_lead_files", String(files.length))}
          </p>
          {loaded && loaded.problems.length > 0 && (
            <Banner level="stop" title={t("review_files_problems")}>
              <p>
                <a href="#chain">{t("review_files_problems_where")}</a>
              </p>
            </Banner>
          )}
          {isOwn && settings && <State words={words} settings={settings} isEmpty={isEmpty} />}
          {record.failure !== null && (
            <Banner level="stop" title={t("review_failed")}>
              <p>{t("review_failed_words", record.failure)}</p>
              <div class="buttons">
                <Button onPress={reread}>{t("status_again")}</Button>
              </div>
            </Banner>
          )}
          <FilterBar words={words} columns={columns} filter={where.filter} onChange={filterBy} />
          <Reading words={words} record={record} />
          <WeeksPart {...shared} />
          <RulesPart {...shared} />
          <PilotPart {...shared} />
          <EntriesPart
            words={words}
            columns={columns}
            rows={rows}
            where={where}
            hasMachines={!isOwn}
            onGo={go}
          />
          <AccountsPart words={words} columns={columns} />
          <SignoffPart
            words={words}
            source={source}
            columns={columns}
            filter={where.filter}
            sign={isOwn && policy.journalEnabled ? sign : null}
            say={page.say}
          />
          <ChainPart
            words={words}
            loaded={isOwn ? null : loaded}
            source={source}
            verify={isOwn && columns.rows > 0 ? journal.verify : null}
            count={columns.rows}
            say={page.say}
          />
          <TakeOutPart
            words={words}
            source={source}
            columns={columns}
            rows={rows}
            journal={isOwn && columns.rows > 0 ? journal : null}
            filter={where.filter}
            say={page.say}
            onWritten={reread}
          />
          <FilesPart words={words} files={files} onOpen={open} />
        </>
      )}
    </Frame>
  );
}

/** How far the reading is; nothing once it is done. */
function Reading({ words: { t, lang }, record }: { words: Words; record: Record }) {
  return (
    <p class="reading" role="status">
      {record.reading !== null && t("review_reading", formats(lang).number.format(record.reading))}
    </p>
  );
}

/** Whether anything is recorded here, and what to do where nothing is. */
function State({
  words: { t },
  settings,
  isEmpty,
}: {
  words: Words;
  settings: SettingsAnswer;
  isEmpty: boolean;
}) {
  const { policy } = settings.status;
  if (!policy.journalEnabled) {
    return (
      <Banner level="care" title={t("review_off")}>
        <p>{t(isEmpty ? "review_off_words" : "review_off_kept")}</p>
        <div class="buttons">
          <a class="button" href="/options.html#behaviour">
            {t("review_off_open")}
          </a>
        </div>
      </Banner>
    );
  }
  return isEmpty ? (
    <Banner level="hint" title={t("review_empty")}>
      <p>{t("review_empty_words")}</p>
    </Banner>
  ) : null;
}

/** What is set on this machine; null: not known yet, or the worker does not answer. */
function useSettings(port: ReviewPort): SettingsAnswer | null {
  const [settings, setSettings] = useState<SettingsAnswer | null>(null);
  useEffect(() => {
    const life = new AbortController();
    const ask = () => void port.settings().then(setSettings, console.warn);
    port.onChanged(ask, life.signal);
    ask();
    return () => life.abort();
  }, [port]);
  return settings;
}

/** The page's address as state: what is shown can be bookmarked, and "back" goes back. */
function useWhere(): [Where, (where: Where, how?: "push" | "replace") => void] {
  const [where, setWhere] = useState(() => whereOf(location.search));
  useEffect(() => {
    const life = new AbortController();
    window.addEventListener("popstate", () => setWhere(whereOf(location.search)), {
      signal: life.signal,
    });
    return () => life.abort();
  }, []);
  const go = useCallback((next: Where, how: "push" | "replace" = "push") => {
    const address = addressOf(next);
    if (how === "replace") history.replaceState(null, "", address);
    else history.pushState(null, "", address);
    setWhere((before) => {
      // To or from an entry's page: one reads from its top.
      if ((before.entry === null) !== (next.entry === null)) requestAnimationFrame(toTop);
      return next;
    });
  }, []);
  return [where, go];
}

function toTop(): void {
  scrollTo(0, 0);
  document.getElementById("main")?.focus({ preventScroll: true });
}
