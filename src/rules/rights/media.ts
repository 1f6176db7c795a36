import type { Rule } from "../rule.ts";

/** What is in a picture no rule can judge: it is asked, once per post. */
export const rightsMedia: Rule = {
  id: "rights.media",
  clause: "4(4)",
  level: "care",
  *check({ draft }) {
    if (draft.media.length === 0) return;
    const hasMoving = draft.media.some(({ type }) => type === "video");
    yield {
      start: 0,
      end: 0,
      message: { key: hasMoving ? "rights_media_video" : "rights_media" },
      asks: "media",
    };
  },
  examples: {
    fires: [
      {
        text: "雪遊びの様子です。",
        draft: { media: [{ type: "image", alt: "雪だるま" }] },
        marks: "",
      },
      { text: "カモの動画です。", draft: { media: [{ type: "video", alt: null }] }, marks: "" },
      { text: "動く絵です。", draft: { media: [{ type: "gif", alt: null }] }, marks: "" },
      {
        text: "",
        draft: {
          media: [
            { type: "image", alt: null },
            { type: "image", alt: null },
          ],
        },
        marks: "",
      },
    ],
    quiet: [
      "写真の募集は毎月20日までです。",
      "動画の視聴には通信料がかかります。",
      "",
      "画像をご覧ください。",
    ],
  },
};
