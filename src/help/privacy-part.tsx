import type { Block, Piece } from "./privacy.ts";

/** The privacy notice as it stands in PRIVACY.md. */
export function PrivacyNotice({ blocks }: { blocks: readonly Block[] }) {
  return (
    <section class="part privacy">
      {grouped(blocks).map((group) => {
        const [first] = group;
        const key = first?.pieces.map(({ text }) => text).join("") ?? "";
        if (first?.kind === "item")
          return (
            <ul key={key} class="points">
              {group.map(({ pieces }) => (
                <li key={pieces[0]?.text}>{pieces.map(one)}</li>
              ))}
            </ul>
          );
        const words = first?.pieces.map(one);
        return first?.kind === "heading" ? <h2 key={key}>{words}</h2> : <p key={key}>{words}</p>;
      })}
    </section>
  );
}

/** Items that follow one another are one list. */
function grouped(blocks: readonly Block[]): Block[][] {
  const groups: Block[][] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    if (block.kind === "item" && last?.[0]?.kind === "item") last.push(block);
    else groups.push([block]);
  }
  return groups;
}

function one({ look, text }: Piece) {
  if (look === "bold") return <strong key={text}>{text}</strong>;
  return look === "code" ? <code key={text}>{text}</code> : text;
}
