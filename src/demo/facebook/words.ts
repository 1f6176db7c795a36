import { wordsOf } from "../page-options.ts";

const ja = {
  compose: "投稿を作成",
  post: "投稿",
  next: "次へ",
  share: "シェア",
  save: "保存",
  settings: "投稿の設定",
  reply: "返信",
  edit: "編集",
  now: "たった今",
  sent: "投稿を公開しました。",
  view: "表示",
  close: "閉じる",
  audience: "公開",
  prompt: (name: string) => `${name}さん、今どんな気持ち？`,
  commentAs: (name: string) => `${name}としてコメント`,
  comment: "コメント",
  like: "いいね！",
  article: (name: string) => `${name}さんの投稿`,
  about: "これは再現した画面です。ここでの投稿は、この機械の外へ出ません。",
};

const en: typeof ja = {
  compose: "Create post",
  post: "Post",
  next: "Next",
  share: "Share now",
  save: "Save",
  settings: "Post settings",
  reply: "Reply",
  edit: "Edit",
  now: "Just now",
  sent: "Your post was published.",
  view: "View",
  close: "Close",
  audience: "Public",
  prompt: (name) => `What's on your mind, ${name}?`,
  commentAs: (name) => `Comment as ${name}`,
  comment: "Comment",
  like: "Like",
  article: (name) => `Post by ${name}`,
  about: "This is a replica. What is posted here does not leave this machine.",
};

/** A language that no label list knows, so that nothing may hang on a label. */
const fi: typeof ja = {
  ...en,
  compose: "Luo julkaisu",
  post: "Julkaise",
  next: "Seuraava",
  close: "Sulje",
  comment: "Kommentti",
};

export const words = wordsOf({ ja, en, fi });
