import { isSameAccount } from "../../accounts/register.ts";
import { matchesOf } from "../../facts/gate.ts";
import { overlaps } from "../../facts/span.ts";
import { REGISTER } from "../accounts/example-register.ts";
import type { Rule } from "../rule.ts";
import { isOutsider } from "./outsider.ts";

/**
 * X links up to 20 letters, digits and underscores (twitter-text), although its names have 15 at most; Facebook's have
 * dots and are longer.
 */
const MENTIONS = {
  x: /(?<![\w.@＠/＿!#$%&*+-])[@＠](?<handle>\w{1,20})(?![\w@＠])/gu,
  facebook: /(?<![\w.@＠/＿!#$%&*+-])[@＠](?<handle>\w[\w.]{3,48}\w)(?![\w@＠])/gu,
};

/** People who are called by name are drawn in; a post that begins with one is hidden from followers. */
export const shareMention: Rule = {
  id: "share.mention",
  clause: "6(8)",
  level: "hint",
  *check({ draft, facts, policy }) {
    const { text } = draft;
    const lead = text.length - text.trimStart().length;
    const isAnswer = draft.kind === "reply" || draft.kind === "comment";
    // The names that an answer begins with are those of the people who are answered.
    let addressed = lead;
    for (const match of matchesOf(MENTIONS[draft.platform], text)) {
      const start = match.index;
      const end = start + match[0].length;
      const span = { start, end };
      if ([...facts.emails, ...facts.links].some((other) => overlaps(other, span))) continue;
      const handle = match.groups?.handle ?? "";
      const isLeading = text.slice(addressed, start).trim() === "";
      if (isLeading) addressed = end;
      if (isAnswer && (isLeading || isSameAccount(handle, draft.quoted?.author ?? ""))) continue;
      const isHiding = start === lead && draft.platform === "x";
      if (!isHiding && !isOutsider(handle, draft, policy)) continue;
      const key = isHiding ? "share_mention_leading" : "share_mention";
      yield { ...span, message: { key, args: [match[0]] } };
    }
  },
  examples: {
    fires: [
      {
        text: "@nagano_fan さんと温泉をめぐりました。",
        policy: REGISTER,
        marks: "@nagano_fan",
      },
      { text: "紹介は@shinshu_trip から。", policy: REGISTER, marks: "@shinshu_trip" },
      { text: "@suzaka_bousai で避難の情報を。", policy: REGISTER, marks: "@suzaka_bousai" },
      {
        text: "協力：@suzaka.coffee.roasters",
        draft: { platform: "facebook" },
        policy: REGISTER,
        marks: "@suzaka.coffee.roasters",
      },
    ],
    quiet: [
      { text: "災害の情報は @suzaka_bousai で。", policy: REGISTER },
      { text: "天気は＠JMA_kishou をご覧ください。", policy: REGISTER },
      { text: "koho@city.suzaka.nagano.jp へ。", policy: REGISTER },
      { text: "りんご@直売所、今日のおすすめ", policy: REGISTER },
      { text: "動画は https://www.youtube.com/@suzakacity です。", policy: REGISTER },
      {
        text: "@amai_mono お知らせありがとうございます。",
        draft: { kind: "reply", quoted: { author: "amai_mono", text: "街灯が切れています" } },
        policy: REGISTER,
      },
    ],
  },
};
