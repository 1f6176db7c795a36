import type { ComponentChildren } from "preact";
import type { Level } from "../contract.ts";
import { LevelMark } from "../ui/parts.tsx";
import { Mark } from "./marks.tsx";

export interface BannerProps {
  /** stop: something must be mended. care: to be known before going on. hint: good to know. done: it worked. */
  level: Level | "done" | "lock";
  title?: string;
  children?: ComponentChildren;
}

/** A few words above a page or a part. What comes up by itself is said by `say` of the page as well. */
export function Banner({ level, title, children }: BannerProps) {
  const isLevel = level !== "done" && level !== "lock";
  return (
    <div class={isLevel ? `banner ${level}` : "banner"}>
      {isLevel ? <LevelMark level={level} /> : <Mark name={level} />}
      <div>
        {title && <p class="banner-title">{title}</p>}
        {children}
      </div>
    </div>
  );
}
