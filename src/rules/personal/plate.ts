import { fold } from "../../facts/digits.ts";
import { matchesOf } from "../../facts/gate.ts";
import type { Rule } from "../rule.ts";

/** Kana in use on plates (道路運送車両法施行規則 第11条, 様式第1): no お, し, へ and ん. */
const KANA =
  "[あいうえかきくけこさすせそたちつてとなにぬねのはひふほまみむめもやゆよらりるれろをわ]";
/** Four places: digits, and dots for those that are empty. */
const SERIAL = "(?:[1-9][0-9]-[0-9]{2}|[1-9][0-9]{0,3}|[・.]{1,3} ?-?[・.]?[0-9]{1,3})";
/**
 * The office (長野, 富士山, つくば), the class of two or three places, the kana, the serial number. Mopeds
 * have the town's name and no class.
 */
const PLATES: readonly RegExp[] = [
  new RegExp(
    `(?:[一-鿿]{1,4}|つくば|とちぎ|なにわ|いわき)[「(]? ?[0-9]{2,3}[A-Z]{0,2} ?${KANA} ?${SERIAL}(?![0-9円年月日時分人名件]|番地)`,
    "gu",
  ),
  new RegExp(
    `(?:[一-鿿]{1,4}|つくば|とちぎ|なにわ|いわき) ?[0-9][0-9A-Z][0-9A-Z] ?${KANA} ?${SERIAL}(?![0-9円年月日時分人名件]|番地)`,
    "gu",
  ),
  new RegExp(
    `[一-鿿]{1,6}[市町村] ?${KANA} ?(?:[0-9]{1,2}-[0-9]{2}|[0-9]{3,4})(?![0-9円年月日時分人名件]|番地)`,
    "gu",
  ),
];
const VEHICLE =
  /車|ナンバー|プレート|原付|バイク|駐車|ライト|レンタカー|トラック|プレート|盗難|逃走/u;

/** Somebody's own: 市長の車も…. */
const KEPT =
  /(?:さん|様|[市町村課部係社園校]長|職員|議員|先生|公用|自分|私|うち|我が家)の(?:愛)?(?:車|バイク|自家用車|クルマ)/u;

/** A number plate leads to its keeper. */
export const piiPlate: Rule = {
  id: "pii.plate",
  clause: "4(5)オ",
  level: "care",
  *check({ facts }) {
    if (!/[0-9０-９]/u.test(facts.text)) return;
    const folded = fold(facts.text);
    let reach = 0;
    for (const [index, pattern] of PLATES.entries())
      for (const match of matchesOf(pattern, folded)) {
        const start = match.index;
        const end = start + match[0].length;
        if (start < reach) continue;
        const around = folded.slice(Math.max(0, start - 60), end + 60);
        // A moped's plate looks like any town with a letter and a count.
        if (index === 2 && !VEHICLE.test(around)) continue;
        // A plate that is shown, not one that is driven.
        if (/図柄|見本|ご当地ナンバー|希望ナンバー|抽選/u.test(around) && !KEPT.test(around))
          continue;
        if (
          /(?:例|見本|サンプル)[:： )]?[^\n。]{0,4}$/u.test(
            folded.slice(Math.max(0, start - 8), start),
          )
        )
          continue;
        reach = end;
        yield { start, end, message: { key: "pii_plate" } };
      }
  },
  examples: {
    fires: [
      { text: "長野 500 あ 12-34 の白い車の方へ", marks: "長野 500 あ 12-34" },
      { text: "松本３００さ１２３４の車です。", marks: "松本３００さ１２３４" },
      { text: "品川 33A ま 45-67", marks: "品川 33A ま 45-67" },
      { text: "放置車両 長野580た・123", marks: "長野580た・123" },
      { text: "盗難の原付 須坂市 あ 1234", marks: "須坂市 あ 1234" },
    ],
    quiet: [
      "ご当地ナンバーの図柄が決まりました。「・・・1」から抽選です。",
      "定員は長野 300名、あと 12人です。",
      "料金は大人500円です。",
      "（例）長野 500 あ 12-34",
      "長野県の100の道を歩きます。",
    ],
  },
};
