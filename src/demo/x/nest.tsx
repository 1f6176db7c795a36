/** @jsxImportSource react */
import type { ReactNode } from "react";

/** Boxes in boxes: on the sites about 19 levels stand between an editor and what it shares with its button. */
export function Nest({ depth, children }: { depth: number; children: ReactNode }): ReactNode {
  return depth === 0 ? (
    children
  ) : (
    <div className="nest">
      <Nest depth={depth - 1}>{children}</Nest>
    </div>
  );
}
