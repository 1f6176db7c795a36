import { isFraudWarning, surroundingsOf } from "../../facts/context.ts";
import { fold } from "../../facts/digits.ts";
import type { Facts } from "../../facts/facts.ts";
import { matchesOf } from "../../facts/gate.ts";
import type { LexiconWord } from "../../facts/lexicon.ts";
import { nextSentence } from "../../facts/phrases.ts";
import type { Span } from "../../facts/span.ts";
import type { Rule } from "../rule.ts";
import {
  ABSENT,
  ADDRESSED,
  ASKED,
  AT_HOME,
  BACK_DOOR,
  BLIND,
  DIAL,
  EXPOSED,
  FEW,
  GAP,
  GUARDING,
  HARDWARE,
  HIDDEN_KEY,
  HOST_NAME,
  HOURS,
  IN_USE,
  KEPT,
  LACKING,
  LEAKS,
  LIES,
  LOCATED,
  LOCK,
  LOCK_DIGITS,
  LYING,
  OFF,
  OPEN,
  OPEN_AFTER,
  OPENED_BY,
  OPENED_BY_THEN,
  OTHERS_DATA,
  OWN_OLD,
  PATROL,
  PENDING,
  ROUTE,
  SHARED_PASSWORD,
  UNFIXED,
  UNLOCKED,
  VERSION,
  WATCH,
  WATCH_HOURS,
} from "./security-gaps.ts";

type Asset = "guard" | "door" | "key" | "vault" | "system" | "product" | "place" | "vip";

/** Said of the reader's own door, and the world's news about security. */
const RESIDENTS =
  /ましょう|ていませんか|お宅|お車|家の(?:Wi|ルーター|パソコン|玄関)|ご?自宅の|ご?家庭|空き巣|泥棒|ねらわ|狙わ|狙い|ねらい|車上|自転車|車の(?:鍵|ドア|カギ)|家の(?:鍵|カギ)|お気をつけ|お使いの|ご使用の|皆さんの|危険です|火災警報|住宅用火災|踏切|気象|大雨|津波|クマ|ドローン|講座|講演|研修|セミナー|コインロッカー|公開収録|センサーライト|消防団|分団|警察|パトロール|見守り隊|町内|PTA|防犯協会/u;
const ADVISED = /ましょう|ていませんか|空き巣|泥棒|ねらわ|狙|危険です|消防団|警察(?!に)/u;
/** What is out of order for the public is told with regret. */
const REGRET =
  /工事の?ため|作業の?ため|が故障し、|ご不便|ご迷惑|ご了承|別の(?:出?入り?口|扉|トイレ)|に注意|被害/u;
/** Rooms and lockers that their users lock, or not. */
const PUBLIC_USE =
  /更衣室|ロッカー|トイレ|シャワー|駐輪|貴重品|お手洗い|授乳|個室|休館|閉館(?!後)|使用中止/u;
/** What might be, not what is. */
const CONDITION =
  /^(?:ない|いない)?(?:い)?(?:とき|時(?:は|に)|場合|際|ようで|なら|か(?:を|が|確|ど)|恐れ|おそれ|方は|人は)/u;
/** When somebody answers, and not who watches. */
const SERVICE = /電話|窓口|受け?付|問い?合わ?せ|手続|開館|休館|相談/u;
const ROUTINE = /毎(?:日|週|朝|晩|夕|月)|[月火水木金土日]曜|[0-9]時|歩い|徒歩|人で/u;
const CARRIED = /運[びぶん]|運搬|輸送|入金し|届け(?:ま|て)|取りに来|持って行|持っていき|回収に/u;
/** Mended, closed for the time, lent to users, or sought: nothing to get in by. */
const SETTLED =
  /実験|効果を調べ|落とし物|拾得|お預かり|貸し出|貸出|返却|補助|助成|募集|入札|業務委託|(?:増設|解消|修正|交換|修理|補修|復旧|完了|撤去|改善|設定変更|遮断)(?:を)?(?:し|が)(?:ま|完)|直りました|直しました|ふさぎました|対応済|使用(?:でき(?:ない|ません)|を?(?:中止|禁止))|利用(?:でき(?:ない|ません)|を?(?:中止|停止)|いただけません)|使えません|お使いいただけ|閉鎖(?:して|し|中)/u;

const GAPS: Record<Asset, readonly RegExp[]> = {
  guard: [OPENED_BY, BLIND, OFF, ABSENT, FEW, HOURS, LACKING, PENDING],
  door: [OPEN, OPENED_BY, OPENED_BY_THEN, ABSENT],
  key: [OPENED_BY, OPENED_BY_THEN, KEPT, UNLOCKED, AT_HOME, OPEN, LACKING],
  vault: [OPENED_BY, LYING],
  system: [EXPOSED, ADDRESSED, UNFIXED, PENDING, LACKING],
  product: [],
  place: [OPENED_BY, OPENED_BY_THEN, ABSENT, OPEN],
  vip: [ROUTE],
};
/** What no advice to residents and no apology makes harmless. */
const GRAVE: ReadonlySet<RegExp> = new Set([BLIND, EXPOSED, OPENED_BY, OPENED_BY_THEN, ROUTE]);

