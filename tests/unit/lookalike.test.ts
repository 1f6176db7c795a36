import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { imitated } from "../../src/accounts/lookalike.ts";
import { skeleton } from "../../src/accounts/skeleton.ts";
import type { Account, Policy } from "../../src/contract.ts";
import { DEFAULT_POLICY } from "../../src/policy/defaults.ts";

const CITY: Account = {
  platform: "x",
  handle: "hoshimi_city",
  name: "星見市公式",
  department: "政策推進課",
};
const policyOf = (accounts: Account[], rest: Partial<Policy> = {}): Policy => ({
  ...DEFAULT_POLICY,
  accounts,
  ...rest,
});
const policy = policyOf([CITY]);
const seen = (handle: string, name = "ほしみ") => imitated(policy, "x", { handle, name });

describe("a handle that imitates a registered one", () => {
  test.each([
    ["an underscore more", "hoshimi_city_"],
    ["an underscore before", "_hoshimi_city"],
    ["an underscore less", "hoshimicity"],
    ["a digit more", "hoshimi_city1"],
    ["a year", "hoshimi_city2026"],
    ["a digit between", "hoshimi2_city"],
    ["an l for an i", "hoshlmi_city"],
    ["a one for an i", "hosh1mi_city"],
    ["a zero for an o", "h0shimi_city"],
    ["r and n for an m", "hoshirni_city"],
    ["two letters swapped", "hohsimi_city"],
    ["two letters swapped at the end", "hoshimi_ciyt"],
    ["Greek and Cyrillic letters", "hοshіmi_city"],
    ["several of these", "h0shlmi_city_01"],
  ])("%s", (_, handle) => {
    expect(seen(handle)).toBe(CITY);
  });

  test.each([
    ["the account itself", "hoshimi_city"],
    ["the same, written otherwise", "Hoshimi_City"],
    ["one letter for another: another city", "hoshino_city"],
    ["a letter less", "hoshimi_cit"],
    ["a word more", "hoshimi_city_library"],
    ["the fire service's number", "hoshimi_city119"],
    ["five digits", "hoshimi_city12345"],
    ["nothing in common", "suzaka_city"],
    ["nothing at all", ""],
  ])("but not %s", (_, handle) => {
    expect(seen(handle)).toBeNull();
  });
});

describe("a name that imitates a registered one", () => {
  test.each([
    ["the very name", "星見市公式"],
    ["a badge", "星見市【公式】✅"],
    ["without what it adds", "星見市"],
    ["another decoration", "星見市 公式アカウント"],
    ["spaces and signs", "星 見 市・公式"],
    ["an invisible letter", "星\u200b見市公式"],
    ["a stroke less", "星見巿公式"],
  ])("%s", (_, name) => {
    expect(seen("somebody_else", name)).toBe(CITY);
  });

  test.each([
    ["kana for characters", "カワロ工業市", "力ワロエ業市"],
    ["a one for the long vowel", "スーパー市", "ス一パ一市"],
    ["Cyrillic letters", "Hoshimi City PR", "Hоshіmi Сity PR"],
    ["wide letters", "Hoshimi City", "Ｈｏｓｈｉｍｉ　Ｃｉｔｙ"],
    ["accents", "Hoshimi City", "Hōshímì City"],
    ["mathematical letters", "Hoshimi City", "𝐇𝐨𝐬𝐡𝐢𝐦𝐢 𝐂𝐢𝐭𝐲"],
  ])("%s", (_, own, name) => {
    const account: Account = { platform: "x", handle: "abcdefg", name: own };
    expect(imitated(policyOf([account]), "x", { handle: "zyxwvut", name })).toBe(account);
  });

  test.each([
    "星見市民の会",
    "星見市【非公式】",
    "星見市を応援する会",
    "星見市立図書館",
    "星見町",
    "月見市公式",
    "ほしみ市場",
    "",
    "✅",
  ])("but not %s", (name) => {
    expect(seen("somebody_else", name)).toBeNull();
  });

  it("says nothing of a name that any body's account may have", () => {
    const library: Account = { platform: "x", handle: "hoshimi_lib", name: "図書館" };
    const other = { handle: "tsukimi_lib", name: "図書館【公式】" };
    expect(imitated(policyOf([library]), "x", other)).toBeNull();
  });
});

