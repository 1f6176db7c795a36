import { useState } from "preact/hooks";
import type { Policy } from "../contract.ts";
import type { SettingsAnswer } from "../messages.ts";
import { Mark } from "../pages/marks.tsx";
import { Table } from "../pages/table.tsx";
import { KEY_NAMES, KEYS, SECTIONS } from "../policy/keys.ts";
import { sectionTitleOf, titleOf } from "../policy/words.ts";
import type { Translate } from "../ui/parts.tsx";
import { unusedKeys } from "./diagnosis.ts";
import { readable } from "./values.ts";

/** Lists up to this many items stand open. */
const SHORT = 3;

/** Key by key: what holds, and where it came from. */
export function KeyTables({ answer, t }: { answer: SettingsAnswer; t: Translate }) {
  const [isSetOnly, setSetOnly] = useState(false);
  const { keys } = answer.status;
  const unused = unusedKeys(answer);
  const names = KEY_NAMES.filter((name) => !isSetOnly || keys[name].source !== "default");
  return (
    <section class="part" id="keys" aria-labelledby="keys-title">
      <h2 id="keys-title">{t("status_keys")}</h2>
      <label class="choice">
        <input
          type="checkbox"
          checked={isSetOnly}
          onChange={({ currentTarget }) => setSetOnly(currentTarget.checked)}
        />
        {t("status_keys_set_only")}
      </label>
      {names.length === 0 && <p class="empty">{t("status_keys_empty")}</p>}
      {SECTIONS.map((section) => {
        const rows = names.filter((name) => KEYS[name].section === section);
        return rows.length === 0 ? null : (
          <Table
            key={section}
            caption={t(sectionTitleOf(section))}
            rows={rows}
            keyOf={(name) => name}
            columns={[
              {
                title: t("status_key"),
                isHeader: true,
                cell: (name) => (
                  <>
                    <span>{t(titleOf([name]))}</span> <code>{name}</code>
                  </>
                ),
              },
              { title: t("status_value"), cell: (name) => <Value {...{ name, answer, t }} /> },
              {
                title: t("status_source"),
                cell: (name) => (
                  <Origin name={name} answer={answer} isUnused={unused.includes(name)} t={t} />
                ),
              },
            ]}
          />
        );
      })}
    </section>
  );
}

interface KeyProps {
  name: keyof Policy;
  answer: SettingsAnswer;
  t: Translate;
}

function Value({ name, answer, t }: KeyProps) {
  const value = readable(name, answer.status.policy, t);
  switch (value.kind) {
    case "none":
      return <span class="soft">{t("status_none")}</span>;
    case "words":
      return value.words;
    case "items": {
      const list = (
        <ul class="items-list">
          {value.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      );
      if (value.items.length <= SHORT) return list;
      return (
        <details>
          <summary>{t("status_count", String(value.items.length))}</summary>
          {list}
        </details>
      );
    }
  }
}

function Origin({ name, answer, isUnused, t }: KeyProps & { isUnused: boolean }) {
  const { source, lock } = answer.status.keys[name];
  const isDerived = name === "ownDomains" && answer.status.policy.ownDomains.length > 0;
  return (
    <div class="origin">
      <span class={source === "default" ? "soft" : "badge key"}>
        {source === "managed" && <Mark name="lock" />}
        {t(source === "default" && isDerived ? "status_source_derived" : `status_source_${source}`)}
      </span>
      {source !== "managed" && lock !== null && (
        <span class="badge">
          <Mark name="lock" />
          {t(`status_lock_${lock}`)}
        </span>
      )}
      {isUnused && <p class="hint-text">{t("status_unused")}</p>}
    </div>
  );
}
