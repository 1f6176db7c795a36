import { DEMO_ACCOUNT } from "../demo-account.ts";
import { options } from "../page-options.ts";

const isPerson = options.query.get("acting") === "person";

/** Who acts: the city's page, or with "?acting=person" the member of staff. */
export const account = { name: isPerson ? DEMO_ACCOUNT.personName : DEMO_ACCOUNT.name };
