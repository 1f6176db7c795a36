/** What a particle stands behind when it is no letter of a word: a noun in kanji, katakana, digits, a bracket. */
const NOUN = "(?<=[\\p{Script=Han}\\p{Script=Katakana}々ーA-Za-z0-9０-９)）」』】”〉》])";
/** What cannot go on a word that begins with the particle's own sound. */
const NEXT = "(?=[\\p{Script=Han}\\p{Script=Katakana}A-Za-z0-9０-９「『（(【、。，\\s]|$)";
/** Nouns in kana, and nouns made of verbs (お知らせ, 申し込み). */
const KANA_NOUN =
  "(?<=こちら|そちら|あちら|どちら|から|まで|など|さん|さま|ごろ|ころ|とき|もの|ため|ところ|こと|ほか|それ|これ|ここ|そこ|みんな|たち|かた|ども|まち|りんご|ぶどう|ごみ|[りきみけいえせちれさん])";
/** Kana may follow where no word begins with the particle and that kana: はごみ, のふるさと, でおはなし. */
const BEFORE_KANA =
  "(?:のの(?=[あいうえおかがきくけげごさざすずそただつてとなぬねひふまめもやゆよわ]|みなさ|みんな)|はは(?=[あうおごけざそつのひぬほゆよわを]|こちら|この|これ|ここ|みなさ|みんな|いつ|どう|どの|どこ)|でで(?=[あいうおごさざせそつてなにのひふまみめやゆりわ])|とと(?=[あいごさざすせぜそただつにはひふほみやゆわ])|へへ(?=[あうおかきくけさすせつてなのはふまみめもよわ]))(?!のの[のん])";
/** Particles, endings and counters that stand twice, where no word of Japanese would. */
export const PARTICLES: readonly RegExp[] = [
  // を is nothing but a particle.
  /をを/gu,
  new RegExp(`${NOUN}(?:のの(?!字)|はは|でで|とと|へへ)${NEXT}`, "gu"),
  new RegExp(`${NOUN}${BEFORE_KANA}`, "gu"),
  // 増えががち, 花ににおい, 公園ににぎわい: words that begin with が and に.
  new RegExp(`${NOUN}がが(?![くいけっらんじ])`, "gu"),
  new RegExp(`${NOUN}にに(?![ぎおせじわんこほちげくがぬねのはひふへっゅょら])`, "gu"),
  new RegExp(`${NOUN}にに(?=お(?:越|申|問|持|立|寄|集|住|送|届|いで|かけ))`, "gu"),
  new RegExp(
    `${KANA_NOUN}(?:(?:のの|はは|とと|でで)(?=[\\p{Script=Han}\\p{Script=Katakana}])|がが(?=[\\p{Script=Han}\\p{Script=Katakana}あおごで、，])|にに(?=\\p{Script=Han})|${BEFORE_KANA})(?!のの[の])`,
    "gu",
  ),
  // 桃 is a fruit, and thighs are sold too: a day or a group is neither.
  /(?<=[日月年時曜間中者方朝夕])もも(?=[開実行受利可使参含同必営])/gu,
  // A list's particle; やや before a measure is an adverb (風やや強く).
  /(?<=[\p{Script=Han}\p{Script=Katakana}ーてり])やや(?=[\p{Script=Han}\p{Script=Katakana}])(?![強弱高低大小多少難遅早長短広狭甘辛濃薄重軽古新太細不上下右左増減曇冷寒暑暖涼若暗明速厚硬柔固鋭丸安深浅])/gu,
  // Two that never meet: 申込をが, 参加者がを.
  new RegExp(`${NOUN}(?:をが|がを|はを|をは|はが|がは|にを|をに|でを)${NEXT}`, "gu"),
  /(?<=[\p{Script=Han}0-9０-９時分日月年])(?:からから|までまで|よりより(?![良よ多深早高詳]))/gu,
  // 喉がからから follows a particle; a reason follows its verb.
  /(?<=[るたいだすんう])からから(?!に|と|の)|(?<=[\p{Script=Hiragana}ー])までまで|(?<=\p{Script=Han}{2}|[\p{Script=Katakana}ー]{2})(?:するする|したした|してして|されるされる|できるできる|(?:するる|したた)(?=[。、！!]|$))/gu,
  /(?<=[とにくが])なりなり(?=ま|ます|た)|(?<=ため|ので|など|だけ)(?:ため|ので|だけ)(?=[、。にの\p{Script=Han}]|$)|にもにも|でもでも(?!で)|までもまでも|からもからも|(?:こと|もの)がが|(?:への|での|との|には|では)(?:への|での|との|には|では)(?=[\p{Script=Han}\p{Script=Katakana}])/gu,
  /(?<=[いしりきちみびぎじえけせてねべめれげぜで])ますます(?=[。！!、\n]|$)|[しりきみい]まします|しましました|(?:ますす|ですす|ましたた|でしたた|くださいい|ませんん)(?=[。！!、\n]|$)|ですです|でしたでした|ましたました|ませんません|くださいください|くだくださ|いたいたしま|いたしいたし/gu,
  /では、では|には、には|とは、とは/gu,
  /(?<=[にで])はは(?=[、\p{Script=Han}])|(?<=[いし])ます(?:します|います|おります)|ませませ(?=[。！!\n]|$)|(?<=\p{Script=Han})様様|(?<=皆|みな)(?:さんさん|さまさま)|(?<=[子人供もし])たち(?:ち|たち)(?=[がはにのをと、])|(?<=開催|実施|募集|配布|開始|案内|参加|販売|展示|公開|紹介|設置|掲載|発行|開設|中止|延期|変更|終了|提供|支給|支援|予定)しし(?=ます|まし|て)|(?<=[館園所場校課室])もも(?=\p{Script=Han})/gu,
  /なお、なお、|また、また、|ただし、ただし、|そして、そして、/gu,
  new RegExp(
    [..."日月火水木金土"].map((day) => `[(（]${day}[)）][(（]${day}[)）]`).join("|"),
    "gu",
  ),
  // 5日日曜, 12月月曜: a day's own word follows.
  /(?<=[0-9０-９])(?:円円|名名|時時|分分|人人|歳歳|階階|回回|年年)/gu,
  /(?<![、。,.])(?:、、|。、|、。)(?![、。,.])/gu,
];
