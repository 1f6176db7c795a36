import { getPublicSuffix } from "tldts-icann";
import { decodeLabel } from "../../facts/links-punycode.ts";
import { isAtOrBelow, isPublicBody, prefectures, withoutWww } from "./hosts.ts";

/**
 * Whether a host is made to look like one of `models` (own and trusted hosts): a letter or two apart,
 * letters that look alike, or the whole name inside somebody else's domain.
 */
export function imitatedHost(
  host: string,
  own: readonly string[],
  trusted: readonly string[],
): string | null {
  const seen = withoutWww(host.split(".").map(decodeLabel).join("."));
  const models = [...own, ...trusted];
  const namesake = own.find((model) => bearsMunicipality(host, model));
  if (namesake) return namesake;
  if (isRealMunicipality(host)) return null;
  const isReserved = isPublicBody(host) && !host.endsWith(".lg.jp");
  return (
    models.find(
      (model) =>
        containsWhole(seen, model) || looksTheSame(seen, model) || isSlip(seen, model, isReserved),
    ) ??
    own.find((model) => bearsOfficialForm(seen, model)) ??
    models.find((model) => bearsName(host, model)) ??
    (hasMixedScripts(seen) ? (models[0] ?? null) : null)
  );
}

/** "wwwcity.suzaka.nagano.jp", "city.suzaka.nagano.jp.example.com", "city-suzaka-nagano-jp.example.com". */
function containsWhole(host: string, model: string): boolean {
  if (!model.includes(".")) return false;
  if (host === `www${model}`) return true;
  const dotted = `.${host.replaceAll("-", ".")}.`;
  const at = dotted.indexOf(`.${model.replaceAll("-", ".")}.`);
  if (at >= 0) return !isAtOrBelow(host, model);
  // "suzaka.nagano.jp.example.com"; below the real ending stand schools and shops of the town.
  const place = KINDS.test(model) ? model.slice(model.indexOf(".")) : "";
  return place !== "" && (`.${host}` === place || `.${host}`.includes(`${place}.`));
}

/** Equal once letters that look alike are taken as one, in its last labels. */
function looksTheSame(host: string, model: string): boolean {
  return endings(host, model).some(
    (ending) => ending !== model && skeleton(ending) === skeleton(model),
  );
}

/** One or two slips of the hand away, fewer in a short name. */
function isSlip(host: string, model: string, isReserved: boolean): boolean {
  if (isReserved) return false;
  // Every second name below lg.jp is two letters from another one, and each of them is a public body's.
  const long = model.endsWith(".lg.jp") ? 1 : 2;
  const allowed = model.length >= 14 ? long : model.length >= 9 ? 1 : 0;
  return endings(host, model).some((ending) => {
    if (ending === model || differOnlyInDigits(ending, model)) return false;
    return distance(ending, model, allowed) <= allowed;
  });
}

/** The last labels of the host that could stand for the whole model: a dot may be missing or too many. */
function endings(host: string, model: string): string[] {
  const labels = host.split(".");
  const count = model.split(".").length;
  return [count - 1, count, count + 1]
    .filter((size) => size >= 2 && size <= labels.length)
    .map((size) => labels.slice(-size).join("."));
}

/** "suzaka-shi.jp": the kind as it is said. */
const SPOKEN_KINDS: Readonly<Record<string, readonly string[]>> = {
  city: ["shi"],
  town: ["machi", "cho"],
  vill: ["mura", "son"],
  pref: ["ken", "fu"],
};
const OFFICES = new Set(
  "shiyakusho shiyakusyo yakusho yakusyo yakuba cityhall townhall official koshiki kochou".split(
    " ",
  ),
);
const SPOKEN = new Set(Object.values(SPOKEN_KINDS).flat());
const KINDS = /^(city|town|vill|pref|metro)\.([a-z0-9-]+)\./;

/** "city-suzaka.example.com", "suzaka-city.jp", "city.suzaka.example.com": the official form elsewhere. */
function bearsOfficialForm(host: string, model: string): boolean {
  const [, kind = "", name = ""] = KINDS.exec(model) ?? [];
  if (!kind) return false;
  if (`.${host}.`.includes(`.${kind}.${name}.`)) return true;
  const kinds = [kind, ...(SPOKEN_KINDS[kind] ?? [])];
  const parts = host.split(/[.-]/);
  // "suzaka-shiyakusho.com", "suzaka-official.jp": the name and the office, in any order.
  if (parts.includes(name) && parts.some((part) => kinds.includes(part) || OFFICES.has(part)))
    return true;
  return host.split(".").some((label) => {
    const joined = label.replaceAll("-", "");
    if (kinds.some((one) => joined === `${one}${name}` || joined === `${name}${one}`)) return true;
    const begins = `${label.replace(/^cityof-?/, "city")}-`;
    return [`${kind}${name}-`, `${name}${kind}-`, `${kind}-${name}-`, `${name}-${kind}-`].some(
      (form) => begins.startsWith(form),
    );
  });
}

