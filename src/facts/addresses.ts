import { fold } from "./digits.ts";
import { matchesOf } from "./gate.ts";
import type { Span } from "./span.ts";

/** An address down to the lot, the block or the room. */
export interface AddressMention extends Span {
  text: string;
  /** A room or a dwelling's name stands in it: コーポ臥竜203号室. */
  hasRoom: boolean;
}

/** UTF-16 units that are read on either side of a number; a place's name is no longer. */
const REACH = 40;
/** No post holds more; a pasted list is found out by its first lines. */
const MOST = 200;
/** Where a lot may begin; what it is, the pattern below says. */
const NUMBER =
  /(?<![0-9.:/#_=-])[0-9]{1,5}(?= ?(?:番地|丁目|番 ?[0-9]|- ?[0-9]|(?:コーポ|アパート|ハイツ|メゾン|マンション|レジデンス|ハイム))|[のにでが、。)\n]|$)/g;
// Bounded: read on REACH units.
const LOT =
  /^(?:[0-9]{1,5} ?番地 ?(?:の? ?[0-9]{1,4}(?:-[0-9]{1,4})?|-[0-9]{1,4})?|[0-9]{1,3} ?丁目 ?[0-9]{1,4}(?: ?(?:番地?|-) ?(?:の? ?[0-9]{1,4}(?:-[0-9]{1,4})? ?号?(?!室))?)?|[0-9]{1,4} ?番 ?[0-9]{1,4}(?: ?号(?!室))?|[0-9]{1,5}(?: ?- ?[0-9]{1,4}){1,3}|[0-9]{2,5}の[0-9]{1,4}(?![0-9人名件つ個])|[0-9]{2,5})/;
// Bounded: read on REACH units.
const ROOM =
  /^(?:[ 、]?(?:(?:コーポ|アパート|ハイツ|メゾン|マンション|レジデンス|ハイム|ヴィラ|シャトー|グリーン|サン)[一-鿿ァ-ヺーぁ-ゖA-Za-z]{0,12}?|[一-鿿ァ-ヺーA-Za-z]{1,12}(?:荘|ハイツ|コーポ|アパート|マンション|団地|住宅))[、 ]?(?:[0-9A-Z]{1,3}(?:号)?棟)? ?(?:[0-9]{1,4}(?: ?号室)?|の?[0-9]{1,2}階)|[ 、]?(?:(?:コーポ|アパート|ハイツ|メゾン|マンション|レジデンス|ハイム|ヴィラ|シャトー|グリーン|サン)[一-鿿ァ-ヺーぁ-ゖA-Za-z]{0,12}|[一-鿿ァ-ヺーA-Za-z]{1,12}(?:荘|ハイツ|コーポ|アパート|マンション|団地|住宅))?[ 、]?(?:[0-9A-Z]{1,3}(?:号)?棟)? ?(?:[0-9]{1,4} ?号室)?)/u;
/** A municipality or 大字 anchors an address, whatever its lot looks like. */
// Bounded: read on REACH units.
const ANCHOR =
  /(?:[一-鿿]{1,4}[都道府県])?(?:[一-鿿]{1,4}郡)?(?:[一-鿿]{1,6}[市町村区]|大字|字) ?(?:大字)?[一-鿿ァ-ヺーヶぁ-ゖ]{0,10}?(?:字[一-鿿]{1,6})? ?$/u;
const TOWN = /[一-鿿ヶ]{2,6}(?:の| )?$/u;
/** A lot that says so by itself, so that a town's name is enough. */
const PLAIN_LOT = /番地|丁目 ?[0-9]+ ?(?:番|-)|^[0-9]+-[0-9]+-[0-9]+$/u;
/** A flat of a named house needs no street: 旭ヶ丘団地3号棟205号室. */
const FLAT_NUMBER =
  /[0-9]{1,4} ?号(?:室|(?!棟))|(?<=棟[- ]?)[0-9]{3,4}(?=[のにへで、。) ]|$)|(?<![0-9])[0-9]{3}(?=の(?:方|人|お宅|住人|世帯|入居)|に(?:お?住|入居|越し))/g;
/** 三二一一番地, 四丁目: only their shape is read. */
const KANJI_LOT =
  /[〇一二三四五六七八九十百千]{1,7}(?= ?(?:番地|丁目|番 ?[0-9〇一二三四五六七八九]))|(?<=番)[〇一二三四五六七八九十]{1,4}(?=号)/gu;
// Bounded: read on REACH units.
const HOUSE =
  /[一-鿿ァ-ヺーヶA-Za-z]{1,12}(?:団地|住宅|荘|ハイツ|コーポ|アパート|マンション|レジデンス|メゾン)[一-鿿ァ-ヺー]{0,8} ?(?:[0-9A-Z]{1,3}(?:号)?棟)? ?$/u;
const DWELLING = /号室|棟|コーポ|アパート|ハイツ|メゾン|マンション|レジデンス|荘/u;
/** Numbers of another kind that follow a place's name. */
const NO_LOT_BEHIND =
  /^(?:[-0-9]|時|年|月|日|人|名|円|区|丁目|組|班|か所|ヶ所|%|点|回|:|[一-鿿]{1,5}(?:町|区|チーム))/u;
const NO_PLACE = /(?:電話|TEL|FAX|内線|受付|先着|定員|各|第|約|番号|年度|午前|午後|平日|土日) ?$/u;

export function findAddresses(text: string): AddressMention[] {
  if (!/[0-9０-９]|番地|丁目/u.test(text)) return [];
  const folded = fold(text).replace(KANJI_LOT, (digits) => "1".repeat(digits.length));
  const found: AddressMention[] = [];
  function add(start: number, end: number): void {
    if (NO_LOT_BEHIND.test(folded.slice(end, end + 4))) return;
    if (start < (found.at(-1)?.end ?? 0)) return;
    const hasRoom = DWELLING.test(folded.slice(start, end));
    found.push({ start, end, text: text.slice(start, end), hasRoom });
  }
  for (const { index } of matchesOf(NUMBER, folded)) {
    if (found.length >= MOST) break;
    const lot = (LOT.exec(folded.slice(index, index + REACH))?.[0] ?? "").trimEnd();
    const isHouse = /^ ?(?:コーポ|アパート|ハイツ|メゾン|マンション|レジデンス|ハイム)/u.test(
      folded.slice(index + lot.length, index + lot.length + 8),
    );
    const place = placeBefore(folded.slice(Math.max(0, index - REACH), index), lot, isHouse);
    if (place === "" || lot.startsWith("0") || /^(?:19|20)\d\d-/u.test(lot) || NO_PLACE.test(place))
      continue;
    const behind = folded.slice(index + lot.length, index + lot.length + REACH);
    const room = (ROOM.exec(behind)?.[0] ?? "").replace(/[ 、]$/u, "");
    add(index - place.length, index + lot.length + room.length);
  }
  for (const { 0: number, index } of matchesOf(FLAT_NUMBER, folded)) {
    const house = HOUSE.exec(folded.slice(Math.max(0, index - REACH), index))?.[0] ?? "";
    if (house !== "") add(index - house.length, index + number.length);
  }
  return found.toSorted((a, b) => a.start - b.start);
}

function placeBefore(words: string, lot: string, isHouse: boolean): string {
  if (lot === "") return "";
  // A number alone is a lot where 大字 says so.
  if (/^[0-9]+$/.test(lot) && !isHouse && !/大字[^0-9]{1,10}$/u.test(words)) return "";
  const anchored = ANCHOR.exec(words)?.[0] ?? "";
  if (anchored !== "" && !/(?:朝|夜|都|全|同|本|当)市$/u.test(anchored)) return anchored;
  return PLAIN_LOT.test(lot) ? (TOWN.exec(words)?.[0] ?? "") : "";
}
