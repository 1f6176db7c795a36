import { type Framing, findFrames } from "../../facts/frames.ts";
import { findAll, joinSpans, phraseAt } from "../../facts/phrases.ts";
import type { Rule } from "../rule.ts";

/** Behind these a condition is only named; whether it makes sure is for the outcome to say. */
const CONDITION = /(?:ば|だけで|これで|さえ)$/u;
const SURE =
  /絶対|必ず|100|百|確実|間違いな|まちがいな|全員|二度と|完全|どんな|何が|一切|誰でも|だれでも/u;
/** What no condition brings about, though nothing sure is said of it: 飲めばがんが治ります. */
const CURE =
  /必ず|絶対|治[りるせ]|治って|がん|癌|ガン|完治|高血圧|糖尿|認知症|若返|痩せ|やせ|髪が生|背が伸|長生き|頭が[よ良]く|金運|儲か|もうか|当た[りる]/u;
const ABSENT: readonly RegExp[] = [
  /絶対に?[^。\n、]{0,10}?(?:しません|なりません(?!か)|起きません|壊れません|負けません|倒れません|切れません|うつりません|枯れません)(?!か|ので)|(?:なら|さえ[^。\n、]{1,8}ば|おけば)[、]?[^。\n、]{0,16}(?:れる|かかる|なる|遭う|あう|起きる|壊れる|切れる)ことは(?:もう)?ありません/gu,
  /(?:全国|日本中|世界中|県内)(?:の)?どこ(?:を探|に行っ)[^。\n]{0,16}(?:ありません|ない|ここだけ)|(?:ない|ません)(?:ので|から)[、]?(?:絶対に?|もう|誰でも)?安(?:心|全)です(?!か)|一度[^。\n、]{1,6}たら[、]?(?:もう)?ほかの?[^。\n]{1,10}られません|(?:副反応|副作用|危険(?:性)?|リスク|健康被害)は(?:ありません|ないです|ございません)/gu,
  /(?:[るたい])こと(?:は|が)?[、]?(?:絶対に?|一切|全く|決して|まったく|二度と|万に一つも|もう)(?:に)?(?:あり(?:ません|え)|ない(?=[。ので、！]|$)|ございません|起こ|起き)/gmu,
  /[るたい](?:はず|わけ|心配|恐れ|おそれ|余地)(?:は|が)(?:もう|全く|一切|絶対に|まったく)?(?:あり(?:ません|え)|ない(?=[。ので、！]|$)|ございません)/gmu,
  /[るたい]ことは(?:まず|絶対に?|到底|万に一つも)?(?:あり得|ありえ)(?:ません|ない)/gu,
  /(?:副作用|リスク|危険(?:性)?|心配|事故|被害|健康(?:への)?(?:被害|影響)|問題|欠点|漏えい|漏洩|放射能の影響|影響|不安|ミス|悪影響|失敗|可能性|おそれ|恐れ)(?:は|が|の心配は)?[、]?(?:一切|いっさい|全く|まったく|絶対に?|完全に|永久に|永遠に|今後も|将来も|100%|100％|皆無|ゼロ(?!では|じゃ))[^。\n、]{0,4}(?:ありません|あり得(?:ません|ない)|ありえ(?:ません|ない)|ない(?!よ)|ございません|ゼロ(?!では)|です|だ)/gu,
  /(?:可能性|リスク|危険性?|おそれ|恐れ|被害|事故)は?ゼロ(?!では|に(?:は)?でき|を|へ)/gu,
  /[えけせてねべめれげ]ば、?[^。、\n]{2,20}ことは(?:もう)?ありません/gu,
  /(?:一切|いっさい|全く|まったく|絶対に)(?:の)?(?:副作用|リスク|危険(?:性)?|心配|悪影響|健康被害)(?:は|が|も)?(?:あり|な)(?!い(?:よう|か))|ゼロリスク/gu,
  /(?:命を落とす|亡くなる|けがをする|被害(?:に遭う|を受ける|者)|逃げ遅れる|迷う|困る|失敗する|落ちる)(?:人|方|者)?(?:は|が)[^。\n、]{0,4}(?:一人|ひとり|１人|1人|一件|誰)も(?:出|い|おり|あり|なく)/gu,
  /(?:合格|効果|安全|成功|満足|優勝|当選|回復|健康|安心|利益|元本)[^。\n、]{0,4}(?:間違いなし|まちがいなし|を?保証し|は?確実です|請け合い|を?(?:お)?約束し)/gu,
];
/** Where the claim says on what it stands, or is a title that was won, a wish, a journey, a name. */
const GROUNDED =
  /(?:に|として)指定され|によると|によれば|調べ|認定|ギネス|優勝|受賞|金賞|出典|統計|調査(?:で|に|結果)|登録(?:され|さ)|※|現在、|年度?(?:時点|現在|度)|農林水産省|総務省|経産省|文化庁|国土地理院/u;
