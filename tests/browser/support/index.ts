export { highlights } from "../../../src/demo/highlights.ts";
export { type OverlayDriver, overlay, type Seen } from "../../../src/demo/overlay.ts";
export { type Ime, ime } from "./ime.ts";
export { type BrowserUnderTest, inEachBrowser } from "./in-each-browser.ts";
export { type Look, look, zoom } from "./look.ts";
export {
  FACEBOOK,
  modelTexts,
  press,
  pressKeys,
  type,
  waitForModel,
  write,
  X,
} from "./person.ts";
export { requestsBeyond } from "./requests.ts";