/** What would help somebody to get into the city's buildings or systems. */
export const secretSecurity: Rule = {
  id: "secret.security",
  clause: "4(5)キ",
  level: "stop",
  *check({ facts }) {
    let folded = "";
    const certain: Span[] = [];
    const doubts: Span[] = [];
    let reach = 0;
    for (const { 0: words, index } of matchesOf(OTHERS_DATA, facts.text)) {
      const { before, after } = surroundingsOf(facts, { start: index, end: index + words.length });
      if (SETTLED.test(before + after) || isFraudWarning(before + after)) continue;
      yield { start: index, end: index + words.length, message: { key: "secret_security" } };
    }
    for (const { 0: words, index } of matchesOf(SHARED_PASSWORD, facts.text)) {
      const { before, after } = surroundingsOf(facts, { start: index, end: index + words.length });
      const sentence = before + words + after;
      if (RESIDENTS.test(sentence) || isFraudWarning(sentence) || /ないで|避け|やめ/u.test(after))
        continue;
      yield { start: index, end: index + words.length, message: { key: "secret_security" } };
    }
    for (const told of [HIDDEN_KEY, DIAL, LEAKS])
      for (const { 0: words, index } of matchesOf(told, facts.text)) {
        const span = { start: index, end: index + words.length };
        const { before, after } = surroundingsOf(facts, span);
        const sentence = before + words + after;
        if (RESIDENTS.test(sentence) || isFraudWarning(sentence)) continue;
        const level = told === LEAKS ? { level: "care" as const } : {};
        yield { ...span, ...level, message: { key: "secret_security" } };
      }
    for (const word of facts.words) {
      if (!word.lexicon.startsWith("security-") || word.start < reach) continue;
      folded ||= fold(facts.text);
      const message = { key: "secret_security" };
      const told = gapBehind(facts, folded, word);
      const end = told ?? doubtBehind(facts, folded, word);
      if (end === null) continue;
      if (told === null) {
        doubts.push({ start: word.start, end });
        continue;
      }
      reach = told;
      certain.push({ start: word.start, end: told });
      yield { start: word.start, end: told, message };
    }
    let last = 0;
    for (const { start, end } of doubts) {
      // What is certain goes before what is not.
      if (start < last || certain.some((span) => span.start < end && start < span.end)) continue;
      last = end;
      yield { start, end, level: "care", message: { key: "secret_security" } };
    }
  },
  examples: {
    fires: [
      {
        text: "夜間の警備員の巡回は午後11時と午前3時の2回だけです。",
        marks: "警備員の巡回は午後11時と午前3時の2回だけです",
      },
      { text: "裏口の鍵は、植木鉢の下に置いてあります。", marks: "鍵は、植木鉢の下に置いてあり" },
      { text: "通用口の暗証番号は1357#です。", marks: "通用口の暗証番号は1357#" },
      { text: "サーバー名はszk-web03です。", marks: "サーバー名はszk-web03" },
      { text: "脆弱性が見つかり、まだ直せていません。" },
      { text: "監視カメラが故障していて、録画できません。" },
      { text: "電子キーの番号は4桁で「2468」。", marks: "電子キーの番号は4桁で「2468" },
      { text: "職員用の玄関はカードをかざさなくても開きます。" },
      { text: "他の人の申請内容が見える状態です。", marks: "他の人の申請内容が見え" },
      {
        text: "南京錠のダイヤルを「258」に合わせてください。",
        marks: "南京錠のダイヤルを「258」に合わせ",
      },
      { text: "玄関の鍵が1本見つかっていません。" },
      { text: "本人確認の欄を空けたままでも次へ進めます。" },
      { text: "毎週金曜に現金を銀行へ運びます。" },
      { text: "青パトは今月、木曜の夜はどこも回っておりません。" },
      { text: "テンキーで0427と続けて扉を開けてください。" },
      { text: "受付の職員証は名前を言うだけで借りられ、確認していません。" },
      { text: "USBメモリを駅で落としてしまいました。" },
    ],
    quiet: [
      "青パトの出発式を行いました。",
      "USBメモリを落とされた方は、警備室までお越しください。",
      "【システム障害のお知らせ】施設予約システムがつながりにくくなっています。",
      "図書館は午前9時から午後7時まで開いています。",
      "防犯カメラを通学路に20台設置しました。",
      "死角の多い交差点にご注意ください。",
      "年末特別警戒で、消防団が午後8時から市内を巡回します。",
      "宿直の職員が不在の時間はありません。",
      "夜警団の皆さんが、夜8時から町内を見回ります。",
      "鍵の落とし物をお預かりしています。",
      "空き巣は死角になる窓をねらいます。",
      "体育館の鍵は、午前9時から窓口で貸し出します。",
      "システムの脆弱性を解消しました。",
      "玄関の自動ドアが故障し、ご不便をおかけしています。",
      "消防団の夜警は20時から巡回します。",
      "公衆無線LANは暗号化していません。大事な情報は入力しないでください。",
    ],
  },
};

