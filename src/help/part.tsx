import type { Translate } from "../ui/parts.tsx";
import type { Part as PartOf } from "./guides.ts";
import { Picture } from "./picture.tsx";

/** Heading, picture and points of one part of a guide. */
export function Part({ t, guide, part }: { t: Translate; guide: string; part: PartOf }) {
  const { id, picture, page } = part;
  return (
    <section class="part" id={`${guide}-${id}`}>
      <h2>{t(`help_${guide}_${id}`)}</h2>
      {picture && <Picture t={t} name={picture} />}
      <ul class="points">
        {t(`help_${guide}_${id}_text`)
          .split("\n")
          .map((point) => (
            <li key={point}>{point}</li>
          ))}
      </ul>
      {page && (
        <p class="way">
          <a href={page[0]}>{t("help_open", t(page[1]))}</a>
        </p>
      )}
    </section>
  );
}
