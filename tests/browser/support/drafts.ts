/** What the browser tests write: slips that the rules find without any policy, and words around them. */

/** 2026-12-05 is a Saturday. */
export const WRONG_DAY = "2026年12月5日(日)";
export const RIGHT_DAY = "2026年12月5日(土)";
export const SHORT = "bit.ly/hoshimi-gomi";
export const OLD_WORD = "看護婦";
export const NEW_WORD = "看護師";

/** Emoji of several code units before and between, so that an offset that is off shows. */
export const DRAFT = `👩‍👩‍👧🚛粗大ごみの臨時収集は${WRONG_DAY}です。\n健康相談では${OLD_WORD}がお話を聞きます🍎\n詳しくは ${SHORT} をどうぞ`;
export const CLEAN = "🍁紅葉が見ごろです。\n足もとに気をつけて、ゆっくりお楽しみください。";

/** An address of a replica with this draft in its composer. */
export function prefilled(url: string, ...texts: string[]): string {
  const address = new URL(url);
  for (const text of texts) address.searchParams.append("text", text);
  return address.href;
}

/** Everything that can be checked the same way on both sites. */
export const COMPOSERS = [
  {
    name: "X",
    composer: "home",
    url: "https://x.com/home",
    editor: '[data-testid="tweetTextarea_0"]',
    button: '[data-testid="tweetButtonInline"]',
  },
  {
    name: "Facebook",
    composer: "dialog",
    url: "https://www.facebook.com/?composer=dialog",
    editor: '[role="dialog"] [role="textbox"]',
    button: '[role="dialog"] [role="button"][aria-label="投稿"]',
  },
] as const;

/** The dialog, once it asks: until the verdict has come it may only say that it is waiting. */
export const ASKING = "dialog:has(h2:not(.waiting))";
