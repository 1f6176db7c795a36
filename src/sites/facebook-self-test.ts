import { facebook } from "./facebook.ts";
import type { Found } from "./self-test.ts";

/** Which parts of Facebook this page shows, as the site file finds them. */
export function testFacebook(document: Document): Found {
  const { selectors } = facebook;
  const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
  const count = (part: string) => all(selectors[part] ?? "").length;
  const editors = all(selectors.editor ?? "").filter(
    (editor) => facebook.editorAt(editor) === editor,
  );
  return {
    editors,
    parts: {
      postForm: count("postForm"),
      commentForm: count("commentForm"),
      shared: count("shared"),
    },
  };
}