const WON =
  /^(?:受けたい|の山)|^(?:の座|に(?:輝|選ば|なり(?:まし|た)|なった|なろう|挑|も輝)|を(?:目指|めざ|決め|競|かけ|懸け|獲得|狙|つか|勝ち取|誇る?(?=と))|周|決定戦|めざ|短い|長い(?=の)|のり|遺産|選手権|記録|大会|へ|チーム)|^[^。\n]{0,8}(?:と(?:も)?(?:いわれ|言われ|される|称され|呼ばれ)|級|クラス|を目指|をめざ)/u;
const DENIED =
  /詐欺|うそ|嘘|手口|勧誘|ご?注意|言えません|とは(?:限|言)|わけでは|ではありません|ありえ|ご用心|約束|過信|思い込み|油断|しないで|ないで(?:くだ|ね)|なりません|話はありません|逮捕|警察官?が|電話|ATM|ＡＴＭ|口座|暗証|お尋ね|お聞き|求め|請求|訪問|要求/u;

export const toneAbsolute: Rule = {
  id: "tone.absolute",
  clause: "5(2)",
  level: "hint",
  *check({ facts }) {
    const certain = findFrames(facts, "certain").filter(isSure);
    const first = facts.words
      .filter(({ lexicon }) => lexicon === "first")
      .map(({ start, end }) => phraseAt(facts, start, end))
      .filter(({ after }) => !WON.test(after));
    const spans = [...certain, ...findAll(facts, ABSENT), ...first].filter(
      ({ isQuoted, before, after, sentence }) =>
        !isQuoted && !DENIED.test(before) && !DENIED.test(after) && !GROUNDED.test(sentence),
    );
    for (const { start, end } of joinSpans(spans)) {
      const text = facts.text.slice(start, end);
      yield { start, end, message: { key: "tone_absolute", args: [text] } };
    }
  },
  examples: {
    fires: [
      { text: "この堤防があれば絶対に安全です。", marks: "絶対に安全です" },
      { text: "早めに逃げれば必ず助かります。", marks: "必ず助かりま" },
      { text: "副作用は一切ありません。", marks: "副作用は一切ありません" },
      { text: "日本一おいしい水です。", marks: "日本一" },
      { text: "どんな災害でも命は助かります。" },
      { text: "この体操で必ず転ばなくなります。" },
      { text: "電気代は誰でも確実に半分になります。" },
      { text: "世界初の取り組みです。", marks: "世界初" },
    ],
    quiet: [
      "接種券を必ずお持ちください。絶対に近づかないでください。",
      "果汁100%のジュースです。",
      "自転車で日本一周した方の講演会です。全国大会で日本一に輝きました。",
      "農林水産省の統計によると、生産量は日本一です。",
      "「絶対にもうかる」という投資話は詐欺です。",
      "全国一斉の試験放送です。市が暗証番号を聞くことは絶対にありません。",
      "必ず安全な場所で待ちましょう。",
    ],
  },
};

/** Something follows surely from something, and is told, not wished, asked or made ready for. */
function isSure({ head, between, tail, after }: Framing): boolean {
  if (/[、]/u.test(between.slice(1)) && between.length > 8) return false;
  if (CONDITION.test(head) && !SURE.test(between) && !CURE.test(tail)) return false;
  if (
    /^誰でも|^だれでも|^これ/u.test(head) &&
    !SURE.test(between) &&
    !/合格|受か|痩せ|やせ|もうか|儲か|半分|治/u.test(tail)
  )
    return false;
  return !/^[^。\n]{0,6}(?:ように|よう、|ための|ために|ましょう|か[。？?]|ません?か)/u.test(after);
}
