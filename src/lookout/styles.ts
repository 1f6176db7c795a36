import { THEME_STYLES } from "../ui/finding-styles.ts";

/** Important, because only such rules of the inner tree win over the page's for the host. */
export const NOTE_STYLES = `
:host {
  all: initial !important;
  display: block !important; position: fixed !important; inset: auto 16px 72px auto !important;
  width: min(360px, calc(100vw - 32px)) !important; height: auto !important; margin: 0 !important;
  z-index: 2147483647 !important; direction: ltr !important;
}
*, *::before, *::after { box-sizing: border-box; margin: 0; }
${THEME_STYLES}
.note { padding: 10px 14px 12px; border: 1px solid var(--line); border-inline-start: 6px solid var(--care); border-radius: 12px; background: var(--paper); color: var(--ink); box-shadow: var(--shadow); font-size: 14px; line-height: 1.6; }
.note.named { border-inline-start-color: var(--key); }
header { display: flex; align-items: center; gap: 8px; }
.seal { flex: none; width: 20px; height: 20px; border-radius: 4px; background: var(--key); color: var(--key-ink); border: 1px solid var(--key); font-size: 13px; line-height: 18px; font-weight: 700; text-align: center; }
h2 { flex: 1; font-size: 14px; line-height: 1.5; }
p { margin-top: 4px; overflow-wrap: anywhere; word-break: auto-phrase; }
code { display: block; margin-top: 6px; padding: 4px 10px; border-radius: 6px; background: var(--field); font: inherit; overflow-wrap: anywhere; user-select: all; }
.buttons { display: flex; flex-wrap: wrap; gap: 6px 12px; align-items: center; margin-top: 8px; }
button { font: inherit; cursor: pointer; }
.main { min-height: 32px; padding: 2px 14px; border: 1px solid var(--key); border-radius: 8px; background: var(--paper); color: var(--key); font-weight: 700; }
.main:hover { background: var(--key-soft); }
.plain { min-height: 24px; padding: 0 2px; border: 0; background: none; color: var(--key); font-size: 13px; text-decoration: underline; text-underline-offset: 3px; }
.close { display: grid; place-items: center; width: 28px; height: 28px; border: 0; border-radius: 8px; background: none; color: var(--soft); font-size: 18px; line-height: 1; }
.close:hover { background: var(--field); color: var(--ink); }
:focus-visible { outline: 3px solid var(--ring); outline-offset: 2px; box-shadow: 0 0 0 2px var(--ring-ground); }
@media (forced-colors: active) { .note { border-color: CanvasText; } .seal { forced-color-adjust: none; background: CanvasText; color: Canvas; } }
`;
