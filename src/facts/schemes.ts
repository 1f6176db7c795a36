/**
 * How people talk of an unlawful act without its name: nothing will follow, rules are laughed at, something is held
 * out against somebody. The construction tells it, whatever the act is.
 */

export const SCHEMES: readonly RegExp[] = [
  /(?:[ばとら]|ても|でも|ので|から|だけ|なら)[、]?[^。\n]{0,10}?(?:捕まり?(?:ません|らない)|罰せられ(?:ません|ない(?!よ))|気(?:づ|付)(?:きません|かれません)|(?<!なけれ)(?<=ば)(?:わか|分か)りません(?!が|の))/gu,
  /(?:速度|信号|標識|ルール|法律|規則|決まり|条例|禁止)(?:なんて|なんか)[^。\n]{0,10}(?:守[っらるれ]|気にし|関係な|無視|破[るっれ])/gu,
];

export const MENACES: readonly RegExp[] = [
  /(?:これ以上|今度|次(?:に|は))[^。\n]{0,22}?(?:なら|たら|れば)[、]?[^。\n]{0,20}?(?:行きますよ|押しかけ|家まで|知りませんよ|後悔|公開します|さらし|晒し|ばらし|ただで)/gu,
];
