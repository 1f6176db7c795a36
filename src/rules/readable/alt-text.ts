import type { Media } from "../../contract.ts";
import type { Rule } from "../rule.ts";

/** What a camera or an editor puts there, and words that only say that there is a picture. */
const NO_DESCRIPTION =
  /^(?:(?:IMG|DSC|DSCN|PXL|image|photo|picture|スクリーンショット|Screenshot)?[ _\-0-9()]{0,40}(?:\.(?:jpe?g|png|gif|webp|heic))?|[^\s]{1,60}\.(?:jpe?g|png|gif|webp|heic)|(?:この)?(?:画像|写真|イメージ|図|チラシ|ポスター|イラスト|サムネイル|バナー)(?:です)?[0-9０-９]{0,3}[。.]?|image|photo|picture|alt|なし|代替テキスト|画像の説明(?:を入力)?)$/iu;
/** Long enough for every placeholder above; a longer text describes. */
const LONGEST_PLACEHOLDER = 100;

/** Who listens to a page hears nothing of an image without alternative text. */
export const readAltText: Rule = {
  id: "read.alt-text",
  clause: "5(2)",
  level: "care",
  *check({ draft }) {
    const bare = draft.media.filter(isUndescribed).length;
    if (bare === 0) return;
    const isOnly = draft.media.length === 1;
    yield {
      start: 0,
      end: 0,
      message: isOnly
        ? { key: "read_alt_text" }
        : { key: "read_alt_text_some", args: [String(draft.media.length), String(bare)] },
    };
  },
  examples: {
    fires: [
      { text: "紅葉が見ごろです。", draft: { media: [{ type: "image", alt: null }] }, marks: "" },
      { text: "雛人形です。", draft: { media: [{ type: "gif", alt: "  " }] }, marks: "" },
      {
        text: "会場の様子です。",
        draft: {
          media: [
            { type: "image", alt: "満席の客席" },
            { type: "image", alt: "" },
          ],
        },
      },
      { text: "表紙です。", draft: { media: [{ type: "image", alt: "IMG_2031.jpg" }] } },
      { text: "ご覧ください。", draft: { media: [{ type: "image", alt: "画像" }] } },
    ],
    quiet: [
      "画像のない投稿です。",
      { text: "紅葉です。", draft: { media: [{ type: "image", alt: "池に映る赤いもみじ" }] } },
      { text: "点灯式の動画です。", draft: { media: [{ type: "video", alt: null }] } },
      { text: "日程です。", draft: { media: [{ type: "image", alt: "12月の収集日 4日、11日" }] } },
    ],
  },
};

function isUndescribed({ type, alt }: Media): boolean {
  if (type === "video") return false;
  const words = (alt ?? "").normalize("NFKC").trim();
  return words.length <= LONGEST_PLACEHOLDER && NO_DESCRIPTION.test(words);
}