describe("who it is", () => {
  it("says nothing of accounts that are registered or trusted", () => {
    const fire: Account = { platform: "x", handle: "hoshimi_city2", name: "星見市公式" };
    const trusted = { platform: "x" as const, handle: "hoshimicity", name: "星見市公式" };
    const both = policyOf([CITY, fire], { trustedAccounts: [trusted] });
    for (const handle of ["hoshimi_city", "hoshimi_city2", "hoshimicity"]) {
      expect(imitated(both, "x", { handle, name: "星見市公式" })).toBeNull();
    }
  });

  it("knows an account on Facebook by number, by address, and only then by its name", () => {
    const byId: Account = { platform: "facebook", id: "100090000000001", name: "星見市" };
    const page = { name: "星見市" };
    const judged = (account: Account, other: object) =>
      imitated(policyOf([account]), "facebook", { ...page, ...other });
    expect(judged(byId, { id: "100090000000001" })).toBeNull();
    expect(judged(byId, { id: "100090000000002" })).toBe(byId);
    // Nothing to compare but the name, which is the account's own.
    expect(judged(byId, { handle: "hoshimi.city" })).toBeNull();
    const byUrl: Account = { ...byId, url: "https://www.facebook.com/hoshimi.city" };
    expect(judged(byUrl, { handle: "hoshimi.city" })).toBeNull();
    expect(judged(byUrl, { handle: "hoshimi.city.2" })).toBe(byUrl);
    expect(judged(byUrl, { handle: "hosihmicity", name: "ほしみ" })).toBe(byUrl);
  });

  it("keeps the platforms apart", () => {
    expect(imitated(policy, "facebook", { handle: "hoshimi_city_", name: "星見市" })).toBeNull();
  });
});

