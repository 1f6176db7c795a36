import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

export interface Column<Row> {
  title: ComponentChildren;
  cell(row: Row, index: number): ComponentChildren;
  /** This column names its row. */
  isHeader?: boolean;
}

export interface TableProps<Row> {
  caption: string;
  /** A heading above says the same; then it is for screen readers alone. */
  isCaptionHidden?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  /** Stable name of a row; default: its place. */
  keyOf?(row: Row, index: number): string | number;
}

/** A table to be read. It scrolls sideways by itself where the window is narrow, by keyboard too. */
export function Table<Row>({
  caption,
  isCaptionHidden = false,
  columns,
  rows,
  keyOf,
}: TableProps<Row>) {
  const id = useId();
  return (
    <ScrollBox labelledBy={id}>
      <table class="table">
        <caption id={id} class={isCaptionHidden ? "quiet" : ""}>
          {caption}
        </caption>
        <thead>
          <tr>
            {columns.map(({ title }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a table's columns stay where they are
              <th key={index} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={keyOf?.(row, index) ?? index}>
              {columns.map(({ cell, isHeader }, place) =>
                isHeader ? (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a table's columns stay where they are
                  <th key={place} scope="row">
                    {cell(row, index)}
                  </th>
                ) : (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a table's columns stay where they are
                  <td key={place}>{cell(row, index)}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

/** What is wider than the page scrolls in a box of its own, which the keyboard reaches. */
export function ScrollBox({
  labelledBy,
  children,
}: {
  labelledBy: string;
  children: ComponentChildren;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section class="table-box" aria-labelledby={labelledBy} tabIndex={0}>
      {children}
    </section>
  );
}
