import type { Found } from "./self-test.ts";
import { x } from "./x.ts";

/** Which parts of X this page shows, as the site file finds them. */
export function testX(document: Document): Found {
  const { selectors } = x;
  const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
  const count = (part: string) => all(selectors[part] ?? "").length;
  const editors = all(selectors.editor ?? "").filter((editor) => x.editorAt(editor) === editor);
  return {
    editors,
    parts: {
      post: count("post"),
      attachments: count("attachments"),
      pollOption: count("pollOption"),
      repost: count("repost"),
      confirm: count("confirm"),
    },
  };
}
