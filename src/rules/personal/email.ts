import { bySentence, isFraudWarning } from "../../facts/context.ts";
import { isPrivateMailHost, isWithin, ownDomainsOf } from "../../facts/domains.ts";
import type { Rule } from "../rule.ts";

const policy = {
  ownDomains: ["city.suzaka.nagano.jp"],
  trustedDomains: ["mesena-hall.example.jp"],
};

/** Whose mail it is that arrives. */
const SENDER =
  /^[」』]? ?(?:から|のよう|という|といった|などの|等の|は(?:詐欺|偽|ニセ)|を名乗|をかた)/u;

export const piiEmail: Rule = {
  id: "pii.email",
  clause: "4(5)オ",
  level: "care",
  *check({ facts, policy }) {
    const familiar = [...ownDomainsOf(policy), ...policy.trustedDomains];
    // The address of a swindler is what a warning is about.
    const isWarning = bySentence(facts, isFraudWarning);
    for (const { start, end, host } of facts.emails) {
      if (isWithin(host, familiar)) continue;
      if (SENDER.test(facts.text.slice(end, end + 16)) && isWarning({ start, end })) continue;
      const isPrivate = isPrivateMailHost(host);
      yield {
        start,
        end,
        message: { key: isPrivate ? "pii_email_private" : "pii_email", args: [host] },
        ...(isPrivate ? { level: "stop" as const } : {}),
      };
    }
  },
  examples: {
    fires: [
      { text: "申込は satoyama@mori.example.org まで。", marks: "satoyama@mori.example.org" },
      { text: "連絡先:suzaka.bus@gmail.com", marks: "suzaka.bus@gmail.com" },
      {
        text: "見学はｅｈｏｎ＠ｙａｈｏｏ．ｃｏ．ｊｐへ。",
        marks: "ｅｈｏｎ＠ｙａｈｏｏ．ｃｏ．ｊｐ",
      },
      { text: "hara★gmail.com（★は@）へ", marks: "hara★gmail.com" },
      { text: "k.suzuki アットマーク au.com", marks: "k.suzuki アットマーク au.com" },
      {
        text: "info(at)chorus.example.com までお知らせください。",
        marks: "info(at)chorus.example.com",
      },
      {
        text: "koho@city.suzaka.nagano.jp.example.com",
        policy,
        marks: "koho@city.suzaka.nagano.jp.example.com",
      },
    ],
    quiet: [
      { text: "ご意見は koho@city.suzaka.nagano.jp へ。", policy },
      { text: "図書館は info@lib.city.suzaka.nagano.jp です。", policy },
      { text: "催しは info@mesena-hall.example.jp へ。", policy },
      {
        text: "ご意見は koho@city.suzaka.nagano.jp へ。",
        policy: { homepageUrl: "https://www.city.suzaka.nagano.jp/" },
      },
      "info@amaz0n.example.com から届くメールは詐欺です。",
      "災害情報は @suzaka_bousai をフォローしてください。",
      "分散型SNSは @suzaka@social.example.jp です。",
      "りんご@直売所、今日のおすすめ",
    ],
  },
};
