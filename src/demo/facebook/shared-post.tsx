/** @jsxImportSource react */
import { atoms } from "./atoms.ts";
import { Avatar, Boxes } from "./parts.tsx";

export const SHARED_AUTHOR = "星見市観光協会（見本）";

/** The post that is shared, under the editor; its link is shortened, which is none of the draft's. */
export function SharedPost() {
  return (
    <Boxes depth={3}>
      <div className={atoms("border: 1px solid var(--line); border-radius: 8px; padding: 12px")}>
        <Avatar name={SHARED_AUTHOR} />
        <h4 className={atoms("margin: 0; font-size: 15px")}>
          <a href="/hoshimi.kankou" role="link" className={atoms("color: inherit")}>
            <strong>
              <span>{SHARED_AUTHOR}</span>
            </strong>
          </a>
        </h4>
        <div data-ad-preview="message" className={atoms("margin: 12px 0")}>
          <div dir="auto">紅葉の見ごろは来週までです🍁 https://bit.ly/hoshimi-kouyou</div>
        </div>
      </div>
    </Boxes>
  );
}
