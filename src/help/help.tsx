import { useEffect, useState } from "preact/hooks";
import { Frame } from "../pages/frame.tsx";
import type { Translate } from "../ui/parts.tsx";
import { Administrators } from "./administrators.tsx";
import { Blind } from "./blind.tsx";
import { STAFF, SUPERVISORS } from "./guides.ts";
import { Part } from "./part.tsx";
import type { Block } from "./privacy.ts";
import { PrivacyNotice } from "./privacy-part.tsx";

const GUIDES = ["staff", "supervisors", "administrators", "blind", "privacy"] as const;
type Guide = (typeof GUIDES)[number];

/** What the address says; what names no guide is the one for everybody. */
export function guideOf(hash: string): Guide {
  return GUIDES.find((id) => `#${id}` === hash) ?? "staff";
}

interface HelpProps {
  t: Translate;
  privacy: readonly Block[];
}

/** One guide at a time, so that each can be read and printed alone. */
export function Help({ t, privacy }: HelpProps) {
  const [guide, setGuide] = useState(() => guideOf(location.hash));
  useEffect(() => {
    const life = new AbortController();
    const turn = () => {
      // The way to the content is a part of the address as well.
      if (location.hash === "#main") return;
      setGuide(guideOf(location.hash));
      scrollTo(0, 0);
      document.querySelector<HTMLElement>("h1")?.focus({ preventScroll: true });
    };
    window.addEventListener("hashchange", turn, { signal: life.signal });
    return () => life.abort();
  }, []);
  return (
    <Frame
      t={t}
      path="/help.html"
      sections={GUIDES.map((id) => ({ id, name: t(`help_${id}`) }))}
      current={guide}
    >
      <h1 tabIndex={-1}>{t(`help_${guide}_title`)}</h1>
      <p class="lead">{t(`help_${guide}_lead`)}</p>
      <Body t={t} guide={guide} privacy={privacy} />
      <p class="way last">
        <a href="/guide.html">{t("help_rules")}</a>
      </p>
    </Frame>
  );
}

function Body({ t, guide, privacy }: HelpProps & { guide: Guide }) {
  switch (guide) {
    case "staff":
      return STAFF.map((part) => <Part key={part.id} t={t} guide={guide} part={part} />);
    case "supervisors":
      return SUPERVISORS.map((part) => <Part key={part.id} t={t} guide={guide} part={part} />);
    case "administrators":
      return <Administrators t={t} />;
    case "blind":
      return <Blind t={t} />;
    case "privacy":
      return <PrivacyNotice blocks={privacy} />;
  }
}
