import { occursIn } from "./gate.ts";

/**
 * What cannot wait for office hours: warnings, shelters, disasters, and what cuts people off from
 * water, power or roads. A drill or a lecture about them can wait.
 */
const URGENT =
  /避難(?:指示|情報|所|して|を開始|場所を開)|高齢者等避難|緊急安全確保|警報|注意報|警戒(?:レベル|情報)|警戒本部|対策本部|地震|津波|震度|氾濫|浸水|土砂|決壊|冠水|噴火|台風|大雨|大雪|暴風|竜巻|落雷|火災|停電|断水|濁水|漏水|ガス漏れ|通行止|通行規制|倒木|落石|運休|運転見合わせ|行方不明|行方がわから|行方が分から|捜索|不審者|刃物|逃走|立てこもり|クマ|くま出没|熊|イノシシ|サル(?:の|が)|弾道ミサイル|Jアラート|緊急|至急|臨時休|休校|休園|給水|食中毒|熱中症|凍結|通信障害|システム障害|つながりにく|復旧|中止(?:し|と|の)|延期(?:し|と|の)|訂正|お詫び/u;
const PLANNED =
  /訓練|講座|講演|教室|研修|学習会|展示|募集|パネル展|フェア|週間|月間|運動|備え(?:ましょう|て(?:い|お|、))|点検しましょう/u;

/** Whether the text tells of something that readers need at once. */
export function isUrgent(text: string): boolean {
  return occursIn(URGENT, text) && !occursIn(PLANNED, text);
}
