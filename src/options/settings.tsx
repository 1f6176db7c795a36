import { Frame } from "../pages/frame.tsx";
import type { OpenPage } from "../pages/open.ts";
import type { Translate } from "../ui/parts.tsx";

export interface SettingsProps {
  t: Translate;
  page: OpenPage;
}

export function Settings({ t }: SettingsProps) {
  return (
    <Frame t={t} path="/options.html">
      <h1>{t("pages_settings")}</h1>
    </Frame>
  );
}
