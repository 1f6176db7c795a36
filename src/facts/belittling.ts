/**
 * What is said right behind the name of a group of people to belittle them, whatever the words: grammar and a few
 * verbs. The group's name is the rule's to find; each expression reads on from behind it.
 */

const PEOPLE = "^[のな]?(?:人|方|者|子|家庭|客)?(?:たち|々)?";

export interface Belittling {
  pattern: RegExp;
  /** The frame of prejudice to which the group has to belong; of any where absent. */
  of?: "gone" | "rank";
}

export const BELITTLINGS: readonly Belittling[] = [
  // Not together with them; trouble wherever they are.
  {
    pattern: new RegExp(
      `${PEOPLE}(?:と(?:は)?(?:一緒|同じ|隣|付き合|結婚)[^。\\n]{0,14}?(?:ちょっと|嫌|抵抗|無理|怖|困|たくな|不安)|(?:は|が|って|なんて)[^。\\n]{0,20}?(?:困り(?:ます|もの)(?!が|の方|ごと)|迷惑で|心配です|問題が?ある|影響|うんざり|面倒|話が通じ|ろくな|席を))`,
      "u",
    ),
    of: "gone",
  },
  // Because they are what they are; surprisingly good for one of them; lest one become like them.
  {
    pattern: new RegExp(
      `${PEOPLE}(?:(?:だ|です)から[、]?[^。\\n]{0,14}?(?:仕方|しょうが|だめ|ダメ|信用|諦め|務まら)|(?:にしては|のわりに|の割に|なのに)[、]?[^。\\n]{0,12}?(?:いい|良い|よく|優秀|きれい|上手|しっかり|ちゃんと|きちんと|立派|礼儀|丁寧)|(?:みたい|のよう)に(?:なりた|なら|なって|なりますよ))`,
      "u",
    ),
    of: "gone",
  },
  {
    pattern: new RegExp(
      `${PEOPLE}に(?:は)?[^。、\\n]{1,14}?[がはを](?:わか|分か)(?:りません|らない)(?!方|人|こと|場合|とき)`,
      "u",
    ),
    of: "rank",
  },
];
