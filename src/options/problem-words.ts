import type { Reason } from "../policy/schema.ts";
import type { Translate } from "../ui/parts.tsx";
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
  path: string,
  isTold: (path: string) => boolean,
): string | undefined {
  const own = problems.byPath.get(path);
  if (own) return isTold(path) ? reasonWords(t, own) : undefined;
  const lines = problems.list.flatMap(({ path: at, reason }) => {
    const item = at.startsWith(`${path}[`) ? /^\[(\d+)\]$/.exec(at.slice(path.length)) : null;
    return item ? [{ at, line: Number(item[1]) + 1, reason }] : [];
  });
  if (lines.length === 0 || !(isTold(path) || lines.some(({ at }) => isTold(at)))) return undefined;
  return lines
    .map(({ line, reason }) => t("settings_line", String(line), reasonWords(t, reason)))
    .join(" ");
}
