/** @jsxImportSource react */
import { DEMO_ACCOUNT, DEMO_HOMEPAGE } from "../demo-account.ts";
import { options } from "../page-options.ts";
import { Avatar } from "./tweet.tsx";

/**
 * The profile of the account itself. Its address is X's shortener, its words are the real address;
 * "?url=" gives another one, "?url=" with nothing takes it away.
 */
export function Profile() {
  const url = options.query.get("url") ?? DEMO_HOMEPAGE;
  return (
    <div className="row" data-testid="primaryColumn">
      <Avatar handle={DEMO_ACCOUNT.handle} />
      <div className="row-main">
        <div data-testid="UserName">
          <b>{DEMO_ACCOUNT.name}</b> <span>@{DEMO_ACCOUNT.handle}</span>
        </div>
        <div data-testid="UserDescription" dir="auto">
          {options.query.get("bio") ?? `${DEMO_ACCOUNT.name}の公式アカウントです（見本）。`}
        </div>
        <div data-testid="UserProfileHeader_Items">
          <span data-testid="UserLocation">{DEMO_ACCOUNT.name}</span>
          {url !== "" && (
            <a
              href="https://t.co/hoshimi"
              role="link"
              target="_blank"
              rel="noreferrer"
              data-testid="UserUrl"
            >
              {url.replace(/^https?:\/\//, "").replace(/\/$/, "")}
            </a>
          )}
        </div>
      </div>
    </div>
  );
}
