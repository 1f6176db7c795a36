import type { ModeState } from "../messages.ts";
import { LevelMark, type Translate } from "../ui/parts.tsx";
import { trusted } from "../ui/trusted.ts";

/** More at once nobody looks at; the next come when these are done. */
const MOST_SHOWN = 20;

export interface LeftPostsProps {
  posts: ModeState["left"];
  /** Whether the emergency is over: time to look. */
  isOver: boolean;
  t: Translate;
  lang: string;
  onLooked(ids: readonly string[]): void;
}

/** What went out in an emergency with something left unlooked at: when, where, and what. */
export function LeftPosts({ posts, isOver, t, lang, onLooked }: LeftPostsProps) {
  const shown = posts.slice(0, MOST_SHOWN);
  const time = new Intl.DateTimeFormat(lang, {
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "2-digit",
  });
  return (
    <details class="left" open={isOver}>
      <summary>{t("popup_left", String(posts.length))}</summary>
      <p>{t(isOver ? "popup_left_over" : "popup_left_later")}</p>
      <ol>
        {shown.map(({ id, at, platform, account, left }) => (
          <li key={id}>
            <b>
              <time dateTime={at}>{time.format(new Date(at))}</time> {t(`ui_platform_${platform}`)}
            </b>{" "}
            {account}
            <ul>
              {left.map(({ rule, level }) => (
                <li key={rule} class={`count ${level}`}>
                  <LevelMark level={level} />
                  <span class="quiet">{t(`ui_level_${level}`)}</span>
                  <span class="words">
                    {t(`guide_title_${rule.replace(/[.-]/g, "_")}`) || rule}
                  </span>
                </li>
              ))}
              {left.length === 0 && <li>{t("journal_decision_unchecked")}</li>}
            </ul>
          </li>
        ))}
      </ol>
      {isOver && (
        <button
          type="button"
          class="button"
          onClick={trusted(() => onLooked(shown.map(({ id }) => id)))}
        >
          {t("popup_left_looked", String(shown.length))}
        </button>
      )}
    </details>
  );
}
