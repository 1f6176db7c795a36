/** @jsxImportSource react */
import { DEMO_HOMEPAGE } from "../demo-account.ts";
import { options } from "../page-options.ts";
import { account } from "./account.ts";
import { atoms } from "./atoms.ts";
import { Boxes } from "./parts.tsx";

/** The page's own introduction; "?url=" gives another homepage, "?url=" with nothing takes it away. */
export function Intro() {
  const url = options.query.get("url") ?? DEMO_HOMEPAGE;
  return (
    <Boxes depth={4}>
      <h1 className={atoms("margin: 16px 0; font-size: 28px")}>{account.name}</h1>
      {url !== "" && (
        <a
          href={`https://l.facebook.com/l.php?u=${encodeURIComponent(url)}&h=AT0`}
          role="link"
          target="_blank"
          rel="nofollow noreferrer"
        >
          <span>{url.replace(/^https?:\/\//, "").replace(/\/$/, "")}</span>
        </a>
      )}
    </Boxes>
  );
}
