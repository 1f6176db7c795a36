import type { ComponentChildren } from "preact";
import { type Block, clean, type Field, grouped, type Table } from "./blocks.ts";
import { partsOf } from "./texts/mark.ts";

/** The document's title stands under two headings of the page. */
const ABOVE = 2;

/** A document as it will be printed. */
export function Paper({ blocks, name }: { blocks: readonly Block[]; name: string }) {
  return (
    <article class="paper" lang="ja" aria-label={name}>
      {grouped(blocks).map((group) =>
        "kind" in group ? (
          <One key={group.id} block={group} under={headingAbove(blocks, group)} />
        ) : (
          <Fields key={group[0]?.id} fields={group} />
        ),
      )}
    </article>
  );
}

/** What a table without a caption is about. */
function headingAbove(blocks: readonly Block[], block: Block): string {
  const above = blocks.slice(0, blocks.indexOf(block)).findLast(({ kind }) => kind === "heading");
  return above?.kind === "heading" ? above.text : "";
}

function One({ block, under }: { block: Exclude<Block, Field>; under: string }) {
  switch (block.kind) {
    case "heading": {
      const Heading = `h${block.level + ABOVE}` as "h3" | "h4" | "h5";
      return (
        <Heading class={`level-${block.level}`}>
          <Inline text={block.text} />
        </Heading>
      );
    }
    case "paragraph":
      return block.place === "quote" ? (
        <blockquote>
          <Inline text={block.text} />
        </blockquote>
      ) : (
        <p class={block.place === "end" ? "at-end" : ""}>
          <Inline text={block.text} />
        </p>
      );
    case "list": {
      const List = block.isOrdered ? "ol" : "ul";
      return (
        <List>
          {block.items.map((item, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an item has no name of its own
            <li key={index}>
              <Inline text={item} />
            </li>
          ))}
        </List>
      );
    }
    case "table":
      return <Rows table={block} name={block.caption || under} />;
  }
}

function Fields({ fields }: { fields: readonly Field[] }) {
  return (
    <table class="fields">
      <tbody>
        {fields.map(({ id, label, value }) => (
          <tr key={id}>
            <th scope="row">
              <Inline text={label} />
            </th>
            <td>
              <Inline text={value} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Rows({ table: { caption, head, rows, widths }, name }: { table: Table; name: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section class="paper-scroll" aria-label={name} tabIndex={0}>
      <table>
        {caption !== "" && <caption>{caption}</caption>}
        {widths && (
          <colgroup>
            {widths.map((width, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a table's columns stay where they are
              <col key={column} style={{ width: `${width}%` }} />
            ))}
          </colgroup>
        )}
        <thead>
          <tr>
            {head.map((cell, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a table's columns stay where they are
              <th key={column} scope="col">
                <Inline text={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, cells }) => (
            <tr key={id}>
              {cells.map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a table's columns stay where they are
                <td key={column}>
                  <Inline text={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** New lines are kept by the style sheet. */
function Inline({ text }: { text: string }): ComponentChildren {
  return partsOf(clean(text)).map((part, index) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: parts have no name of their own
    if (part.kind === "link") return <Link key={index} to={part.text} />;
    if (part.kind === "text") return part.text;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts have no name of their own
      <mark key={index} data-missing={part.label}>
        {part.text}
      </mark>
    );
  });
}

function Link({ to }: { to: string }) {
  return (
    <a href={to} target="_blank" rel="noreferrer">
      {to}
    </a>
  );
}
