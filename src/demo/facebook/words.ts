import { options, wordsOf } from "../page-options.ts";

const ja = {
  compose: "投稿を作成",
  post: "投稿",
  next: "次へ",
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
/** With "?variant=next" the dialog's button says "Next" first, as it does where there are options. */
export const postLabel = options.variant === "next" ? words.next : words.post;
