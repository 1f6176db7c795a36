import type { Translate } from "../ui/parts.tsx";
import { ADMINISTRATORS } from "./guides.ts";
import { Part } from "./part.tsx";

const SYSTEMS = ["windows", "macos", "linux"] as const;

/** What the deployment kit says of itself and of each system, in its own words, and what it does not say. */
export function Administrators({ t }: { t: Translate }) {
  const [before, ...after] = ADMINISTRATORS;
  return (
    <>
      {before && <Part t={t} guide="administrators" part={before} />}
      <KitGuide id="kit" text={t("kit_guide_start", "", "", "")} t={t} />
      {SYSTEMS.map((system) => (
        <KitGuide key={system} id={system} text={t(`kit_guide_${system}`)} t={t} />
      ))}
      <KitGuide
        id="hosting"
        text={t("kit_guide_own_hosting", t("help_update_file"), t("help_install_file"))}
        t={t}
      />
      {after.map((part) => (
        <Part key={part.id} t={t} guide="administrators" part={part} />
      ))}
    </>
  );
}

/** A plain text of the kit: its first line is the title, "■" or "==" begins a heading. */
function KitGuide({ t, id, text }: { t: Translate; id: string; text: string }) {
  const [opening = "", ...rest] = text.split(/^(?:■|==) /m);
  const [title = "", ...lead] = opening.split("\n");
  const isStart = id === "kit";
  return (
    <section class="part" id={`administrators-${id}`}>
      <h2>{isStart ? t("help_administrators_kit") : title}</h2>
      {/* Of one city's kit, its name and revision stand here. */}
      {!isStart && <Lines text={lead.join("\n")} />}
      {rest.map((part) => {
        const [heading = "", ...lines] = part.split("\n");
        return (
          <section key={heading}>
            <h3>{heading}</h3>
            <Lines text={lines.join("\n")} />
          </section>
        );
      })}
    </section>
  );
}

function Lines({ text }: { text: string }) {
  const words = text.trim();
  return words === "" ? null : <p class="kit-lines">{words}</p>;
}
