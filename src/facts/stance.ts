/**
 * What a sentence does with the thing it names: a notice that forbids, warns, denies or teaches is not
 * the thing itself. Each judges one sentence.
 */

/** What takes itself back before it says the thing all the same: 差別ではありませんが、… */
const DISCLAIMER =
  /(?:差別|偏見|決めつけ|悪口|誹謗中傷|噂|うわさ|デマ|嘘|冗談|違法|犯罪)(?:する|をする)?(?:つもり|わけ|気)?(?:では|じゃ|は|に(?:は)?)?(?:ありません|ない|なりません|ならない|かもしれません|かもしれない)(?:の)?(?:です|と思います)?(?:が|けど|けれど)/gu;

export function withoutDisclaimer(sentence: string): string {
  return sentence.replace(DISCLAIMER, "");
}

/** Against belittling people: it names what is said of them in order to refute it. */
export function isAgainstPrejudice(sentence: string): boolean {
  return /差別|偏見|誤解|思い込み|決めつけ|ヘイト|ハラスメント|人権|排斥|固定観念|先入観|なくそう|なくし(?:ましょう|ていき|たい)|許し?ません|許されません|わけでは(?:ありません|ない)|の(?:では|じゃ)(?:ありません|ない(?!か|でしょ))|とは限り|いけません|根拠のない|デマ|やめましょう|やめてください|やめよう|事実ではな|間違い(?:です|だ)|誤り(?:です|だ)|と言われ(?:て(?!も)|た)|中傷|共生|多様性|アンコンシャス|ジェンダー|見直(?!しませんか|してみ)|とらわれ|こだわらず|関係な|問わず|かかわらず/u.test(
    withoutDisclaimer(sentence),
  );
}

/** Against an act: forbidden, punished, warned of, reported to the police, prevented. */
export function isAgainstAct(sentence: string): boolean {
  return /犯罪|違法|違反(?!に(?:は)?な(?:ら|り))|禁止|禁じ|罰(?:則|金|せ|し|を)|懲役|拘禁|処罰|取り?締ま(?:り(?:を(?:強|実|行)|強|中|の対)|られ)|の対象(?:です|になり|とな)|検挙|逮捕|通報し|通報を|110番|やめ(?:よう|ましょう|て|ま|る)|いけません|いけない|なりません|ならない|絶対に?(?:し|や)|(?<!問題)(?<!構わ)(?<!つ)ないで(?!しょう|す|も)|ないよう|しないこと|ご?遠慮|控え|(?:ご|に)注意|ご?用心|気をつけ|防止|予防|撲滅|根絶|追放|被害|危険です|許し?ません|許しません|許されません|なくそう|ダメ|だめ(?:です|！|。)|駄目|アウト|大きな間違い|誤りです|詐欺|手口|トラブル|恐れがあり|おそれがあり|と、[^。]{0,16}(?:影響|詰まり|汚れ|迷惑)|責任を問|とんでもない|飲んだら乗る/u.test(
    withoutDisclaimer(sentence),
  );
}

/** The readers are asked for their opinion: what stands in the post is meant to be public. */
export function isConsultation(text: string): boolean {
  return /パブリック[・ ]?コメント|パブコメ|意見(?:を|等を|や[^。\n]{1,12}を)?(?:募集|公募|募り|お寄せ|お聞かせ|お聴か|お聞き|伺|うかが|提出|受け付け|求め)|ご意見|意見交換|意見公募|意見聴取|説明会|公聴会|(?:審議会|懇談会|協議会|委員会)[^。\n]{0,6}(?:を開|を行|開催|傍聴|委員を|議題)|傍聴|縦覧|アンケート|ワークショップ|ヒアリング|タウンミーティング/u.test(
    text,
  );
}
