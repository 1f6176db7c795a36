import { matchesOf } from "./gate.ts";
import type { Span } from "./span.ts";
import { surnameAtEnd, surnameAtStart } from "./surnames.ts";

/** A family name with an office instead of an honorific or bare behind a job, and whole names in kana. */
export interface TitledName extends Span {
  name: string;
  /** 先生, 議員, 係長, 様 …; "" where the job stands before a bare name. */
  title: string;
  form: "full" | "family";
}

const TITLED =
  /(?<name>[一-鿿々ヶ]{2,6})(?<title>先生|教諭|校長|教頭|園長|議員|市議|県議|係長|課長|次長|部長|主任|主査|主事|室長|所長|館長|局長|区長|会長|社長|店長|巡査|隊員|団員|監督|コーチ|選手|医師|保育士|看護師|保健師|支援員|相談員|運転士|ご?(?:夫[妻婦]|一家|きょうだい|兄弟|姉妹|兄妹|姉弟|親子))(?![一-鿿])/gu;
/** 担当の市川は, 市職員の青木（27）: staff and workers are named without an honorific. */
const BEHIND_JOB =
  /(?<=(?:の[男女]|担当者?|窓口|受付|新入職員|係|職員|課員|部下|同僚|上司|後輩|新人|主任|主査|主事|運転手|警備員|作業員|会社員|団体職員|公務員|自営業|無職|教諭|保育士|看護師|支援員|調理員|用務員|店員|農業|[部課]長|[一-鿿](?:課|係|支所|署|局))(?:の|だった|、|,|・|:| |である)?)(?<name>[一-鿿々ヶ]{2,5}(?:[ぁ-ゖ]{2,4}|[ァ-ヺー]{2,4})?)(?=[はがもを、,(（ 　]|の(?=[一-鿿ァ-ヺ])|に(?=[一-鿿])|で[、す]|$)/gu;

/** ミヤザワ タカシ様, and prize winners: 小学1年の部 もりた ゆい（小山小）. */
const IN_KANA: readonly RegExp[] = [
  /(?<![ァ-ヺー])(?<name>[ァ-ヺー]{2,5}[ 　][ァ-ヺー]{2,5})[ 　]?(?<title>さん|さま|様|氏|くん|ちゃん)/gu,
  /(?<=(?:[1-6一二三四五六]年(?:生)?(?:の部)?|年[長中少]児?(?:の部)?|賞|入選|佳作)[:：、 　]{1,2})(?<name>[ぁ-ゖ]{2,5}[ 　][ぁ-ゖ]{2,4})(?=[ 　]?[（(、,\n]|さん|くん|ちゃん|$)/gmu,
  /(?<![ぁ-ゖ])(?<name>[ぁ-ゖ]{1,4}[^はがをにでもの、][ 　][ぁ-ゖ]{2,4})」?(?<title>くん|ちゃん)/gu,
  /(?<=名前?は[「『])(?<name>[ぁ-ゖァ-ヺー一-鿿]{1,4})[」』](?<title>さん|くん|ちゃん)/gu,
];

/** @param text folded, so that offsets are the draft's. */
export function findTitledNames(text: string): TitledName[] {
  const found: TitledName[] = [];
  for (const match of matchesOf(TITLED, text)) {
    const { name: run = "", title = "" } = match.groups ?? {};
    // Places and schools bear the same names: 小山小校長, 中野市議.
    const name = surnameAtEnd(run);
    if (name.length < 2 || /[県市町村区]$/u.test(run)) continue;
    const end = match.index + match[0].length;
    found.push({ start: end - title.length - name.length, end, name, title, form: "family" });
  }
  for (const match of matchesOf(BEHIND_JOB, text)) {
    const run = match.groups?.name ?? "";
    const family = surnameAtStart(run);
    const given = run.slice(family.length);
    if (family.length < 2 || given.length > 4) continue;
    if (given !== "" && !/^(?:[一-鿿々]{1,3}|[ぁ-ゖ]{2,4}|[ァ-ヺー]{2,4})$/u.test(given)) continue;
    if (/[町村市区県館校園会店線駅橋川池山団社署課係部局院所寺宮組班]$/u.test(given)) continue;
    if (/^(?:から|まで|さん|くん|より|など|では|です|ほか|たち)/u.test(given)) continue;
    const end = match.index + run.length;
    found.push({
      start: match.index,
      end,
      name: run,
      title: "",
      form: given === "" ? "family" : "full",
    });
  }
  for (const pattern of IN_KANA)
    for (const match of matchesOf(pattern, text)) {
      const { name = "", title = "" } = match.groups ?? {};
      const end = match.index + match[0].length;
      found.push({
        start: match.index,
        end,
        name: name.replace(/[ 　]/u, ""),
        title,
        form: "full",
      });
    }
  return found;
}