/** Names of cities as their handles spell them, among them those that one letter tells apart. */
const CITIES =
  `abashiri abiko ageo aioi aisai aizuwakamatsu akashi akishima akita akitakata akiruno akune amagasaki ama
  amakusa anan anjo annaka aomori arakawa arao arida asago asahi asahikawa asaka asakura ashibetsu ashikaga
  ashiya aso atami atsugi awa awaji awara ayabe ayase bando beppu bibai bizen chiba chichibu chigasaki chikuma
  chikusei chino chiryu chita chitose chofu choshi chuo daisen daito date date_fukushima ebetsu ebina edogawa
  ena fuchu fuchu_hiroshima fuji fujieda fujimi fujimino fujinomiya fujioka fujisawa fujiyoshida fukaya fukuchiyama
  fukui fukuoka fukushima fukutsu fukuyama funabashi futtsu gamagori gero gifu ginowan gojo gose gotemba goto gotsu
  gyoda habikino hachinohe hachioji hadano hagi hakodate hakui hakusan hamada hamamatsu hamura handa hanno hannan
  hanyu hashima hashimoto hasuda hatogaya hatsukaichi higashihiroshima higashikurume higashimurayama higashiomi
  higashiosaka hikari hikone himeji himi hino hirado hirakata hirakawa hiratsuka hirosaki hiroshima hita hitachi
  hitachinaka hitachiomiya hitachiota hitoyoshi hofu hokkaido hokota hokuto honjo hyuga ibara ibaraki ibusuki
  ichihara ichikawa ichikikushikino ichinomiya ichinoseki iga iida iiyama iizuka ikeda iki ikoma imabari imari imizu
  ina inabe inagi inashiki inawashiro inazawa inuyama inzai iruma isa isahaya ise isehara isesaki ishigaki ishikari
  ishinomaki ishioka isumi itabashi itako itami ito itoigawa itoman itoshima iwaki iwakuni iwakura iwamizawa iwanuma
  iwata iwate iyo izu izumi izumiotsu izumisano izumo izunokuni joetsu joso joyo kadoma kaga kagoshima kahoku kai
  kainan kaizu kaizuka kakamigahara kakegawa kakogawa kakuda kama kamagaya kamaishi kamakura kameoka kameyama kami
  kamiamakusa kaminoyama kamisu kamo kamogawa kanazawa kani kanonji kanoya kanuma karatsu kariya kasai kasama kasaoka
  kashiba kashihara kashima kashiwa kashiwara kashiwazaki kasuga kasugai kasukabe kasumigaura katagami katano kato
  katori katsura katsuragi katsushika katsuura katsuyama kawachinagano kawagoe kawaguchi kawanishi kawasaki kazo kazuno
  kesennuma kikuchi kikugawa kimitsu kinokawa kiryu kisarazu kishiwada kita kitaakita kitaibaraki kitakami kitakata
  kitakyushu kitami kitamoto kitanagoya kitsuki kiyose kiyosu kizugawa kobayashi kobe kochi kodaira koga koganei kohoku
  koka kokubunji komae komagane komaki komatsu komatsushima komoro konan konosu koriyama kosai koshi koshigaya koto
  kudamatsu kuki kumagaya kumamoto kunisaki kunitachi kurashiki kurayoshi kure kurihara kuroishi kurobe kurume kusatsu
  kushima kushiro kuwana kyotanabe kyotango kyoto machida maebashi maizuru makinohara makurazaki maniwa marugame
  matsubara matsudo matsue matsumoto matsusaka matsuura matsuyama meguro mihara mikasa miki mima mimasaka minamata
  minamisoma minato mine minoh minokamo misato misawa mishima mito mitoyo mitsuke miura miyako miyakonojo miyama
  miyawaka miyazaki miyazu miyoshi mizuho mizunami mobara moka mooka mombetsu morioka moriguchi moriya moriyama motosu
  munakata murakami murayama muroran muroto musashino musashimurayama mutsu myoko nabari nagahama nagai nagakute nagano
  nagaoka nagaokakyo nagareyama nagasaki nagato nagoya naha naka nakama nakano nakatsu nakatsugawa nambu nanao nankoku
  nantan nanto nanyo nara narashino narita naruto nasukarasuyama nasushiobara natori nayoro nemuro nerima neyagawa
  nichinan nihonmatsu niigata niihama niimi niiza nikaho nikko nirasaki nishinomiya nishio nishitokyo nishiwaki
  nisshin nobeoka noboribetsu noda nogata nomi nonoichi noshiro numata numazu oamishirasato obama obanazawa obihiro
  obu odate odawara oga ogaki ogi ogori oita ojiya okawa okaya okayama okazaki okegawa okinawa okuizumo okushu omachi
  omaezaki ome omihachiman omitama omura omuta onjo ono onojo onomichi osaka osakasayama osaki oshu ota otake otaru
  otawara otsu otsuki owariasahi oyabe oyama ozu rikuzentakata ritto rumoi ryugasaki sabae sado saga sagae sagamihara
  saijo saikai saiki saitama saito sakado sakai sakaide sakaiminato sakata saku sakura sakuragawa sakurai sammu
  sanda sanjo sano sanuki sapporo sasayama sasebo satsumasendai satte sayama seihi seiyo seki semboku sendai sennan
  seto setouchi settsu shibata shibetsu shibukawa shibushi shibuya shijonawate shiki shikokuchuo shima shimabara
  shimada shimanto shimoda shimonoseki shimotsuke shimotsuma shinagawa shingu shinjo shinjuku shinshiro shiogama
  shiojiri shiraoka shirakawa shiroi shiroishi shiso shizuoka shobara shunan soja soka soma soo sosa suginami suita
  sukagawa sukumo sumida sumoto sunagawa susaki susono suwa suzaka suzu suzuka tachikawa tagajo tahara taito tajimi
  takahagi takahama takahashi takaishi takamatsu takaoka takarazuka takasago takasaki takashima takatsuki takayama
  takehara takeo taketa takikawa tama tamana tamano tamba tambasasayama tamura tanabe tanagura tarumizu tatebayashi
  tateyama tatsuno tenri tendo toba tochigi toda togane toki tokai tokamachi toki tokoname tokorozawa tokushima
  tome tomi tomioka tomisato tomiya tomakomai tonami tondabayashi tone tono tosashimizu toride tosu tottori towada
  toyama toyoake toyohashi toyokawa toyonaka toyooka toyota tsu tsubame tsuchiura tsugaru tsukuba tsukubamirai
  tsukumi tsuruga tsurugashima tsuruoka tsushima tsuyama ube uda ueda uenohara uji uki ukiha umi unnan unzen uonuma
  uozu urasoe urawa urayasu uruma usa ushiku usuki uto utsunomiya uwajima wajima wakayama wako wakkanai warabi yabu
  yachimata yachiyo yaita yaizu yamaga yamagata yamaguchi yamanashi yamato yamatokoriyama yamatotakada yame yanagawa
  yanai yao yashio yasu yasugi yatomi yatsushiro yawata yawatahama yokkaichi yokohama yokosuka yokote yonago yonezawa
  yoshikawa yoshinogawa yotsukaido yubari yufu yuki yukuhashi yurihonjo yuzawa zama zentsuji zushi`
    .split(/\s+/)
    .filter((name, index, all) => all.indexOf(name) === index);

