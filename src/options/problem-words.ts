import { isKey } from "../policy/policy.ts";
import type { Reason } from "../policy/schema.ts";
import { titleOf } from "../policy/words.ts";
import type { Translate } from "../ui/parts.tsx";
import type { Spot } from "./paths.ts";
import type { Problems } from "./problems.ts";

export function reasonWords(t: Translate, reason: Reason): string {
  return t(`policy_rejected_${reason}`);
}

/**
 * Why a control's value cannot be taken; undefined: it can, or it is too early to say. Of a list that
 * stands in one control each line is named by its number.
 */
export function problemWords(
  t: Translate,
  problems: Problems,
  { path, shape }: Pick<Spot, "path" | "shape">,
  isTold: (path: string) => boolean,
): string | undefined {
  const own = problems.byPath.get(path);
  if (own) return isTold(path) ? reasonWords(t, own) : undefined;
  if (shape.kind !== "list") return undefined;
  const lines = problems.list.flatMap(({ path: at, reason }) => {
    const item = at.startsWith(`${path}[`) ? /^\[(\d+)\]$/.exec(at.slice(path.length)) : null;
    return item ? [{ at, line: Number(item[1]) + 1, reason }] : [];
  });
  if (lines.length === 0 || !(isTold(path) || lines.some(({ at }) => isTold(at)))) return undefined;
  return lines
    .map(({ line, reason }) => t("settings_line", String(line), reasonWords(t, reason)))
    .join(" ");
}

/** `accounts[2].terms.conduct` as a person calls it. */
export function pathWords(t: Translate, path: string): string {
  const [key = "", ...rest] = path.split(/(?=[.[])/);
  if (!isKey(key)) return path;
  const fields = rest.filter((part) => part.startsWith(".")).map((part) => part.slice(1));
  const row = rest.map((part) => /^\[(\d+)\]$/.exec(part)?.[1]).find(Boolean);
  const words = [t(titleOf([key]))];
  if (row !== undefined) words.push(t("settings_row_number", String(Number(row) + 1)));
  if (fields.length > 0) words.push(t(titleOf([key, ...fields])));
  return words.filter(Boolean).join(" ");
}
