import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";

export interface Run {
  status: number | null;
  out: string;
  err: string;
}

/** The real command, as its own process. */
export function start(args: readonly string[], env: Record<string, string> = {}) {
  return spawn(process.execPath, ["src/cli/check.ts", ...args], {
    stdio: "pipe",
    env: { ...process.env, ...env },
  });
}

export async function run(
  args: readonly string[],
  input: string | Buffer = "",
  env?: Record<string, string>,
): Promise<Run> {
  const child = start(args, env);
  child.stdin.end(input);
  const [out, err, [status]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "close"),
  ]);
  return { status, out, err };
}

/** The JSON Lines of an output. */
export const answers = (out: string): unknown[] =>
  out.split("\n").flatMap((line) => (line ? [JSON.parse(line)] : []));
