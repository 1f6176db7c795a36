import { PALETTES } from "./palettes.ts";

const colours = (theme: keyof typeof PALETTES) =>
  Object.entries(PALETTES[theme])
    .map(([name, value]) => `--${name}: ${value};`)
    .join(" ");

/** The colours and letters of everything of ours, for an element of the class "theme" (and "dark"). */
export const THEME_STYLES = `
.theme { display: contents; font: 15px/1.7 "Noto Sans JP", "Hiragino Sans", "Yu Gothic UI", Meiryo, "Noto Sans CJK JP", sans-serif; color: var(--ink); color-scheme: light; ${colours("light")} }
.theme.dark { color-scheme: dark; ${colours("dark")} }
`;

/** What a finding looks like, the same in the card, the dialog, the popup and the settings' preview. */
export const FINDING_STYLES = `
.quiet { position: fixed; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.stop { --level: var(--stop); --level-soft: var(--stop-soft); --level-line: solid; }
.care { --level: var(--care); --level-soft: var(--care-soft); --level-line: dashed; }
.hint { --level: var(--hint); --level-soft: var(--hint-soft); --level-line: dotted; }
.seal { flex: none; width: 20px; height: 20px; border-radius: 4px; background: var(--key); color: var(--key-ink); border: 1px solid var(--key); font-size: 13px; line-height: 18px; font-weight: 700; text-align: center; }
.seal.hollow { background: none; color: var(--care); border: 1px dashed var(--care); }
.count { display: inline-flex; align-items: center; gap: 4px; font-weight: 700; color: var(--level); }
.level { display: inline-flex; align-items: center; gap: 5px; height: 24px; padding: 0 8px 0 6px; border-radius: 4px; border: 1px solid var(--level); background: var(--level-soft); color: var(--level); font-size: 13px; line-height: 1; font-weight: 700; white-space: nowrap; }
.sentence { font-size: 14px; color: var(--soft); overflow-wrap: anywhere; white-space: pre-wrap; }
.sentence b { font-size: 16px; color: var(--ink); text-decoration: underline var(--level-line) var(--level) 2px; text-underline-offset: 4px; }
.message, .say-more, .item { word-break: auto-phrase; }
.message { margin-top: 6px; overflow-wrap: anywhere; }
.notice { margin-top: 8px; padding: 6px 12px; border-radius: 8px; border: 1px solid var(--care); color: var(--care); font-size: 14px; overflow-wrap: anywhere; }
.leads { margin-top: 8px; padding: 8px 12px; border-radius: 8px; border: 1px solid transparent; background: var(--field); font-size: 13px; line-height: 1.5; }
.leads b { display: block; font-size: 14px; overflow-wrap: anywhere; }
.why { margin-top: 8px; font-size: 13px; line-height: 1.6; color: var(--soft); overflow-wrap: anywhere; }
.button { min-height: 34px; max-width: 100%; padding: 4px 14px; border-radius: 8px; border: 1px solid var(--key); background: var(--paper); color: var(--key); font-size: 14px; font-weight: 700; line-height: 1.5; overflow-wrap: anywhere; text-align: center; }
.button:hover { background: var(--key-soft); }
.button.main { background: var(--key); color: var(--key-ink); }
.button.main:hover { background: var(--key-over); border-color: var(--key-over); }
.button.plain, .more { border-color: transparent; background: none; font-weight: 400; text-decoration: underline; text-underline-offset: 3px; padding-inline: 6px; }
.button.plain:hover { text-decoration-thickness: 3px; background: none; }
.more { display: inline-block; min-height: 24px; border: 0; color: var(--key); font-size: 13px; padding: 0 4px; }
`;
