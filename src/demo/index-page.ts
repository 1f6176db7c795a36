import { DEMO_DRAFT } from "./demo-account.ts";
import type { Answer } from "./pages.ts";

interface Replica {
  name: string;
  url: string;
  /** One of the tabs that `npm start` opens. */
  isOpened?: true;
}

export const REPLICAS: readonly Replica[] = [
  { name: "X: ホーム / home", url: "https://x.com/home", isOpened: true },
  { name: "X: ポスト作成 / modal", url: "https://x.com/compose/post" },
  { name: "X: 返信 / reply", url: "https://x.com/kishou_demo/status/1700000000000000001" },
  { name: "X: プロフィール / profile", url: "https://x.com/hoshimi_city" },
  {
    name: "Facebook: 投稿を作成 / post",
    url: "https://www.facebook.com/?composer=dialog",
    isOpened: true,
  },
  { name: "Facebook: ホーム / inline", url: "https://www.facebook.com/?composer=inline" },
  { name: "Facebook: シェア / share", url: "https://www.facebook.com/?composer=share" },
  { name: "Facebook: ページ紹介 / page", url: "https://www.facebook.com/hoshimi.city" },
  { name: "Facebook: コメント / comments", url: "https://www.facebook.com/?composer=comment" },
];

export function withDraft(url: string, lang: "ja" | "en" = "ja"): string {
  const address = new URL(url);
  address.searchParams.set("text", DEMO_DRAFT);
  address.searchParams.set("lang", lang);
  return address.href;
}

export function indexPage(): Answer {
  const item = ({ name, url }: { name: string; url: string }) =>
    `<li>${name}: <a href="${url}">empty</a> · <a href="${withDraft(url).replaceAll("&", "&amp;")}">with a draft</a> · <a href="${url}${url.includes("?") ? "&amp;" : "?"}theme=dark">dark</a></li>`;
  return {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": "default-src 'none'",
    },
    body: `<!doctype html><html lang="ja"><meta charset="utf-8"><title>Tenken demo</title>
<h1>Tenken</h1>
<p>X と Facebook の投稿欄を手元で再現したページです。何を書いて投稿しても、この機械の外へは出ません。</p>
<p lang="en">These pages replay the compose boxes of X and Facebook on this machine. Nothing that is written or posted here leaves it.</p>
<ul>${REPLICAS.map(item).join("")}</ul></html>`,
  };
}