/** Where the gap ends that is told of behind an asset; null where none is. */
function gapBehind(facts: Facts, folded: string, word: LexiconWord): number | null {
  const { sentences, quotations } = facts;
  const read = { text: folded, sentences, quotations };
  const { before, after, quotation } = surroundingsOf(read, word);
  const asset = word.lexicon.slice("security-".length) as Asset;
  const sentence = before + folded.slice(word.start, word.end) + after;
  if (quotation || isFraudWarning(sentence)) return null;
  const isSettled = SETTLED.test(sentence);
  // Of a guard or a camera what stands behind is often what residents are asked for.
  const isGuard = asset === "guard";
  const isAdvice = (isGuard ? ADVISED : RESIDENTS).test(sentence);
  const length = (words: string) => word.end + words.trimEnd().length;
  if (asset === "product") {
    const unfixed = isSettled || isAdvice ? undefined : UNFIXED.exec(after)?.[0];
    if (unfixed) return length(unfixed);
    const version = VERSION.exec(after)?.[0];
    // Windows 7 has its version in its name, and every home has it too.
    if (/[0-9]$/u.test(word.word))
      return OWN_OLD.test(sentence) &&
        /システム|サーバ|業務|庁|職員|市の|窓口/u.test(sentence) &&
        !isAdvice
        ? word.end
        : null;
    return version && IN_USE.test(sentence) && !isAdvice && !isSettled ? length(version) : null;
  }
  if (isGuard && !isAdvice && !isSettled && /員|直$|守衛|夜警|巡回|見回/u.test(word.word)) {
    const isRound = /巡回|見回/u.test(word.word)
      ? /警備|夜|閉館|庁舎|校舎|宿直|守衛|施設|館内/u.test(sentence)
      : /巡回|見回/u.test(after.slice(0, 8));
    const hours = isRound ? PATROL.exec(after)?.[0] : undefined;
    if (hours && !RESIDENTS.test(before + word.word + hours)) return length(hours);
  }
  if (LOCK.test(word.word)) {
    const digits = isSettled ? undefined : LOCK_DIGITS.exec(after)?.[0];
    if (digits) return length(digits);
  }
  if (asset === "system" && /(?:公衆|フリー|無料|お使いの|家庭の)[^、。]{0,4}$/u.test(before))
    return null;
  if (asset === "vault" && ROUTINE.test(sentence) && CARRIED.test(after))
    return length(after.slice(0, (CARRIED.exec(after)?.index ?? 0) + 2));
  if (HARDWARE.test(word.word) && !isAdvice && !isSettled) {
    const located = LOCATED.exec(after)?.[0];
    if (located) return length(located);
  }
  if (asset === "system" && /サーバ|ホスト|コンピュ|ルーター|vpn|データベース/u.test(word.word)) {
    const name = isSettled ? undefined : HOST_NAME.exec(after)?.[0];
    if (name) return length(name);
  }
  for (const gap of GAPS[asset]) {
    const isGrave = GRAVE.has(gap);
    if (isSettled && !(isGrave && gap !== BLIND)) continue;
    if (isAdvice && !isGrave) continue;
    const isFacility = gap === OPEN || gap === UNLOCKED || gap === LACKING;
    const passage = sentence + nextSentence(read, word.start);
    if (isFacility && (REGRET.test(sentence) || PUBLIC_USE.test(passage))) continue;
    if (gap === ABSENT && SERVICE.test(sentence)) continue;
    const behind = gap === OPENED_BY_THEN ? after + nextSentence(read, word.start) : after;
    const match = gap.exec(behind);
    const told = match ? behind.slice(0, match.index + match[0].length) : "";
    if (isGuard && !isGrave && RESIDENTS.test(before + told)) continue;
    if (match && !CONDITION.test(behind.slice(told.length))) return length(told);
  }
  return null;
}

/** Where something ends that sounds like a gap, though no known one: for a person to judge. */
function doubtBehind(facts: Facts, folded: string, word: LexiconWord): number | null {
  if (!GUARDING.test(word.word)) return null;
  const { sentences, quotations } = facts;
  const read = { text: folded, sentences, quotations };
  const { before, after, quotation } = surroundingsOf(read, word);
  const sentence = before + word.word + after;
  if (quotation || isFraudWarning(sentence) || SETTLED.test(sentence)) return null;
  if (REGRET.test(sentence) || ASKED.test(sentence)) return null;
  const isWatch = WATCH.test(word.word) && !ADVISED.test(sentence);
  const match =
    GAP.exec(after) ??
    (isWatch ? WATCH_HOURS.exec(after) : null) ??
    LIES.exec(after) ??
    (BACK_DOOR.test(word.word) ? OPEN_AFTER.exec(after) : null);
  if (!match || CONDITION.test(after.slice(match[0].length))) return null;
  return word.end + match[0].length;
}
