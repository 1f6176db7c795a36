import { wordsOf } from "../page-options.ts";

const ja = {
  post: "ポストする",
  postAll: "すべてポスト",
  reply: "返信",
  placeholder: "いまどうしてる？",
  replyPlaceholder: "返信をポスト",
  another: "別のポストを追加",
  editor: "ポスト本文",
  home: "ホーム",
  profile: "プロフィール",
  compose: "ポストする",
  close: "閉じる",
  replyingTo: "返信先: ",
  sent: "ポストを送信しました。",
  view: "表示",
  quote: "引用",
  message: "新しいメッセージを作成",
  send: "送信",
  schedule: "ポストを予約",
  media: "画像や動画を追加",
  about: "これは再現した画面です。ここでの投稿は、この機械の外へ出ません。",
};

const en: typeof ja = {
  post: "Post",
  postAll: "Post all",
  reply: "Reply",
  placeholder: "What’s happening?",
  replyPlaceholder: "Post your reply",
  another: "Add another post",
  editor: "Post text",
  home: "Home",
  profile: "Profile",
  compose: "Post",
  close: "Close",
  replyingTo: "Replying to ",
  sent: "Your post was sent.",
  view: "View",
  quote: "Quote",
  message: "Start a new message",
  send: "Send",
  schedule: "Schedule post",
  media: "Add photos or video",
  about: "This is a replica. What is posted here does not leave this machine.",
};

/** A language that no label list knows, so that nothing may hang on a label. */
const fi: typeof ja = {
  ...en,
  post: "Julkaise",
  postAll: "Julkaise kaikki",
  reply: "Vastaa",
  placeholder: "Mitä tapahtuu?",
  replyPlaceholder: "Julkaise vastauksesi",
  editor: "Julkaisun teksti",
  compose: "Julkaise",
};

export const words = wordsOf({ ja, en, fi });
