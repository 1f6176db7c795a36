import type { ComponentChildren } from "preact";
import type { FindingView } from "./model.ts";
import { clauseName, Icon, LevelMark, type Translate, wordsOf } from "./parts.tsx";
import { trusted } from "./trusted.ts";

interface ItemsProps {
  findings: readonly FindingView[];
  t: Translate;
  onRepair(finding: FindingView): void;
  /** What stands under an item: its question. */
  below?(finding: FindingView): ComponentChildren;
}

/** The findings as the dialog lists them, each a way back to its words. */
export function Items({ findings, t, onRepair, below }: ItemsProps) {
  return (
    <ul class="items">
      {findings.map((finding) => (
        <li key={finding.id}>
          <button
            type="button"
            class={`item ${finding.level}`}
            onClick={trusted(() => onRepair(finding))}
          >
            <LevelMark level={finding.level} />
            <span>
              {finding.where && <i>{t(...finding.where)}</i>}
              <b>{wordsOf(finding, t)}</b> {finding.message}
              <small>
                {clauseName(finding.clause)}
                {finding.fixes.length > 0 &&
                  !finding.asks &&
                  ` → ${finding.fixes.map((fix) => fix.label).join(" / ")}`}
              </small>
            </span>
            <Icon name="go" />
          </button>
          {below?.(finding)}
        </li>
      ))}
    </ul>
  );
}
