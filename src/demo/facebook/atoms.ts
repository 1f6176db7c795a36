/**
 * Facebook's pages carry atomic classes only, one for each declaration, with names that change with
 * every release; here with every load, so that nothing can come to depend on one.
 */
const sheet = new CSSStyleSheet();
document.adoptedStyleSheets.push(sheet);
const names = new Map<string, string>();

const freshName = () =>
  `x${Array.from(crypto.getRandomValues(new Uint8Array(4)), (n) => (n % 36).toString(36)).join("")}${names.size.toString(36)}`;

/** Class names for declarations such as "color: red; margin: 0"; a leading ":hover" etc. is kept. */
export function atoms(declarations: string): string {
  return declarations
    .split(";")
    .map((one) => one.trim())
    .filter((one) => one !== "")
    .map((declaration) => {
      const known = names.get(declaration);
      if (known !== undefined) return known;
      const name = freshName();
      names.set(declaration, name);
      sheet.insertRule(`.${name} { ${declaration} }`);
      return name;
    })
    .join(" ");
}

for (const rule of [
  "* { box-sizing: border-box }",
  "p { margin: 0 }",
  ":root { --card: #fff; --page: #f0f2f5; --text: #050505; --soft: #65676b; --line: #ced0d4; --blue: #0866ff; color-scheme: light }",
  ".__fb-dark-mode { --card: #252728; --page: #1c1c1d; --text: #e2e5e9; --soft: #b0b3b8; --line: #3e4042; --blue: #0866ff; color-scheme: dark }",
  'body { margin: 0; background: var(--page); color: var(--text); font: 15px/1.3333 system-ui, "Noto Sans CJK JP", "Hiragino Sans", "Yu Gothic UI", sans-serif }',
])
  sheet.insertRule(rule, sheet.cssRules.length);
