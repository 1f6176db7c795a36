import type { ComponentType } from "preact";
import type { OpenPage } from "../pages/open.ts";
import type { Translate } from "../ui/parts.tsx";

export interface ForwardingPartProps {
  t: Translate;
  page: OpenPage;
}

/**
 * What pages show of the forwarding: nothing in the ordinary build. A build with forwarding puts part.tsx in
 * this module's place; see wxt.config.ts.
 */
export const ForwardingPart: ComponentType<ForwardingPartProps> | null = null;
export const ForwardingLine: ComponentType<{ t: Translate }> | null = null;
