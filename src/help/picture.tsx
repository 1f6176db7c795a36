import said from "../../assets/help/pictures.json" with { type: "json" };
import type { Translate } from "../ui/parts.tsx";
import type { Pictured } from "./pictures.ts";

/** What a part tells of, as it looks; in Japanese, as the posts are. */
export function Picture({ t, name }: { t: Translate; name: Pictured }) {
  const { width, height } = said[name];
  return (
    <picture>
      {/* Paper is light. */}
      <source media="screen and (prefers-color-scheme: dark)" srcset={`/help/${name}-dark.webp`} />
      <img
        src={`/help/${name}-light.webp`}
        width={width}
        height={height}
        alt={t(`help_picture_${name}`)}
      />
    </picture>
  );
}