/** A name without a municipal form ("example-shiyakusho.jp") as a label of another domain, or under another ending. */
const LONG_NAME = 10;
function bearsName(host: string, model: string): boolean {
  if (KINDS.test(model)) return false;
  const name = model.split(".")[0] ?? "";
  return name.length >= LONG_NAME && host.split(".").includes(name);
}

/** Latin together with Cyrillic or Greek in one label: no honest name needs it. */
function hasMixedScripts(host: string): boolean {
  return host
    .split(".")
    .some(
      (label) =>
        /\p{Script=Latin}/u.test(label) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(label),
    );
}

const LOOKALIKES: Readonly<Record<string, string>> = {
  а: "a",
  ɑ: "a",
  α: "a",
  в: "b",
  с: "c",
  ϲ: "c",
  ԁ: "d",
  е: "e",
  ё: "e",
  ɡ: "g",
  һ: "h",
  н: "h",
  і: "l",
  ι: "l",
  ı: "l",
  ӏ: "l",
  ј: "j",
  к: "k",
  κ: "k",
  м: "m",
  п: "n",
  о: "o",
  ο: "o",
  օ: "o",
  р: "p",
  ρ: "p",
  ԛ: "q",
  г: "r",
  ѕ: "s",
  т: "t",
  τ: "t",
  υ: "u",
  ս: "u",
  ν: "v",
  ѵ: "v",
  ԝ: "w",
  ш: "w",
  х: "x",
  χ: "x",
  у: "y",
  γ: "y",
  ᴢ: "z",
  "0": "o",
  "1": "l",
  i: "l",
};

function skeleton(host: string): string {
  const plain = host.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
  return Array.from(plain, (letter) => LOOKALIKES[letter] ?? letter)
    .join("")
    .replaceAll("rn", "m")
    .replaceAll("vv", "w");
}

/** "festa2025.jp" beside "festa2026.jp" is another year, no imitation. */
function differOnlyInDigits(a: string, b: string): boolean {
  return /\d/.test(a) && /\d/.test(b) && a.replace(/\d+/g, "0") === b.replace(/\d+/g, "0");
}

/** Insertions, deletions, replacements and swaps of neighbours; above `limit` only "more than that". */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const isSame = a[row - 1] === b[column - 1];
      const isSwap =
        row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      current[column] = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
        isSwap ? (beforeLast[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? 0;
}

const MUNICIPALITY =
  /(?:^|\.)(?:city|town|vill|pref|metro)\.([a-z0-9-]+)(?:\.([a-z0-9-]+)(?:\.lg)?)?\.jp$/;

/** Cities that the list leaves out, or spells in another way. Checked against its state of 2026-11-22. */
const OTHER_CITIES = new Set(
  `ageo awara gero gyoda hirakawa hokota iga otawara owase sammu takizawa tamura wako yubari
   kawasaki kitakyushu kobe nagoya sapporo sendai yokohama`.split(/\s+/),
);

/** Another municipality, not an imitation: the Public Suffix List knows every town by its prefecture. */
function isRealMunicipality(host: string): boolean {
  const [, name = "", area = ""] = MUNICIPALITY.exec(host) ?? [];
  if (!name) return false;
  if (OTHER_CITIES.has(name)) return area === "lg" || area === "" || isPublicBody(host);
  if (area === "lg" && prefectures().includes(name)) return true;
  if (area === "lg") return prefectures().some((one) => isTown(name, one));
  return area ? isTown(name, area) : isPublicBody(host);
}

/**
 * "city.suzka.nagano.jp", "town.suzaka.nagano.jp", "city.suzaka.lg.jp": an own municipality's name in the
 * form that only municipalities have, or a slip of it that no town bears.
 */
function bearsMunicipality(host: string, model: string): boolean {
  const [, name = "", area = ""] = MUNICIPALITY.exec(host) ?? [];
  const [, ownName = "", ownArea = ""] = MUNICIPALITY.exec(model) ?? [];
  if (name === "" || ownName === "" || isAtOrBelow(host, model)) return false;
  // Two prefectures may have a town of the same name, and below lg.jp nothing tells them apart.
  if (name === ownName && area === ownArea) return true;
  if (name === ownName && area === "lg") return prefecturesWith(name).length <= 1;
  if (isRealMunicipality(host)) return false;
  if (name === ownName) return isPublicBody(host);
  if (area !== ownArea || ownName.length < 4) return false;
  if (name.startsWith(ownName) && SPOKEN.has(name.slice(ownName.length))) return true;
  // Every second name below lg.jp is two letters from another one.
  const allowed = ownName.length >= 6 && area !== "lg" ? 2 : 1;
  return distance(name, ownName, allowed) <= allowed;
}

function prefecturesWith(town: string): string[] {
  return prefectures().filter((one) => isTown(town, one));
}

function isTown(name: string, prefecture: string): boolean {
  const suffix = `${name}.${prefecture}.jp`;
  return getPublicSuffix(`a.${suffix}`) === suffix;
}
