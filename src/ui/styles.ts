import { FINDING_STYLES, THEME_STYLES } from "./finding-styles.ts";

/**
 * The host's own declarations are !important because only important rules of the inner tree win over
 * the page's rules for the host element, whether by name, by "*" or inherited.
 * Sizes are px: the page's root font size says nothing about how large the reader wants our text,
 * while browser zoom scales px as well.
 * In the dialog the focus is set by us, which Firefox after a mouse press does not call visible. Where little height is
 * left (a phone's keyboard, 400 % zoom) the dialog scrolls as one, and only its buttons stay in sight. The body's two
 * layers that scroll along cover two that stay: a shadow is left where more can be scrolled to.
 */
export const STYLES = `
:host {
  all: initial !important;
  display: block !important; position: fixed !important; inset: 0 !important;
  width: auto !important; height: auto !important; margin: 0 !important; padding: 0 !important;
  border: 0 !important; background: none !important; overflow: visible !important;
  pointer-events: none !important; z-index: 2147483647 !important; direction: ltr !important;
  color: inherit; forced-color-adjust: auto !important;
}
:host(:not(:popover-open)), :host::before, :host::after { display: none !important; }
*, *::before, *::after { box-sizing: border-box; margin: 0; }
${THEME_STYLES}${FINDING_STYLES}
button, input { font: inherit; color: inherit; letter-spacing: inherit; }
button { cursor: pointer; }
:focus-visible, dialog :is(button, input):focus { outline: 3px solid var(--ring); outline-offset: 2px; box-shadow: 0 0 0 2px var(--ring-ground); }
svg { flex: none; display: block; }


.status { position: fixed; left: 0; top: 0; display: flex; align-items: center; gap: 8px; max-width: calc(100vw - 16px); height: 30px; padding: 0 10px 0 5px; border-radius: 8px; border: 1px solid var(--line); background: var(--paper); color: var(--ink); font-size: 13px; line-height: 1.4; text-align: start; white-space: nowrap; pointer-events: auto; }
.status:hover { border-color: var(--key); }
.status.unchecked { border: 2px dashed var(--care); padding: 0 9px 0 4px; }
.ignored .seal { border: 1px solid var(--edge); color: var(--soft); }
.status.emergency { border: 2px solid var(--stop); padding: 0 9px 0 4px; }
.status b.emergency { flex: none; padding: 0 6px; border-radius: 4px; background: var(--stop); color: var(--paper); }
.status .who { flex: 0 1000 auto; min-width: 4em; max-width: 240px; overflow: hidden; text-overflow: ellipsis; }
.status .say { flex: 0 1 auto; min-width: 0; max-width: 400px; overflow: hidden; text-overflow: ellipsis; }
.status .say.first { flex-shrink: 0; }
.status[data-small] .who, .status[data-small] .limits { display: none; }
.counts { display: flex; gap: 8px; flex: none; }
.spin { flex: none; width: 14px; height: 14px; border-radius: 50%; border: 2px solid var(--line); border-top-color: var(--key); animation: spin 900ms linear infinite; }
@keyframes spin { to { transform: rotate(1turn); } }

.card { position: fixed; left: 0; top: 0; display: flex; flex-direction: column; width: min(420px, calc(100vw - 16px)); max-height: calc(100vh - 16px); border-inline-start: 6px solid var(--level, var(--key)); border-radius: 12px; background: var(--paper); box-shadow: var(--shadow); pointer-events: auto; overflow: hidden; }
.card.unchecked { --level: var(--care); }
.card:focus { outline: none; }
.body { overflow: auto; overscroll-behavior: contain; padding: 4px 16px 10px 14px; min-height: 0; flex: 1 1 auto;
  background: linear-gradient(var(--paper) 30%, transparent) top / 100% 24px local no-repeat, linear-gradient(transparent, var(--paper) 70%) bottom / 100% 24px local no-repeat,
    linear-gradient(var(--line), transparent) top / 100% 6px no-repeat, linear-gradient(transparent, var(--line)) bottom / 100% 6px no-repeat var(--paper); }
.head { display: flex; align-items: center; gap: 4px; padding: 8px 8px 2px 14px; flex: none; }
.head b { min-width: 0; margin-inline-start: 6px; font-size: 14px; overflow-wrap: anywhere; }
.head .close { margin-inline-start: auto; }
.head .pager + .close { margin-inline-start: 0; }
.actions { display: flex; flex-wrap: wrap; align-items: center; gap: 6px 8px; padding: 0 16px 12px 14px; flex: none; max-height: 50%; overflow: auto; padding-top: 4px; }
.speakers { margin-top: 10px; padding-top: 8px; border-top: 1px solid var(--line); font-size: 13px; line-height: 1.6; color: var(--soft); overflow-wrap: anywhere; }
.pager { display: flex; align-items: center; margin-inline-start: auto; color: var(--soft); font-size: 13px; white-space: nowrap; }

.icon { display: grid; place-items: center; width: 32px; height: 32px; border: 0; border-radius: 8px; background: none; color: var(--soft); flex: none; }
.icon:hover:not(:disabled) { background: var(--field); color: var(--ink); }
.icon:disabled { opacity: .4; cursor: default; }

dialog { position: fixed; inset: 0; margin: auto; width: min(560px, calc(100vw - 16px)); max-width: none; max-height: calc(100vh - 16px); padding: 0; border: 0; border-radius: 16px; background: var(--paper); color: var(--ink); box-shadow: var(--shadow); pointer-events: auto; overflow: hidden; font-size: 15px; }
dialog[open] { display: flex; flex-direction: column; }
dialog::backdrop { background: rgb(0 0 0 / .5); }
dialog .body { padding: 22px 28px 4px; }
h2 { font-size: 20px; line-height: 1.5; font-weight: 700; overflow-wrap: anywhere; }
h2:focus { outline: none; }
.from { margin-top: 2px; font-size: 14px; color: var(--soft); overflow-wrap: anywhere; }
.say-more { margin-top: 12px; overflow-wrap: anywhere; }
.items { list-style: none; padding: 0; margin: 14px 0 0; display: grid; gap: 8px; }
.item { display: grid; grid-template-columns: auto 1fr auto; gap: 2px 10px; align-items: start; width: 100%; padding: 8px 12px 8px 10px; border: 1px solid var(--line); border-inline-start: 6px solid var(--level); border-radius: 8px; background: var(--paper); color: inherit; font-size: 15px; line-height: 1.6; text-align: start; overflow-wrap: anywhere; }
.item:hover { border-color: var(--key); border-inline-start-color: var(--level); background: var(--key-soft); }
.item > svg { margin-top: 4px; color: var(--level); }
.item > .go { color: var(--key); margin-top: 4px; }
.item > span { min-width: 0; }
.item b { margin-inline-end: 6px; }
.item i { margin-inline-end: 8px; padding: 1px 6px; border: 1px solid var(--edge); border-radius: 4px; font-size: 13px; font-style: normal; white-space: nowrap; }
.item small { display: block; font-size: 13px; color: var(--soft); }
.item:hover small { color: var(--ink); }
details { margin-top: 12px; }
summary { min-height: 28px; font-size: 14px; cursor: pointer; border-radius: 4px; padding: 2px 0; }
.field { margin-top: 14px; }
label { display: block; font-size: 14px; font-weight: 700; }
.question, .number { margin-top: 10px; }
.item + .question, .number { margin: 8px 0 4px 16px; }
.question .button { margin-top: 8px; }
fieldset { border: 0; padding: 0; min-width: 0; }
legend { font-size: 14px; font-weight: 700; padding: 0; }
.tick { display: flex; align-items: center; gap: 8px; min-height: 32px; font-weight: 400; }
input[type="checkbox"] { flex: none; width: 24px; height: 24px; margin: 0; padding: 0; accent-color: var(--key); }
input { display: block; width: 100%; font-weight: 400; height: 42px; margin-top: 4px; padding: 6px 12px; border: 1px solid var(--edge); border-radius: 8px; background: var(--paper); }
input::placeholder { color: var(--soft); opacity: 1; }
input[aria-invalid="true"] { border: 2px solid var(--stop); }
.error { margin-top: 4px; font-size: 14px; color: var(--stop); }
.permanent { margin-top: 14px; font-size: 13px; color: var(--soft); }
.foot { display: flex; flex-wrap: wrap; gap: 8px 12px; justify-content: flex-end; align-items: center; padding: 14px 28px 20px; flex: none; }
.foot .button { min-height: 44px; padding: 8px 22px; font-size: 16px; }
.foot .button.plain { padding-inline: 10px; }
.waiting { display: flex; align-items: center; gap: 12px; }
.waiting .spin { width: 22px; height: 22px; border-width: 3px; }

.lines { position: fixed; inset: 0; pointer-events: none; overflow: hidden; }
.mark { position: absolute; border-bottom: 3px var(--level-line) var(--level); }

@media (max-width: 480px) {
  dialog .body { padding: 16px 16px 4px; }
  .foot { padding: 12px 16px 16px; }
  .foot .button { flex: 1 1 auto; padding-inline: 12px; }
}
.card[data-low] { display: block; overflow: auto; }
.card[data-low] .actions { max-height: none; }
@media (max-height: 420px) {
  dialog[open] { display: block; overflow: auto; }
  .foot { position: sticky; bottom: 0; padding-block: 8px; background: var(--paper); }
}
@media (prefers-reduced-motion: reduce) {
  .spin { animation: none; border-top-color: var(--line); border-left-color: var(--key); }
}
@media (forced-colors: active) {
  .status, .card, dialog, .leads, .seal { border-color: CanvasText; }
  .card, dialog { border-block: 1px solid CanvasText; border-inline-end: 1px solid CanvasText; }
  dialog { border: 1px solid CanvasText; }
  .theme, .theme.dark { --paper: Canvas; --ink: CanvasText; --soft: CanvasText; --key: LinkText; --key-ink: Canvas; --stop: CanvasText; --care: CanvasText; --hint: CanvasText; --ring: Highlight; --line: CanvasText; }
  .button.main { forced-color-adjust: none; background: Highlight; color: HighlightText; border-color: Highlight; }
  .mark { border-color: Highlight; }
  .seal:not(.hollow) { forced-color-adjust: none; background: CanvasText; color: Canvas; }
  :focus-visible, dialog :is(button, input):focus { outline-color: Highlight; box-shadow: none; }
  .icon:disabled { color: GrayText; opacity: 1; }
}
`;
