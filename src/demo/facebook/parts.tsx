/** @jsxImportSource react */
import type { ReactNode } from "react";
import { atoms } from "./atoms.ts";

export function Boxes({ depth, children }: { depth: number; children: ReactNode }): ReactNode {
  return depth === 0 ? (
    children
  ) : (
    <div
      className={atoms("display: flex; flex-direction: column; min-width: 0; position: relative")}
    >
      <Boxes depth={depth - 1}>{children}</Boxes>
    </div>
  );
}

export function Avatar({ name }: { name: string }) {
  return (
    <svg role="img" aria-label={name} width="40" height="40" viewBox="0 0 40 40">
      <circle cx="20" cy="20" r="20" fill="#7b8794" />
      <text x="20" y="27" fontSize="18" fill="#fff" textAnchor="middle">
        {name.slice(0, 1)}
      </text>
    </svg>
  );
}
