import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { portable } from "../../src/deploy/targets.ts";
import { hasHivex, importReg } from "./hive.ts";
import {
  BROWSERS,
  CITY,
  type Expected,
  expectValues,
  INSTALLATION,
  kit,
  PLACES,
  SET,
} from "./kit-fixture.ts";
import { policies } from "./policy-values.ts";

// Each test starts programs, which a busy machine does slowly.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/** Real hives of the Windows registry; where the tool for them is missing, this says that it was skipped. */
describe.skipIf(!hasHivex)("the .reg files, imported into a hive of the Windows registry", () => {
  it("hold the policy", () => expectHive({ settings: portable(CITY), kit: kit(CITY) }));

  it("hold the policy, whatever the texts are", () => {
    fc.assert(
      fc.property(policies, (policy) => {
        expectHive({ settings: portable(policy), kit: kit(policy) });
      }),
      { numRuns: 15 },
    );
  }, 60_000);

  const { bytes } = kit(CITY);

  it.each(BROWSERS)("what a newer policy of %s no longer sets is gone", (browser) => {
    const path = `windows/registry/tenken-${browser}-set.reg`;
    const hive = importReg(bytes(path), kit({ contact: "広報課" }).bytes(path));
    expect(hive.get(SET[browser].settings)).toEqual(new Map([["contact", "広報課"]]));
  });

  it.each(BROWSERS)("removing leaves nothing of %s behind", (browser) => {
    const name = `windows/registry/tenken-${browser}`;
    const hive = importReg(bytes(`${name}-set.reg`), bytes(`${name}-remove.reg`));
    const left = [...hive.keys()].filter((key) => key.includes(PLACES[browser].id));
    expect(left).toEqual([]);
    // What is not Tenken's stays.
    expect([...hive.keys()].some((key) => key.endsWith("ExtensionSettings"))).toBe(true);
  });
});

function expectHive({ settings, kit }: Expected): void {
  for (const browser of BROWSERS) {
    const set = kit.bytes(`windows/registry/tenken-${browser}-set.reg`);
    expect([...set.slice(0, 2)]).toEqual([0xff, 0xfe]);
    const hive = importReg(set);
    const at = SET[browser];
    expectValues(browser, hive.get(at.settings) ?? new Map(), settings);
    expectValues(browser, hive.get(at.installation) ?? new Map(), INSTALLATION[browser]);
  }
}