describe("no false alarm", () => {
  test.each([
    ["city_otsu", (name: string) => `city_${name}`],
    ["Otsu_PR", (name: string) => `${name[0]?.toUpperCase()}${name.slice(1)}_PR`],
  ])("among the handles of cities: %s", (_, write) => {
    expect(CITIES.length).toBeGreaterThan(600);
    // A fifth of them as one's own, against all the others.
    const alarms = CITIES.filter((_, index) => index % 5 === 0 || CITIES[index] === "otsu").flatMap(
      (own) => {
        const account: Account = { platform: "x", handle: write(own) };
        const one = policyOf([account]);
        return CITIES.flatMap((other) =>
          other !== own && imitated(one, "x", { handle: write(other), name: "" })
            ? [`${own} ${other}`]
            : [],
        );
      },
    );
    expect(alarms).toEqual([]);
  });

  it("among the names of cities that one character tells apart", () => {
    const names = [
      "須坂市",
      "鈴鹿市",
      "大田区",
      "太田市",
      "大分市",
      "伊勢市",
      "伊万里市",
      "富士市",
      "富士見市",
      "土佐市",
      "土佐清水市",
      "八女市",
      "一宮市",
      "一関市",
      "二本松市",
      "日田市",
      "日立市",
      "千葉市",
      "十日町市",
      "千曲市",
      "川口市",
      "川越市",
      "山口市",
      "山形市",
    ];
    const alarms = names.flatMap((own) =>
      names.flatMap((other) => {
        const account: Account = { platform: "x", handle: "a", name: `${own}公式` };
        const isAlarm = imitated(policyOf([account]), "x", {
          handle: "b",
          name: `${other}【公式】`,
        });
        return other !== own && isAlarm ? [`${own} ${other}`] : [];
      }),
    );
    expect(alarms).toEqual([]);
  });
});

it("takes any text, and long ones in no time", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (handle, name) => {
      imitated(policy, "x", { handle, name });
    }),
  );
  const long = "hoshimi_city".repeat(10_000);
  const before = performance.now();
  imitated(policy, "x", { handle: long, name: `\ud800${long}` });
  expect(performance.now() - before).toBeLessThan(200);
});

it("tells no kana from its own voiced form", () => {
  expect(skeleton("かが")).not.toBe(skeleton("かか"));
});
