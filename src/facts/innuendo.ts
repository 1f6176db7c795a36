/** Lewd talk without a lewd word: a thing that may be meant two ways, and a wink beside it. */
export const INNUENDOS: readonly RegExp[] = [
  // Bounded: the gap is at most 30 units.
  /(?:夜|ベッド|布団|混浴|風呂|下着|裸|脱[いぐが]|胸|お尻|谷間|水着|太[いく]|硬[いく]|棒|濡れ|のぞき|美女|お姉さん|二人きり|激し)[^\n]{0,30}?(?:[😏💋🍆🍑💦🤤🫦🥵]|うふふ|むふふ)/gu,
  /一夜の(?:過ち|恋|相手)|(?:酔った|お酒の)勢いで|目の保養|眼福|脱いだらすご|ナンパ(?:目的|大?歓迎|OK|待ち)|夜のプロレス|(?:胸|お尻|太もも)の(?:大きい|きれいな)(?:子|女|お姉)/gu,
];
